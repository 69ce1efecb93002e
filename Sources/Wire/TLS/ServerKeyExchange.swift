/// The server's half of an ephemeral key exchange in TLS 1.2 and older (RFC 5246 section 7.4.3, RFC 8422 section 5.4,
/// RFC 4279 section 3, RFC 5489 section 2).
package struct ServerKeyExchange: Sendable, Equatable {
    package enum Parameters: Sendable, Equatable {
        case ecdhe(group: NamedGroup, publicKey: [UInt8])
        case dhe(prime: [UInt8], generator: [UInt8], publicKey: [UInt8])
        /// The temporary key of an export suite.
        case rsa(modulus: [UInt8], exponent: [UInt8])
        case psk(hint: [UInt8])
        /// Explicit curves, SRP, GOST, ECCPWD, and what is damaged.
        case unreadable
    }

    package let parameters: Parameters
    /// TLS 1.2 only, and only where something is signed.
    package let signatureScheme: SignatureScheme?

    package init(parsing body: [UInt8], suite: CipherSuite, version: TLSVersion) {
        var reader = ByteReader(body, of: "ServerKeyExchange")
        if let read = try? Self.read(from: &reader, suite: suite, version: version) {
            self = read
        } else {
            self.init(.unreadable, nil)
        }
    }

    private init(_ parameters: Parameters, _ scheme: SignatureScheme?) {
        self.parameters = parameters
        signatureScheme = scheme
    }

    private static func read(from reader: inout ByteReader, suite: CipherSuite, version: TLSVersion) throws(WireError)
        -> ServerKeyExchange
    {
        let parameters = try parameters(from: &reader, keyExchange: suite.keyExchange)
        guard parameters != .unreadable, isSigned(suite) else {
            if parameters != .unreadable { try reader.finish() }
            return ServerKeyExchange(parameters, nil)
        }
        let scheme = version == .tls12 ? SignatureScheme(rawValue: try reader.uint16("signature algorithm")) : nil
        _ = try reader.part16("signature")
        try reader.finish()
        return ServerKeyExchange(parameters, scheme)
    }

    private static func isSigned(_ suite: CipherSuite) -> Bool {
        suite.authentication != "anon" && !suite.keyExchange.hasSuffix("PSK")
    }

    private static func parameters(from reader: inout ByteReader, keyExchange: String) throws(WireError) -> Parameters {
        switch keyExchange {
        case "ECDHE": return try ecdhe(from: &reader)
        case "DHE": return try dhe(from: &reader)
        case "RSA":
            return .rsa(modulus: try reader.vector16("modulus"), exponent: try reader.vector16("exponent"))
        case "PSK", "RSA_PSK": return .psk(hint: try reader.vector16("identity hint"))
        case "ECDHE_PSK":
            _ = try reader.part16("identity hint")
            return try ecdhe(from: &reader)
        case "DHE_PSK":
            _ = try reader.part16("identity hint")
            return try dhe(from: &reader)
        default: return .unreadable
        }
    }

    private static func ecdhe(from reader: inout ByteReader) throws(WireError) -> Parameters {
        let namedCurve: UInt8 = 3
        guard try reader.uint8("curve type") == namedCurve else { return .unreadable }
        let group = NamedGroup(rawValue: try reader.uint16("named curve"))
        return .ecdhe(group: group, publicKey: try reader.vector8("public key"))
    }

    private static func dhe(from reader: inout ByteReader) throws(WireError) -> Parameters {
        .dhe(
            prime: try reader.vector16("prime"), generator: try reader.vector16("generator"),
            publicKey: try reader.vector16("public key"))
    }
}
