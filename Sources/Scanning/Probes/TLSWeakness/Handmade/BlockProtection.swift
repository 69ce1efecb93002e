import Cryptography
import Wire

/// One direction of a connection under AES-CBC with MAC-then-encrypt (RFC 5246 section 6.2.3.2, RFC 2246 for TLS 1.0).
struct BlockProtection {
    let version: TLSVersion
    let hash: HashAlgorithm
    let macKey: [UInt8]
    let cipher: AESCBC
    /// TLS 1.0 goes on with the last block of the record before; newer versions send one with each record.
    private var chainedIV: [UInt8]
    private var sequence: UInt64 = 0

    init(version: TLSVersion, hash: HashAlgorithm, macKey: [UInt8], key: [UInt8], iv: [UInt8]) {
        self.version = version
        self.hash = hash
        self.macKey = macKey
        cipher = AESCBC(key: key)
        chainedIV = iv
    }

    /// The parts of a record before it is encrypted; a test spoils what it wants to see noticed.
    struct Fragment {
        var content: [UInt8]
        var code: [UInt8]
        /// With its length byte at the end.
        var padding: [UInt8]

        var bytes: [UInt8] { content + code + padding }
    }

    mutating func seal(
        _ type: TLSRecord.ContentType, _ content: [UInt8], spoiling: (inout Fragment) -> Void = { _ in }
    ) throws -> [UInt8] {
        var fragment = Fragment(content: content, code: code(type, content), padding: [])
        let length = AESCBC.blockSize - (fragment.bytes.count % AESCBC.blockSize)
        // One block more than needed, so that there is always padding worth spoiling.
        let count = length + AESCBC.blockSize
        fragment.padding = [UInt8](repeating: UInt8(count - 1), count: count)
        spoiling(&fragment)
        sequence += 1
        let body = try encrypt(fragment.bytes)
        return TLSRecord(type, version: version, body: body).bytes
    }

    /// What the other side says. Its MAC is not looked at: nothing is believed here but what kind of message it is.
    mutating func open(_ record: TLSRecord) throws -> TLSRecord {
        let isChained = version == .tls10
        let iv = isChained ? chainedIV : Array(record.body.prefix(AESCBC.blockSize))
        let body = isChained ? record.body : Array(record.body.dropFirst(AESCBC.blockSize))
        let plain = try cipher.decrypt(body, iv: iv)
        chainedIV = Array(body.suffix(AESCBC.blockSize))
        let trailer = Int(plain.last ?? 0) + 1 + hash.size
        guard plain.count >= trailer else { throw TLSError("a record without room for its MAC") }
        return TLSRecord(record.type, version: record.version, body: Array(plain.dropLast(trailer)))
    }

    private func code(_ type: TLSRecord.ContentType, _ content: [UInt8]) -> [UInt8] {
        var header: [UInt8] = []
        header.append32(UInt32(truncatingIfNeeded: sequence >> 32))
        header.append32(UInt32(truncatingIfNeeded: sequence))
        header.append(type.rawValue)
        header.append16(version.rawValue)
        header.append16(UInt16(truncatingIfNeeded: content.count))
        return hash.code(header + content, key: macKey)
    }

    private mutating func encrypt(_ plain: [UInt8]) throws -> [UInt8] {
        guard version == .tls10 else {
            let iv = RandomBytes.make(AESCBC.blockSize)
            return iv + (try cipher.encrypt(plain, iv: iv))
        }
        let encrypted = try cipher.encrypt(plain, iv: chainedIV)
        chainedIV = Array(encrypted.suffix(AESCBC.blockSize))
        return encrypted
    }
}
