import Transport
import Wire

/// Asks for every protocol version, one connection each, the newest first.
struct VersionInterview<D: Dialer> {
    let entrance: TLSEntrance<D>

    func hold() async throws -> VersionAnswers {
        var answers = VersionAnswers()
        for version in TLSVersion.known.reversed() {
            if let failure = answers.hopelessness {
                answers.record(failure: failure, for: version)
                continue
            }
            do {
                answers.record(try await answer(to: version), for: version)
            } catch let failure as WireError {
                answers.record(failure: failure, for: version)
            } catch let failure as NetworkError where failure.isOfThePeer {
                answers.record(failure: failure, for: version)
            } catch let failure as NotConnected {
                guard !answers.isEmpty, failure.cause.isOfThePeer else { throw failure.cause }
                answers.record(failure: failure.cause, for: version)
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

    private func random() -> [UInt8] { (0..<32).map { _ in UInt8.random(in: .min ... .max) } }
}
