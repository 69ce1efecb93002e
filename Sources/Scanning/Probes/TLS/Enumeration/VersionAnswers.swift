import Model
import Transport
import Wire

/// What a server said about one protocol version.
enum VersionAnswer: Equatable {
    case accepted
    /// Proven: it said so, or chose an older one.
    case refused(String)
    case unknown(String)

    /// Some alerts speak of the version or of what comes with it; the others leave it open.
    init(_ alert: TLSAlert) {
        self = alert.isProvenRefusal ? .refused(alert.description) : .unknown(alert.description)
    }
}

/// The answers to all versions, and the error that stands for those that brought none.
struct VersionAnswers {
    private(set) var answers: [TLSVersion: VersionAnswer] = [:]
    private(set) var failures: [any Error] = []

    mutating func record(_ answer: VersionAnswer, for version: TLSVersion) { answers[version] = answer }

    mutating func record(_ failure: Failure, for version: TLSVersion) {
        answers[version] = .unknown(failure.word)
        failures.append(failure.cause)
    }

    /// From old to new.
    var accepted: [TLSVersion] { answers.filter { $0.value == .accepted }.map(\.key).sorted() }

    /// A server that accepts no version at all may say handshake_failure for the name or the hour: only
    /// protocol_version is then a word about versions.
    mutating func doubtRefusalsOfEverything() {
        guard accepted.isEmpty else { return }
        let certain = TLSAlert(isFatal: true, code: TLSAlert.protocolVersion).description
        for (version, answer) in answers {
            if case .refused(let reason) = answer, reason != certain { answers[version] = .unknown(reason) }
        }
    }

    /// Without one certain answer there was no TLS conversation, and what happened instead is the outcome.
    func requireSomethingKnown() throws {
        let isKnown = answers.values.contains { answer in
            if case .unknown = answer { false } else { true }
        }
        guard !isKnown, let failure = failures.first else { return }
        throw (failure as? NotConnected)?.cause ?? failure
    }

    var facts: Facts {
        Facts(answers.map { version, answer in TLSProtocolFact(version: version, answer: answer) })
    }
}

extension TLSProtocolFact {
    init(version: TLSVersion, answer: VersionAnswer) {
        switch answer {
        case .accepted: self.init(protocol: version.description, answer: "accepted", reason: "")
        case .refused(let reason): self.init(protocol: version.description, answer: "refused", reason: reason)
        case .unknown(let reason): self.init(protocol: version.description, answer: "unknown", reason: reason)
        }
    }
}

extension NetworkError {
    /// What the other side or the way to it did; everything else is our own doing and ends the probe.
    var isOfThePeer: Bool {
        switch self {
        case .refused, .timeout, .reset, .closed, .unreachable, .tooLong: true
        case .nameNotFound, .noAnswer, .outOfScope, .budget, .local: false
        }
    }

    /// One stable word for a reason column.
    var word: String {
        switch self {
        case .refused: "refused"
        case .timeout: "timeout"
        // Whether a hang-up comes as a reset depends on what was still under way, and tells nothing about the server.
        case .reset, .closed: "closed"
        case .unreachable: "unreachable"
        default: "\(self)"
        }
    }
}
