import Transport
import Wire

/// The first hello offers everything at once. A server that does not answer it with a choice is asked in other ways,
/// until one works: with a short hello, with a real key share, without TLS 1.3.
enum Opening {
    private struct Manner {
        var isShort = false
        var hasKeyShare = false
        var versions: [TLSVersion] = [.tls13, .tls12, .tls11, .tls10]
    }

    static func hold<R: Respondent>(_ interview: inout Interview<R>) async throws {
        var manners = [
            Manner(), Manner(isShort: true), Manner(hasKeyShare: true), Manner(isShort: true, hasKeyShare: true),
            Manner(versions: [.tls12]), Manner(isShort: true, versions: [.tls12]),
        ]
        var failures: [Failure] = []
        while !manners.isEmpty, interview.interviewer.left > 0 {
            let manner = manners.removeFirst()
            let question = question(manner)
            let answer = try await interview.interviewer.ask(question)
            interview.observed.learn(answer, to: question)
            switch answer {
            case .choice(let choice):
                if !failures.isEmpty, try await wasAnAccident(&interview) { return }
                settle(&interview, manner, choice)
                interview.learnFirst(answer, choice, to: question)
                return
            case .alert(let alert):
                let isAboutVersions = alert.code == TLSAlert.protocolVersion && alert.isFatal
                // Any other no may mean the hello, and each version is asked alone.
                interview.learnVersions(isAboutVersions ? answer : .alert(alert.doubted), to: question)
                if isAboutVersions, manner.versions.count > 1 { return }
                if alert.isAboutTheName { return interview.isStranger = true }
                // It was read, so its length was no trouble.
                if !alert.mayBeAboutLength { manners.removeAll { $0.isShort } }
            case .failure(let failure):
                interview.learnVersions(answer, to: question)
                failures.append(failure)
                try throwIfHopeless(failures)
            }
        }
    }

    /// The first hello was met with a hang-up or silence, and another one worked: asked once more, it tells a server that
    /// dislikes it from a connection that was lost.
    private static func wasAnAccident<R: Respondent>(_ interview: inout Interview<R>) async throws -> Bool {
        let first = question(Manner())
        let answer = try await interview.interviewer.ask(first)
        guard case .choice(let choice) = answer else { return false }
        interview.observed.learn(answer, to: first)
        settle(&interview, Manner(), choice)
        interview.learnFirst(answer, choice, to: first)
        return true
    }

    private static func question(_ manner: Manner) -> Question {
        let suites = manner.versions.first == .tls13 ? Offers.allSuites : Offers.suites(for: .tls12)
        let groups = manner.versions.first == .tls13 ? Offers.allGroups : Offers.groups(for: .tls12)
        let schemes = Offers.schemes(for: .tls12)
        guard manner.isShort else {
            return Question(
                versions: manner.versions, suites: suites, groups: groups, schemes: schemes, extras: .even,
                hasKeyShare: manner.hasKeyShare)
        }
        let limit = Elimination.Limit()
        return Question(
            versions: manner.versions, suites: Array(suites.prefix(limit.suites)),
            groups: Array(groups.prefix(limit.groups)), schemes: Array(schemes.prefix(limit.schemes)),
            hasKeyShare: manner.hasKeyShare, isShort: true)
    }

    /// The manner that worked is how this server is asked from now on.
    private static func settle<R: Respondent>(_ interview: inout Interview<R>, _ manner: Manner, _ choice: Choice) {
        interview.needsKeyShare = manner.hasKeyShare
        interview.limit = manner.isShort ? Elimination.Limit() : nil
        interview.observed.record("long_hello", nil, manner.isShort ? "no" : "yes")
        if choice.version == .tls13 {
            interview.observed.record("empty_key_share", .tls13, manner.hasKeyShare ? "no" : "yes")
        }
    }

    /// No connection at all, something that is not TLS, or two silences: whatever else is asked would fare no better. A
    /// reset is different, old servers reset what is too new for them.
    private static func throwIfHopeless(_ failures: [Failure]) throws {
        guard let first = failures.first else { return }
        if failures.count == 1 {
            if let notConnected = first.cause as? NotConnected { throw notConnected.cause }
            if first.cause is STARTTLSError { throw first.cause }
        }
        let isHopeless = failures.allSatisfy { $0.cause is WireError || $0.word == "timeout" }
        if failures.count >= 2, isHopeless { throw first.cause }
    }
}

extension Interview {
    /// The first answer with a choice is also the first round of the version that was chosen.
    fileprivate mutating func learnFirst(_ answer: Answer, _ choice: Choice, to question: Question) {
        learnVersions(answer, to: question)
        guard Offers.suites(for: choice.version).contains(choice.suite) else { return }
        var elimination = newElimination(choice.version)
        elimination.learn(answer, to: question)
        eliminations[choice.version] = elimination
    }
}

extension TLSAlert {
    /// The same as a warning, which proves nothing.
    fileprivate var doubted: TLSAlert { TLSAlert(isFatal: false, code: code) }

    /// unrecognized_name, access_denied: no other hello would be answered under this name.
    fileprivate var isAboutTheName: Bool { code == 112 || code == 49 }

    /// unexpected_message, record_overflow, decode_error, internal_error, and closing without a word.
    fileprivate var mayBeAboutLength: Bool { [0, 10, 22, 50, 80].contains(code) }
}
