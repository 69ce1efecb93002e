import Synchronization
import Transport
import Wire

@testable import Scanning

/// What a made-up server accepts: the truth an interview must find.
struct ServerShape: Sendable {
    /// In the server's own order. A suite it has no key for is listed and never chosen.
    var suites: [TLSVersion: [CipherSuite]] = [:]
    var groups13: [NamedGroup] = [.x25519, .secp256r1, .secp384r1]
    var curves: [NamedGroup] = [.x25519, .secp256r1, .secp384r1]
    var rsaSchemes: [UInt16] = [0x0804, 0x0401, 0x0501, 0x0601]
    var ecdsaSchemes: [UInt16] = [0x0403, 0x0503]
    var certificateCurve = NamedGroup.secp256r1
    var serverDecides = true
    var serverDecidesGroups = true
    /// More suites than this in a hello and it closes.
    var longestOffer = Int.max
    var dislikesEmptyKeyShare = false
    /// Closes instead of saying no.
    var closesForNo = false
    var prioritizesChaCha = false
    /// Names its groups in EncryptedExtensions.
    var statesGroups = false

    /// Suites that can be chosen at all: there is a key, a group and a scheme for them.
    func possible(_ version: TLSVersion) -> [CipherSuite] {
        let everything = Question(
            versions: [version], suites: suites[version] ?? [],
            groups: version == .tls13 ? Offers.groups(for: .tls13) : Offers.groups(for: .tls12),
            schemes: Offers.schemes(for: .tls12))
        return (suites[version] ?? []).filter { isPossible($0, version, everything) }
    }

    func isPossible(_ suite: CipherSuite, _ version: TLSVersion, _ question: Question) -> Bool {
        if version == .tls13 { return true }
        let hasGroups = version == .ssl3 || !curves.filter(question.groups.contains).isEmpty
        if suite.needsCurve, !hasGroups { return false }
        if suite.authentication == "ECDSA", version > .ssl3, !question.groups.contains(certificateCurve) {
            return false
        }
        guard suite.isSigned, version == .tls12 else { return true }
        return scheme(suite, question) != nil
    }

    func scheme(_ suite: CipherSuite, _ question: Question) -> SignatureScheme? {
        let own = suite.authentication == "ECDSA" ? ecdsaSchemes : suite.authentication == "RSA" ? rsaSchemes : [0x0402]
        return own.map(SignatureScheme.init(rawValue:)).first(where: question.schemes.contains)
    }
}

/// Answers as its shape says, like OpenSSL would: version first, then a possible suite, then group and scheme.
final class SimulatedServer: Respondent, Sendable {
    let shape: ServerShape
    private let budget: Int
    private let state = Mutex(State())
    /// Connections before it wants a pause; `nil` where it never does.
    private let limit: Int?
    private let isForgiving: Bool

    private struct State {
        var asked: [Question] = []
        var sinceRest = 0
        var pauses = 0
    }

    init(_ shape: ServerShape, budget: Int = 400, limit: Int? = nil, isForgiving: Bool = true) {
        self.shape = shape
        self.budget = budget
        self.limit = limit
        self.isForgiving = isForgiving
    }

    var asked: [Question] { state.withLock { $0.asked } }
    var pauses: Int { state.withLock { $0.pauses } }
    var connectionsLeft: Int { budget - asked.count }

    /// The clock of the test: a pause makes it forget, where it forgives.
    func rest() {
        state.withLock { state in
            state.pauses += 1
            if isForgiving { state.sinceRest = 0 }
        }
    }

    func answer(_ question: Question) async throws -> Answer {
        let isTooMuch = state.withLock { state in
            state.asked.append(question)
            state.sinceRest += 1
            return state.sinceRest > limit ?? .max
        }
        guard !isTooMuch, question.suites.count <= shape.longestOffer else { return .failure(.closed) }
        return reply(to: question)
    }

    func answerToSSL2() async throws -> SSL2Reply { .answer(.alert(.protocolVersion)) }

    private func reply(to question: Question) -> Answer {
        let version = shape.suites.keys.filter { spoken in
            question.highest == .tls13 ? question.versions.contains(spoken) : spoken <= question.highest
        }.max()
        guard let version else { return no(.protocolVersion) }
        let common = question.suites.filter { shape.suites[version, default: []].contains($0) }
        let possible = common.filter { shape.isPossible($0, version, question) }
        guard let suite = preferred(possible, version, question) else { return no(.handshakeFailure) }
        return version == .tls13 ? retry(suite, question) : flight(suite, version, question)
    }

    private func no(_ alert: TLSAlert) -> Answer { shape.closesForNo ? .failure(.closed) : .alert(alert) }

    private func preferred(_ suites: [CipherSuite], _ version: TLSVersion, _ question: Question) -> CipherSuite? {
        guard shape.serverDecides else { return suites.first }
        let own = shape.suites[version, default: []]
        if shape.prioritizesChaCha, question.suites.first?.isChaCha == true,
            let chaCha = own.first(where: { $0.isChaCha && suites.contains($0) })
        {
            return chaCha
        }
        return own.first(where: suites.contains)
    }

    private func retry(_ suite: CipherSuite, _ question: Question) -> Answer {
        if shape.dislikesEmptyKeyShare, !question.hasKeyShare { return .alert(.handshakeFailure) }
        guard let group = chosen(shape.groups13, question) else { return no(.handshakeFailure) }
        return .choice(Choice(version: .tls13, suite: suite, group: group))
    }

    private func chosen(_ own: [NamedGroup], _ question: Question) -> NamedGroup? {
        shape.serverDecidesGroups
            ? own.first(where: question.groups.contains) : question.groups.first(where: own.contains)
    }

    private func flight(_ suite: CipherSuite, _ version: TLSVersion, _ question: Question) -> Answer {
        var choice = Choice(version: version, suite: suite)
        if suite.needsCurve {
            choice.group = version == .ssl3 ? shape.curves.first : chosen(shape.curves, question)
        }
        if suite.isSigned, version == .tls12 { choice.scheme = shape.scheme(suite, question) }
        if suite.authentication == "ECDSA" { choice.certificateCurve = shape.certificateCurve }
        choice.certificates = suite.authentication == "anon" ? nil : [Array(suite.authentication.utf8)]
        choice.isWhole = true
        return .choice(choice)
    }
}

extension Failure {
    static let closed = Failure(word: "closed", cause: NetworkError.closed)
}

extension TLSAlert {
    static let handshakeFailure = TLSAlert(isFatal: true, code: 40)
    static let protocolVersion = TLSAlert(isFatal: true, code: 70)
}

/// An interview with a made-up server, from the first hello to the last.
func interview(_ server: SimulatedServer) async throws -> Interview<SimulatedServer> {
    let interviewer = Interviewer(server, budget: server.connectionsLeft) { _ in server.rest() }
    var interview = Interview(interviewer: interviewer, hasServerName: true)
    try await interview.open()
    try await interview.finish(statedGroups: server.shape.statesGroups ? server.shape.groups13 : nil)
    return interview
}
