import Model
import Transport
import Wire

/// What a server said about one protocol version.
enum VersionAnswer: Equatable {
    case accepted
    /// Proven: it said so, or chose an older one.
    case refused(String)
    case unknown(String)

    /// A ServerHello of the version asked for accepts it; an older one refuses it.
    init(_ answer: HelloAnswer, to asked: TLSVersion) {
        switch answer {
        case .flight(let flight) where flight.hello.version == asked: self = .accepted
        case .flight(let flight) where flight.hello.version < asked: self = .refused("\(flight.hello.version) chosen")
        case .flight(let flight): self = .unknown("answered with \(flight.hello.version)")
        case .alert(let alert) where Self.refusals.contains(alert.code): self = .refused(alert.description)
        case .alert(let alert): self = .unknown(alert.description)
        }
    }

    /// Alerts that speak of the version or of what comes with it. Others (unrecognized_name, internal_error,
    /// access_denied) leave open what another name or moment would bring.
    private static let refusals: Set<UInt8> = [
        TLSAlert.handshakeFailure, TLSAlert.illegalParameter, TLSAlert.protocolVersion, TLSAlert.insufficientSecurity,
    ]
}

/// The answers to all versions, and the error that stands for those that brought none.
struct VersionAnswers {
    private(set) var answers: [TLSVersion: VersionAnswer] = [:]
    private(set) var failures: [any Error] = []

    mutating func record(_ answer: VersionAnswer, for version: TLSVersion) { answers[version] = answer }

    mutating func record(failure: any Error, for version: TLSVersion) {
        answers[version] = .unknown(reason(for: failure))
        failures.append(failure)
    }

    var isEmpty: Bool { answers.isEmpty }

    var isAnyAccepted: Bool { answers.values.contains(.accepted) }

    /// Two silences or two pieces of garbage and nothing else: whatever else is asked would fare no better. A reset is
    /// different, old servers reset what is too new for them.
    var hopelessness: (any Error)? {
        guard failures.count >= 2, failures.count == answers.count else { return nil }
        let isHopeless = failures.allSatisfy { failure in
            failure is WireError || failure as? NetworkError == .timeout
        }
        return isHopeless ? failures.first : nil
    }

    /// OpenSSL can speak TLS 1.0 and later; where a hello of ours got no clear answer, one of OpenSSL's still may.
    var deserveHandshake: Bool {
        guard hopelessness == nil else { return false }
        return answers.contains { version, answer in
            guard version > .ssl3 else { return false }
            if case .refused = answer { return false }
            return true
        }
    }

    /// A server that accepts no version at all may say handshake_failure for the name or the hour: only
    /// protocol_version is then a word about versions.
    mutating func doubtRefusalsOfEverything() {
        guard !isAnyAccepted else { return }
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
        if !isKnown, let failure = failures.first { throw failure }
    }

    var facts: Facts {
        Facts(answers.map { version, answer in TLSProtocolFact(version: version, answer: answer) })
    }

    private func reason(for failure: any Error) -> String {
        switch failure {
        case let error as NetworkError: error.word
        case let error as WireError: "garbage: \(error)"
        default: "\(failure)"
        }
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
        case .reset: "reset"
        case .closed: "closed"
        case .unreachable: "unreachable"
        default: "\(self)"
        }
    }
}
