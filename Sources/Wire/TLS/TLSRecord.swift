/// One record: a type, a version and up to 2^14 bytes and some (RFC 8446 section 5.1).
package struct TLSRecord: Sendable, Equatable {
    package enum ContentType: UInt8, Sendable {
        case changeCipherSpec = 20
        case alert, handshake, applicationData, heartbeat
    }

    package let type: ContentType
    package let version: TLSVersion
    package let body: [UInt8]

    package init(_ type: ContentType, version: TLSVersion, body: [UInt8]) {
        self.type = type
        self.version = version
        self.body = body
    }

    /// Before encryption.
    package static let plainLimit = 16_384

    /// 2^14 and what encryption may add before TLS 1.3.
    package static let bodyLimit = plainLimit + 2_048

    static let headerLength = 5

    package var bytes: [UInt8] {
        precondition(body.count <= Self.bodyLimit, "a record is at most \(Self.bodyLimit) bytes")
        var bytes: [UInt8] = [type.rawValue]
        bytes.append16(version.rawValue)
        bytes.vector16 { $0 += body }
        return bytes
    }

    /// Handshake bytes in as many records as it takes, none longer than `size`.
    package static func fragments(of message: [UInt8], version: TLSVersion, size: Int = plainLimit) -> [UInt8] {
        let size = min(max(1, size), plainLimit)
        return stride(from: 0, to: message.count, by: size).flatMap { start in
            TLSRecord(.handshake, version: version, body: Array(message[start..<min(start + size, message.count)]))
                .bytes
        }
    }
}

/// Cuts a stream of bytes, in whatever pieces it comes, into records.
package struct TLSRecordReader: Sendable {
    private var buffer = StreamBuffer()

    package init() {}

    package mutating func append(_ bytes: [UInt8]) { buffer.append(bytes) }

    /// The next whole record; `nil` while it is not whole. What cannot be TLS is an error at the first odd byte.
    package mutating func next() throws(WireError) -> TLSRecord? {
        guard let number = buffer.byte(at: 0) else { return nil }
        guard let type = TLSRecord.ContentType(rawValue: number) else {
            throw .unexpected(field: "content type", of: "TLS record", found: String(number))
        }
        guard let version = buffer.number16(at: 1), let length = buffer.number16(at: 3) else { return nil }
        guard version >> 8 == 3 else {
            throw .unexpected(field: "version", of: "TLS record", found: version.fourHexDigits)
        }
        guard Int(length) <= TLSRecord.bodyLimit else {
            throw .unexpected(field: "length", of: "TLS record", found: String(length))
        }
        guard let body = buffer.take(Int(length), after: TLSRecord.headerLength) else { return nil }
        return TLSRecord(type, version: TLSVersion(rawValue: version), body: body)
    }
}
