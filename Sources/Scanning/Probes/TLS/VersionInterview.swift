import Transport
import Wire

/// Asks for every protocol version, one connection each, the newest first.
struct VersionInterview<D: Dialer> {
    let entrance: TLSEntrance<D>

    func hold() async throws -> VersionAnswers {
        var answers = VersionAnswers()
        for version in TLSVersion.known.reversed() {
            if let failure = hopeless(answers) {
                answers.record(failure: failure, for: version)
                continue
            }
            do {
                answers.record(try await answer(to: version), for: version)
            } catch let failure as WireError {
                answers.record(failure: failure, for: version)
            } catch let failure as NetworkError where failure.isOfThePeer && !isFirstConnection(failure, answers) {
                answers.record(failure: failure, for: version)
            }
        }
        answers.doubtRefusalsOfEverything()
        return answers
    }

    private func answer(to version: TLSVersion) async throws -> VersionAnswer {
        guard version == .tls13 else { return try await ask(for: version) }
        do {
            let answer = try await ask(for: version)
            if !Self.mayDislikeEmptyKeyShare(answer) { return answer }
        } catch NetworkError.reset, NetworkError.closed {
            // Asked again below: some implementations break off instead of asking for a key share.
        }
        return try await ask(for: version, keyShare: .x25519(random()))
    }

    private func ask(for version: TLSVersion, keyShare: ClientHello.KeyShare = .none) async throws -> VersionAnswer {
        let hello = ClientHello.asking(
            for: version, serverName: entrance.serverName, random: random(), keyShare: keyShare)
        return VersionAnswer(try await entrance.ask(hello), to: version)
    }

    /// Every alert but protocol_version may be about the key share that is not there.
    private static func mayDislikeEmptyKeyShare(_ answer: VersionAnswer) -> Bool {
        switch answer {
        case .accepted: false
        case .refused(let reason): reason.hasPrefix("alert") && !reason.hasSuffix("protocol_version")
        case .unknown: true
        }
    }

    /// The port itself refuses or cannot be reached: that is the outcome, whatever the version.
    private func isFirstConnection(_ failure: NetworkError, _ answers: VersionAnswers) -> Bool {
        guard answers.answers.isEmpty else { return false }
        switch failure {
        case .refused, .unreachable: return true
        default: return false
        }
    }

    /// Two silences or two pieces of garbage and nothing else: the other versions would fare no better. A reset is
    /// different, old servers reset what is too new for them.
    private func hopeless(_ answers: VersionAnswers) -> (any Error)? {
        guard answers.answers.count >= 2, answers.failures.count == answers.answers.count else { return nil }
        let isHopeless = answers.failures.allSatisfy { failure in
            failure is WireError || failure as? NetworkError == .timeout
        }
        return isHopeless ? answers.failures.first : nil
    }

    private func random() -> [UInt8] { (0..<32).map { _ in UInt8.random(in: .min ... .max) } }
}
