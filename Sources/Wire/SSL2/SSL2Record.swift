/// Records of SSLv2: a header of two bytes, or of three where padding follows (Hickman, 1995, section 1.1).
package enum SSL2Record {
    static let error: UInt8 = 0
    static let clientHello: UInt8 = 1
    static let serverHello: UInt8 = 4

    /// With a header of two bytes, which counts 15 bits.
    static func bytes(of body: [UInt8]) -> [UInt8] {
        precondition(body.count <= 0x7FFF, "an SSLv2 record is at most 32767 bytes")
        var bytes: [UInt8] = []
        bytes.append16(0x8000 | UInt16(body.count))
        return bytes + body
    }
}

/// Cuts a stream of bytes into the bodies of SSLv2 records, padding removed.
package struct SSL2RecordReader: Sendable {
    private var buffer = StreamBuffer()

    package init() {}

    package mutating func append(_ bytes: [UInt8]) { buffer.append(bytes) }

    package mutating func next() throws(WireError) -> [UInt8]? {
        guard let header = buffer.number16(at: 0) else { return nil }
        if header & 0x8000 != 0 { return buffer.take(Int(header & 0x7FFF), after: 2) }
        guard let padding = buffer.byte(at: 2) else { return nil }
        let length = Int(header & 0x3FFF)
        guard Int(padding) <= length else {
            throw .unexpected(field: "padding", of: "SSLv2 record", found: String(padding))
        }
        return buffer.take(length, after: 3).map { Array($0.dropLast(Int(padding))) }
    }

    fileprivate mutating func takeAll() -> [UInt8] { buffer.take(buffer.count, after: 0) ?? [] }

    /// Such a record begins like one of TLS: `type` 20 to 24, then major version 3.
    fileprivate var looksLikeTLS: Bool? {
        guard let first = buffer.byte(at: 0) else { return nil }
        guard (20...24).contains(first) else { return false }
        return buffer.byte(at: 1).map { $0 == 3 }
    }
}

/// What a server says to an SSLv2 CLIENT-HELLO.
package enum SSL2Answer: Sendable, Equatable {
    case hello(SSL2ServerHello)
    case error(SSL2Error)
    /// Servers that know SSLv2 only to refuse it answer with an alert of TLS.
    case alert(TLSAlert)
}

/// Waits in the bytes a server sends for its answer to an SSLv2 CLIENT-HELLO.
package struct SSL2AnswerReader: Sendable {
    private var records = SSL2RecordReader()
    private var tls = HelloAnswerReader()
    private var isTLS = false

    package init() {}

    /// The answer as soon as it is whole; `nil` while more bytes are needed.
    package mutating func answer(adding bytes: [UInt8]) throws(WireError) -> SSL2Answer? {
        if isTLS { return try tlsAnswer(adding: bytes) }
        records.append(bytes)
        guard let looksLikeTLS = records.looksLikeTLS else { return nil }
        if looksLikeTLS {
            isTLS = true
            return try tlsAnswer(adding: records.takeAll())
        }
        guard let body = try records.next() else { return nil }
        switch body.first {
        case SSL2Record.serverHello: return .hello(try SSL2ServerHello(parsing: body))
        case SSL2Record.error: return .error(try SSL2Error(parsing: body))
        case let type:
            throw .unexpected(
                field: "message type", of: "SSLv2 answer", found: type.map(String.init) ?? "an empty record")
        }
    }

    private mutating func tlsAnswer(adding bytes: [UInt8]) throws(WireError) -> SSL2Answer? {
        switch try tls.answer(adding: bytes) {
        case .alert(let alert): return .alert(alert)
        case .flight: throw .unexpected(field: "first message", of: "SSLv2 answer", found: "a TLS ServerHello")
        case nil: return nil
        }
    }
}
