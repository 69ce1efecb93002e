/// The chain a server hands out: RFC 5246 section 7.4.2, and RFC 8446 section 4.4.2 with extensions for each.
package struct CertificateMessage: Sendable, Equatable {
    /// One certificate in DER and what came with it.
    package struct Entry: Sendable, Equatable {
        package let certificate: [UInt8]
        /// TLS 1.3 only: OCSP response (5) and timestamps (18).
        package let extensions: [TLSExtension]
    }

    package let entries: [Entry]

    package var certificates: [[UInt8]] { entries.map(\.certificate) }

    package init(parsing body: [UInt8], version: TLSVersion) throws(WireError) {
        var reader = ByteReader(body, of: "Certificate")
        let isNew = version >= .tls13
        if isNew { _ = try reader.part8("request context") }
        var list = try reader.part24("certificate list")
        try reader.finish()
        var entries: [Entry] = []
        while !list.isAtEnd {
            let certificate = try list.vector24("certificate")
            entries.append(Entry(certificate: certificate, extensions: isNew ? try Self.extensions(in: &list) : []))
        }
        self.entries = entries
    }

    private static func extensions(in list: inout ByteReader) throws(WireError) -> [TLSExtension] {
        guard !list.isAtEnd else { throw .missing(field: "length of extensions", of: list.message) }
        return try TLSExtension.block(in: &list)
    }
}

/// A stapled OCSP response (RFC 6066 section 8), or several (RFC 6961).
package struct CertificateStatus: Sendable, Equatable {
    /// DER; the first belongs to the server's own certificate. An empty one means: none for this certificate.
    package let responses: [[UInt8]]

    /// The message of TLS 1.2, and the body of the extension in a Certificate message of TLS 1.3.
    package init(parsing body: [UInt8]) throws(WireError) {
        var reader = ByteReader(body, of: "CertificateStatus")
        switch try reader.uint8("status type") {
        case 1: responses = [try reader.vector24("OCSP response")]
        case 2:
            var list = try reader.part24("OCSP responses")
            var responses: [[UInt8]] = []
            while !list.isAtEnd { responses.append(try list.vector24("OCSP response")) }
            self.responses = responses
        case let type: throw .unexpected(field: "status type", of: "CertificateStatus", found: String(type))
        }
        try reader.finish()
    }
}

/// The server asks for a client certificate: RFC 2246 and RFC 5246 section 7.4.4, RFC 8446 section 4.3.2.
package struct CertificateRequest: Sendable, Equatable {
    /// `ClientCertificateType`; empty in TLS 1.3.
    package let types: [UInt8]
    /// Empty before TLS 1.2.
    package let signatureSchemes: [SignatureScheme]
    /// Distinguished names in DER; in TLS 1.3 from `certificate_authorities`.
    package let authorities: [[UInt8]]

    package init(parsing body: [UInt8], version: TLSVersion) throws(WireError) {
        var reader = ByteReader(body, of: "CertificateRequest")
        if version >= .tls13 {
            _ = try reader.part8("request context")
            guard !reader.isAtEnd else { throw .missing(field: "length of extensions", of: reader.message) }
            let extensions = try TLSExtension.block(in: &reader)
            types = []
            signatureSchemes = try Self.schemes(in: extensions)
            authorities = try Self.authorities(in: extensions)
        } else {
            types = try reader.vector8("certificate types")
            signatureSchemes = version == .tls12 ? try Self.schemes(in: &reader) : []
            authorities = try Self.authorities(in: &reader)
        }
        try reader.finish()
    }

    private static func schemes(in reader: inout ByteReader) throws(WireError) -> [SignatureScheme] {
        var list = try reader.part16("signature algorithms")
        return try list.numbers16("signature algorithm").map(SignatureScheme.init(rawValue:))
    }

    private static func authorities(in reader: inout ByteReader) throws(WireError) -> [[UInt8]] {
        var list = try reader.part16("certificate authorities")
        var authorities: [[UInt8]] = []
        while !list.isAtEnd { authorities.append(try list.vector16("distinguished name")) }
        return authorities
    }

    private static func schemes(in extensions: [TLSExtension]) throws(WireError) -> [SignatureScheme] {
        guard let found = extensions.first(where: { $0.type == TLSExtension.Number.signatureAlgorithms }) else {
            return []
        }
        var reader = ByteReader(found.body, of: "CertificateRequest")
        return try schemes(in: &reader)
    }

    private static func authorities(in extensions: [TLSExtension]) throws(WireError) -> [[UInt8]] {
        guard let found = extensions.first(where: { $0.type == TLSExtension.Number.certificateAuthorities }) else {
            return []
        }
        var reader = ByteReader(found.body, of: "CertificateRequest")
        return try authorities(in: &reader)
    }
}
