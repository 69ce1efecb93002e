import Wire

/// A Certificate message and what came with it.
package struct ServedCertificates: Sendable, Equatable {
    /// DER, in the order served.
    package let chain: [[UInt8]]
    /// Length of the message's body.
    package let messageBytes: Int
    /// DER.
    package var ocspResponse: [UInt8]?
    /// SignedCertificateTimestampList of the TLS extension (RFC 6962 section 3.3.1).
    package var timestamps: [UInt8]?

    static let timestampExtension: UInt16 = 18
    private static let statusExtension: UInt16 = 5

    /// RFC 5246 section 7.4.2.
    init(parsingTLS12 body: [UInt8]) throws(WireError) {
        var message = ByteReader(body, of: "Certificate")
        var list = ByteReader(try message.vector24("certificate list"), of: "Certificate")
        var chain: [[UInt8]] = []
        while !list.isAtEnd { chain.append(try list.vector24("certificate")) }
        self.chain = chain
        messageBytes = body.count
    }

    /// RFC 8446 section 4.4.2: each certificate has extensions of its own, those of the first count.
    init(parsingTLS13 body: [UInt8]) throws(WireError) {
        var message = ByteReader(body, of: "Certificate")
        _ = try message.vector8("context")
        var list = ByteReader(try message.vector24("certificate list"), of: "Certificate")
        var chain: [[UInt8]] = []
        var first: [UInt8]?
        while !list.isAtEnd {
            chain.append(try list.vector24("certificate"))
            let extensions = try list.vector16("extensions")
            first = first ?? extensions
        }
        self.chain = chain
        messageBytes = body.count
        let extensions = first ?? []
        ocspResponse = Self.body(of: Self.statusExtension, in: extensions).flatMap { Self.ocspResponse(in: $0) }
        timestamps = Self.body(of: Self.timestampExtension, in: extensions)
    }

    /// CertificateStatus (RFC 6066 section 8); `nil` for every type but OCSP.
    static func ocspResponse(in status: [UInt8]) -> [UInt8]? {
        var reader = ByteReader(status, of: "CertificateStatus")
        guard (try? reader.uint8("status type")) == 1 else { return nil }
        return try? reader.vector24("response")
    }

    /// The body of one extension in a list of them.
    static func body(of number: UInt16, in block: [UInt8]) -> [UInt8]? {
        var reader = ByteReader(block, of: "extensions")
        while !reader.isAtEnd {
            guard let type = try? reader.uint16("extension type"), let body = try? reader.vector16("extension body")
            else { return nil }
            if type == number { return body }
        }
        return nil
    }
}
