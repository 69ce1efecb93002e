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

    /// 2^14 and what encryption may add before TLS 1.3.
    package static let bodyLimit = 16_384 + 2_048

    package var bytes: [UInt8] {
        precondition(body.count <= Self.bodyLimit, "a record is at most \(Self.bodyLimit) bytes")
        return [type.rawValue] + version.rawValue.bigEndianBytes + vector16(body)
    }
}

/// Cuts a stream of bytes, in whatever pieces it comes, into records.
package struct TLSRecordReader: Sendable {
    private var buffer: [UInt8] = []

    package init() {}

    package mutating func append(_ bytes: [UInt8]) { buffer += bytes }

    /// The next whole record; `nil` while it is not whole. What cannot be TLS is an error at the first odd byte.
    package mutating func next() throws(WireError) -> TLSRecord? {
        var reader = ByteReader(buffer, of: "TLS record")
        guard !reader.isAtEnd else { return nil }
        let number = try reader.uint8("content type")
        guard let type = TLSRecord.ContentType(rawValue: number) else {
            throw .unexpected(field: "content type", of: "TLS record", found: String(number))
        }
        guard reader.remaining >= 4 else { return nil }
        let version = TLSVersion(rawValue: try reader.uint16("version"))
        guard version.rawValue >> 8 == 3 else {
            throw .unexpected(field: "version", of: "TLS record", found: version.description)
        }
        let length = Int(try reader.uint16("length"))
        guard length <= TLSRecord.bodyLimit else {
            throw .unexpected(field: "length", of: "TLS record", found: String(length))
        }
        guard reader.remaining >= length else { return nil }
        let body = try reader.bytes(length, "body")
        buffer = reader.rest()
        return TLSRecord(type, version: version, body: body)
    }
}
