import Cryptography
import Wire

/// Hellos of TLS 1.2 and older for conversations led by hand: without extended master secret and encrypt-then-MAC, so
/// that keys and records stay as RFC 5246 has them.
extension ClientHello {
    static func handmade(
        _ suites: [CipherSuite], serverName: String, sessionID: [UInt8] = [], adding extensions: [TLSExtension] = []
    ) -> ClientHello {
        let name = TLSExtension.serverName(serverName).map { [$0] } ?? []
        return ClientHello(
            legacyVersion: .tls12, random: RandomBytes.make(32), sessionID: sessionID,
            cipherSuites: suites + [.emptyRenegotiationInfo],
            extensions: name + [
                .supportedGroups(EphemeralKey.groups), .ecPointFormats, .signatureAlgorithms(SignatureScheme.all),
            ] + extensions)
    }
}

extension CipherSuite {
    /// Everything that encrypts, for conversations that end before keys are made. Diffie-Hellman over primes comes last:
    /// Dovecot without a file of parameters falls over itself when a client puts it first.
    static let allEncrypting: [CipherSuite] = {
        let every = all(for: .tls12).filter { $0.parts != nil && $0.encryption != "NULL" && !$0.isExport }
        let usual = ["ECDHE", "RSA"].flatMap { exchange in every.filter { $0.keyExchange == exchange } }
        return usual + every.filter { !["ECDHE", "RSA"].contains($0.keyExchange) }
    }()

    /// The client encrypts the premaster secret with the server's RSA key.
    static let keyTransport = allEncrypting.filter { $0.keyExchange == "RSA" && $0.authentication == "RSA" }

    /// What `HandmadeSession` can speak: AES in CBC mode with a key exchange it can do.
    static let blockCiphers = allEncrypting.filter { suite in
        suite.encryption == "AES" && suite.mode == "CBC" && ["SHA", "SHA256", "SHA384"].contains(suite.hash)
            && ["RSA", "ECDHE"].contains(suite.keyExchange) && ["RSA", "ECDSA"].contains(suite.authentication)
    }
}
