import Cryptography
import Wire

/// The keys of a connection led by hand, and both directions under them.
struct HandmadeSession {
    private let schedule: TLSKeySchedule
    private let master: [UInt8]
    /// ClientKeyExchange, to be sent.
    let keyExchange: HandshakeMessage
    var sending: BlockProtection
    var receiving: BlockProtection

    /// Throws where the server's key cannot be used.
    init(answering flight: ServerFlight, to hello: ClientHello) throws {
        let suite = flight.hello.cipherSuite
        let version = flight.hello.version
        guard hello.cipherSuites.contains(suite), CipherSuite.blockCiphers.contains(suite),
            (TLSVersion.tls10...TLSVersion.tls12).contains(version)
        else { throw WireError.unexpected(field: "choice", of: "ServerHello", found: "\(version) \(suite.name)") }
        let (message, premaster) = try Self.exchange(flight, helloVersion: hello.legacyVersion)
        keyExchange = message
        schedule = TLSKeySchedule(version: version, hash: suite.hash == "SHA384" ? .sha384 : .sha256)
        master = schedule.masterSecret(premaster, clientRandom: hello.random, serverRandom: flight.hello.random)
        let hash: HashAlgorithm = suite.hash == "SHA384" ? .sha384 : suite.hash == "SHA256" ? .sha256 : .sha1
        let keySize = suite.encryptionBits / 8
        var keys = KeyBlock(
            schedule.keyBlock(
                master, clientRandom: hello.random, serverRandom: flight.hello.random,
                count: 2 * (hash.size + keySize + AESCBC.blockSize)))
        let codes = (keys.take(hash.size), keys.take(hash.size))
        let ciphers = (keys.take(keySize), keys.take(keySize))
        let starts = (keys.take(AESCBC.blockSize), keys.take(AESCBC.blockSize))
        sending = BlockProtection(version: version, hash: hash, macKey: codes.0, key: ciphers.0, iv: starts.0)
        receiving = BlockProtection(version: version, hash: hash, macKey: codes.1, key: ciphers.1, iv: starts.1)
    }

    /// Over everything both sides said before it.
    func finished(over transcript: [UInt8]) -> HandshakeMessage {
        HandshakeMessage(type: 20, body: schedule.verifyData(master, messages: transcript, by: "client"))
    }

    private static func exchange(_ flight: ServerFlight, helloVersion: TLSVersion) throws -> (HandshakeMessage, [UInt8])
    {
        if case .ecdhe(let group, let publicKey)? = flight.serverKeyExchange?.parameters {
            let key = try EphemeralKey(in: group)
            return (.clientKeyExchange(ecdhe: key.publicKey), try key.secret(with: publicKey))
        }
        guard let leaf = flight.certificates?.first, let key = RSAEncryption(certificate: leaf) else {
            throw TLSError("the server's key cannot be used by hand")
        }
        var premaster: [UInt8] = []
        premaster.append16(helloVersion.rawValue)
        premaster += RandomBytes.make(46)
        return (.clientKeyExchange(rsa: try key.encrypt(premaster)), premaster)
    }

    private struct KeyBlock {
        private var rest: ArraySlice<UInt8>

        init(_ bytes: [UInt8]) { rest = bytes[...] }

        mutating func take(_ count: Int) -> [UInt8] {
            defer { rest = rest.dropFirst(count) }
            return Array(rest.prefix(count))
        }
    }
}

extension HandshakeMessage {
    static func clientKeyExchange(rsa encrypted: [UInt8]) -> HandshakeMessage {
        var body: [UInt8] = []
        body.vector16 { $0 += encrypted }
        return HandshakeMessage(type: 16, body: body)
    }

    static func clientKeyExchange(ecdhe publicKey: [UInt8]) -> HandshakeMessage {
        var body: [UInt8] = []
        body.vector8 { $0 += publicKey }
        return HandshakeMessage(type: 16, body: body)
    }

    /// For a server that asks for a certificate: none.
    static let noCertificate = HandshakeMessage(type: certificate, body: [0, 0, 0])

    func record(_ version: TLSVersion) -> [UInt8] { TLSRecord(.handshake, version: version, body: bytes).bytes }
}
