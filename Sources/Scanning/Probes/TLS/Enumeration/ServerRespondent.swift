import Cryptography
import Transport
import Wire

/// A server behind an entrance: each question is a hello on a new connection.
struct ServerRespondent<D: Dialer>: Respondent {
    let entrance: TLSEntrance<D>
    /// Connections left to whoever comes after the interview.
    let reserve: Int
    private let curves = CertificateCurves()

    init(entrance: TLSEntrance<D>, reserve: Int) {
        self.entrance = entrance
        self.reserve = reserve
    }

    var connectionsLeft: Int { max(0, entrance.dialer.connectionsLeft(at: entrance.endpoint) - reserve) }

    func answer(_ question: Question) async throws -> Answer {
        let hello = ClientHello(asking: question, serverName: entrance.serverName)
        do {
            switch try await entrance.ask(hello, listeningTo: question.highest == .tls13 ? .hello : .flight) {
            case .alert(let alert): return .alert(alert)
            case .flight(let flight): return .choice(choice(in: flight))
            }
        } catch {
            return .failure(try failure(error))
        }
    }

    func answerToSSL2() async throws -> SSL2Reply {
        do {
            return .answer(try await entrance.ask(SSL2ClientHello(challenge: .random(count: 16))))
        } catch {
            return .failure(try failure(error))
        }
    }

    /// What our own side did is thrown on.
    private func failure(_ error: any Error) throws -> Failure {
        switch error {
        case let error as NotConnected where error.cause.isOfThePeer:
            return Failure(word: error.cause.word, cause: error)
        case let error as NotConnected: throw error.cause
        case let error as NetworkError where error.isOfThePeer: return Failure(word: error.word, cause: error)
        case let error as WireError: return Failure(word: "garbage: \(error)", cause: error)
        case let error as STARTTLSError: return Failure(word: "STARTTLS: \(error)", cause: error)
        default: throw error
        }
    }

    private func choice(in flight: ServerFlight) -> Choice {
        let hello = flight.hello
        var choice = Choice(version: hello.version, suite: hello.cipherSuite, group: hello.keyShareGroup)
        choice.extensions = hello.extensions
        choice.hasSessionID = !hello.sessionID.isEmpty
        choice.compression = hello.compression
        choice.certificates = flight.certificates
        choice.certificateMessageBytes = flight.certificateMessageBytes
        choice.ocspResponse = flight.certificateStatus
        choice.asksForClientCertificate = flight.certificateRequest != nil
        choice.isWhole = flight.isDone
        choice.certificateCurve = flight.certificates?.first.flatMap(curves.curve)
        guard let exchange = flight.serverKeyExchange else { return choice }
        choice.scheme = exchange.signatureScheme
        switch exchange.parameters {
        case .ecdhe(let group, let key):
            choice.group = group
            choice.ephemeral = EphemeralShare(parameters: .curve(group), publicKey: key)
        case .dhe(let prime, _, let key):
            choice.ephemeral = EphemeralShare(
                parameters: .prime(Array(prime.drop { $0 == 0 })), publicKey: Array(key.drop { $0 == 0 }))
        case .rsa, .psk, .unreadable: break
        }
        return choice
    }
}

/// The curves of the server's own keys, each certificate read once.
private final class CertificateCurves {
    private var known: [[UInt8]: NamedGroup?] = [:]

    func curve(of certificate: [UInt8]) -> NamedGroup? {
        if let curve = known[certificate] { return curve }
        let curve = (try? Certificate(der: certificate)).flatMap { NamedGroup(named: $0.key.curve) }
        known[certificate] = .some(curve)
        return curve
    }
}

extension [UInt8] {
    static func random(count: Int) -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count + 8)
        while bytes.count < count {
            Swift.withUnsafeBytes(of: generator.next() as UInt64) { bytes += $0 }
        }
        return Array(bytes.prefix(count))
    }
}
