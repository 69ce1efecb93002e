/// Name server of a zone (RFC 1035 3.3.11).
package struct NSRecord: Sendable, Equatable {
    package let host: String

    package init(parsing data: [UInt8]) throws(WireError) {
        var reader = ByteReader(data, of: "NS record")
        host = try DNSName(parsing: &reader).description
        try reader.finish()
    }
}

/// Mail exchanger (RFC 1035 3.3.9).
package struct MXRecord: Sendable, Equatable {
    package let preference: Int
    /// `.` is a null MX: the domain receives no mail (RFC 7505).
    package let host: String

    package init(parsing data: [UInt8]) throws(WireError) {
        var reader = ByteReader(data, of: "MX record")
        preference = Int(try reader.uint16("preference"))
        host = try DNSName(parsing: &reader).description
        try reader.finish()
    }
}

/// Text (RFC 1035 3.3.14): one or more strings, joined without anything between them, as SPF and DMARC read it.
package struct TXTRecord: Sendable, Equatable {
    package let text: String

    package init(parsing data: [UInt8]) throws(WireError) {
        var reader = ByteReader(data, of: "TXT record")
        var bytes = try reader.vector8("string")
        while !reader.isAtEnd { bytes += try reader.vector8("string") }
        text = String(visible: bytes)
    }
}

/// Which certification authorities may issue (RFC 8659 4.1).
package struct CAARecord: Sendable, Equatable {
    package let flags: Int
    /// Lower case.
    package let tag: String
    package let value: String

    package init(parsing data: [UInt8]) throws(WireError) {
        var reader = ByteReader(data, of: "CAA record")
        flags = Int(try reader.uint8("flags"))
        let tag = try reader.vector8("tag")
        guard !tag.isEmpty else { throw .unexpected(field: "tag", of: "CAA record", found: "nothing") }
        self.tag = String(visible: tag).lowercased()
        value = String(visible: reader.rest())
    }
}

/// Which certificate or key a service must show (RFC 6698 2.1).
package struct TLSARecord: Sendable, Equatable {
    package let usage: Int
    package let selector: Int
    package let matching: Int
    package let data: [UInt8]

    package init(parsing data: [UInt8]) throws(WireError) {
        var reader = ByteReader(data, of: "TLSA record")
        usage = Int(try reader.uint8("usage"))
        selector = Int(try reader.uint8("selector"))
        matching = Int(try reader.uint8("matching type"))
        guard !reader.isAtEnd else { throw .missing(field: "certificate association data", of: "TLSA record") }
        self.data = reader.rest()
    }
}
