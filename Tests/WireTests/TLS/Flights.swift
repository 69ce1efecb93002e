import Wire

/// Server flights put together by hand from RFC 5246, RFC 8446, RFC 6066 and RFC 8422; no capture involved.
enum Flights {
    static let random = [UInt8](repeating: 0xAB, count: 32)
    static let certificate: [UInt8] = [0x30, 0x03, 0x02, 0x01, 0x05]
    static let issuer: [UInt8] = [0x30, 0x03, 0x02, 0x01, 0x06]

    /// A message as its type, length and body.
    static func message(_ type: UInt8, _ body: [UInt8]) -> [UInt8] { HandshakeMessage(type: type, body: body).bytes }

    static func vector8(_ bytes: [UInt8]) -> [UInt8] { [UInt8(bytes.count)] + bytes }
    static func vector16(_ bytes: [UInt8]) -> [UInt8] { [UInt8(bytes.count >> 8), UInt8(bytes.count & 0xFF)] + bytes }
    static func vector24(_ bytes: [UInt8]) -> [UInt8] { [0] + vector16(bytes) }

    static func hello(_ suite: UInt16, version: UInt8 = 3, extensions: [UInt8] = []) -> [UInt8] {
        let body = [3, version] + random + [0, UInt8(suite >> 8), UInt8(suite & 0xFF), 0]
        return message(2, body + (extensions.isEmpty ? [] : vector16(extensions)))
    }

    static let chain = message(11, vector24(vector24(certificate) + vector24(issuer)))
    static let status = message(22, [1] + vector24([0x30, 0x03, 0x0A, 0x01, 0x00]))
    /// secp256r1, signed with ecdsa_secp256r1_sha256.
    static let keyExchange = message(12, [3, 0, 23] + vector8([4, 1, 2]) + [4, 3] + vector16([9, 9]))
    static let request = message(13, vector8([1, 64]) + vector16([4, 3, 8, 4]) + vector16(vector16([0x30, 0])))
    static let done = message(14, [])
    static let ecdhe = hello(0xC02B) + chain + status + keyExchange + request + done

    static func records(_ bytes: [UInt8], size: Int = 16_384) -> [UInt8] {
        TLSRecord.fragments(of: bytes, version: .tls12, size: size)
    }

    /// The answer to a whole stream, fed in pieces of one length.
    static func answer(_ bytes: [UInt8], pieces: Int = .max, until end: HelloAnswerReader.End = .flight)
        throws(WireError) -> HelloAnswer?
    {
        var reader = HelloAnswerReader(until: end)
        var rest = bytes[...]
        while !rest.isEmpty {
            let piece = Array(rest.prefix(pieces))
            rest = rest.dropFirst(piece.count)
            if let answer = try reader.answer(adding: piece) { return answer }
        }
        return nil
    }

    static func flight(_ bytes: [UInt8], pieces: Int = .max) throws(WireError) -> ServerFlight? {
        guard case .flight(let flight) = try answer(bytes, pieces: pieces) else { return nil }
        return flight
    }
}
