import Wire

/// One hello by what it asks: the versions, suites, groups and schemes the server may choose from.
struct Question: Equatable, Sendable {
    /// Things a hello may carry beside what it asks; the common ones are always there.
    struct Extras: OptionSet, Sendable {
        let rawValue: UInt8

        static let ticket = Extras(rawValue: 1)
        static let heartbeat = Extras(rawValue: 2)
        static let fragmentLength = Extras(rawValue: 4)
        static let nextProtocol = Extras(rawValue: 16)
        static let compression = Extras(rawValue: 32)
        /// Says that a higher version was tried and failed (RFC 7507).
        static let fallback = Extras(rawValue: 64)
    }

    /// Newest first. With TLS 1.3 they are listed; without it the first is named, and all older ones are implied.
    var versions: [TLSVersion]
    var suites: [CipherSuite]
    var groups: [NamedGroup] = []
    var schemes: [SignatureScheme] = []
    var extras: Extras = []
    /// A real key share in place of an empty list.
    var hasKeyShare = false
    var hasServerName = true
    /// Nothing but what is needed: for servers that do not like long hellos.
    var isShort = false

    var highest: TLSVersion { versions.first ?? .tls12 }
}

/// What came back.
enum Answer: Sendable {
    case choice(Choice)
    case alert(TLSAlert)
    case failure(Failure)
}

/// Why there was no answer.
struct Failure: Error {
    /// One stable word for a reason column: reset, closed, timeout, ...
    let word: String
    let cause: any Error

    init(word: String, cause: any Error) {
        self.word = word
        self.cause = cause
    }
}

/// What a server chose from a hello, and what it showed on the way.
struct Choice: Equatable, Sendable {
    var version: TLSVersion
    var suite: CipherSuite
    /// Of the key exchange: named in `key_share` or in ServerKeyExchange.
    var group: NamedGroup?
    var scheme: SignatureScheme?
    var ephemeral: EphemeralShare?
    /// Of the ServerHello, in its order.
    var extensions: [TLSExtension] = []
    var hasSessionID = false
    var compression: UInt8 = 0
    /// `nil` where none were sent in the clear.
    var certificates: [[UInt8]]?
    var certificateMessageBytes = 0
    var ocspResponse: [UInt8]?
    var asksForClientCertificate = false
    /// The whole flight came: what is missing in it was not sent.
    var isWhole = false
    /// The curve of the server's own certificate, where its key is one.
    var certificateCurve: NamedGroup?

    func body(of extension: UInt16) -> [UInt8]? { extensions.first { $0.type == `extension` }?.body }
}

/// The server's share of one ephemeral key exchange.
struct EphemeralShare: Hashable, Sendable {
    enum Parameters: Hashable, Sendable {
        case curve(NamedGroup)
        /// Big-endian, without leading zeros.
        case prime([UInt8])
    }

    let parameters: Parameters
    let publicKey: [UInt8]
}

extension TLSAlert {
    /// Says no to what was asked, and not to the moment or the name: unrecognized_name, internal_error and
    /// access_denied leave open what another name or moment would bring.
    var isProvenRefusal: Bool {
        guard isFatal else { return false }
        return switch code {
        case Self.handshakeFailure, Self.illegalParameter, Self.protocolVersion, Self.insufficientSecurity: true
        default: false
        }
    }
}
