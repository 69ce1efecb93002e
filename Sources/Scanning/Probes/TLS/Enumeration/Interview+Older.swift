import Transport
import Wire

/// Versions before TLS 1.2, and the single questions that come at the end.
extension Interview {
    /// One hello with TLS 1.1 at most: protocol_version refuses everything down to SSL 3.0 at once, and a choice shows
    /// the newest of them.
    mutating func askForOlder() async throws {
        guard interviewer.left > 0 else { return }
        for version in [TLSVersion.tls11, .tls10, .ssl3] where isOpen(version) {
            try await eliminate(version, reserve: 0, rounds: limit == nil ? 1 : 9)
            try await confirm(version)
            guard case .refused(let reason) = versions.answers[version] else { continue }
            // The client's highest version was too low for the server.
            if reason == TLSAlert(isFatal: true, code: TLSAlert.protocolVersion).description {
                for older in TLSVersion.known where older < version && isOpen(older) {
                    versions.record(.refused(reason), for: older)
                }
            }
        }
    }

    /// OpenSSL answers internal_error to a version that its security level forbids, and does so every time; said once it
    /// may be an accident, said again it is the server's no.
    private mutating func confirm(_ version: TLSVersion) async throws {
        let doubt = TLSAlert(isFatal: true, code: TLSAlert.internalError)
        guard versions.answers[version] == .unknown(doubt.description), !versions.accepted.isEmpty else { return }
        let isKnownHabit = versions.answers.values.contains(.refused(doubt.saidTwice))
        if isKnownHabit { return versions.record(.refused(doubt.saidTwice), for: version) }
        var again = newElimination(version)
        guard let question = again.next(left: interviewer.left) else { return }
        let answer = try await interviewer.ask(question)
        if case .alert(doubt) = answer { return versions.record(.refused(doubt.saidTwice), for: version) }
        observed.learn(answer, to: question)
        again.learn(answer, to: question)
        eliminations[version] = again
        learnVersions(answer, to: question)
    }

    /// A hello for less than the best, with the signal of RFC 7507 that this was not the first choice.
    mutating func askForFallback() async throws {
        let accepted = versions.accepted.filter { $0 > .ssl3 }
        guard accepted.count > 1, let lower = accepted.dropLast().last, interviewer.left > 0,
            let elimination = eliminations[lower], elimination.isAccepted
        else { return }
        var question = elimination.question(elimination.suites.accepted)
        question.extras.insert(.fallback)
        let answer = try await interviewer.ask(question)
        switch answer {
        case .alert(let alert) where alert.code == 86: observed.record("fallback_scsv", nil, "yes")
        case .choice:
            observed.learn(answer, to: question)
            observed.record("fallback_scsv", nil, "no")
        case .alert(let alert): observed.record("fallback_scsv", nil, "unknown", detail: alert.description)
        case .failure(let failure): observed.record("fallback_scsv", nil, "unknown", detail: failure.word)
        }
    }

    /// What does a client get that says no name? Before TLS 1.3 the answer comes in the clear.
    mutating func askWithoutName() async throws {
        guard hasServerName, interviewer.left > 0,
            let version = versions.accepted.last(where: { $0 < .tls13 && $0 > .ssl3 }),
            let elimination = eliminations[version], elimination.isAccepted
        else { return }
        var question = elimination.question(elimination.suites.accepted)
        question.hasServerName = false
        question.extras = .odd
        observed.learn(try await interviewer.ask(question), to: question)
    }

    /// A key seen once says nothing about its reuse: one more hello for finite fields and one for curves.
    mutating func askForReuse() async throws {
        for version in versions.accepted.reversed() where version < .tls13 {
            guard let elimination = eliminations[version], let keys = observed.ephemeralKeys[version] else { continue }
            let isFromTwo = Dictionary(grouping: keys) { $0.key.isPrime }.mapValues {
                $0.contains { $0.value.count > 1 }
            }
            for (isPrime, isKnown) in isFromTwo.sorted(by: { $0.key && !$1.key }) where !isKnown {
                let suites = elimination.suites.accepted.filter {
                    $0.keyExchange.hasPrefix(isPrime ? "DHE" : "ECDHE")
                }
                guard interviewer.left > 1, !suites.isEmpty else { continue }
                var question = elimination.question(suites)
                question.extras = .odd
                observed.learn(try await interviewer.ask(question), to: question)
            }
            // Servers that keep their keys do so in every version.
            return
        }
    }

    mutating func askForSSL2() async throws {
        guard interviewer.left > 0 else {
            return versions.record(.unknown(interviewer.exhaustion ?? "budget"), for: .ssl2)
        }
        switch try await interviewer.askForSSL2() {
        case .answer(.hello(let hello)):
            ssl2Kinds = hello.cipherKinds
            versions.record(.accepted, for: .ssl2)
            observed.learn(ssl2: hello)
        case .answer(.error(let error)): versions.record(.refused(error.description), for: .ssl2)
        // Whoever speaks SSLv2 answers in SSLv2: a fatal alert of TLS, whichever, says that it was not understood.
        case .answer(.alert(let alert)):
            versions.record(alert.isFatal ? .refused(alert.description) : .unknown(alert.description), for: .ssl2)
        case .failure(let failure): versions.record(failure, for: .ssl2)
        }
    }
}

extension EphemeralShare.Parameters {
    var isPrime: Bool {
        switch self {
        case .prime: true
        case .curve: false
        }
    }
}

extension TLSAlert {
    fileprivate var saidTwice: String { "\(description), twice" }
}
