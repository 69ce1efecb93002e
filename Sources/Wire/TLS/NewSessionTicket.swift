/// A ticket to resume with: RFC 5077 section 3.3 for TLS 1.2 and older, RFC 8446 section 4.6.1 for TLS 1.3.
package struct NewSessionTicket: Sendable, Equatable {
    /// 0 leaves it open in TLS 1.2 and means "do not use" in TLS 1.3.
    package let lifetimeSeconds: UInt32
    package let ticket: [UInt8]
    /// `max_early_data_size`; `nil` where the ticket allows none.
    package let earlyDataBytes: UInt32?

    package init(parsing body: [UInt8], version: TLSVersion) throws(WireError) {
        var reader = ByteReader(body, of: "NewSessionTicket")
        lifetimeSeconds = try reader.uint32("lifetime")
        if version >= .tls13 {
            _ = try reader.uint32("age add")
            _ = try reader.part8("nonce")
        }
        ticket = try reader.vector16("ticket")
        earlyDataBytes = version >= .tls13 ? try Self.earlyData(in: &reader) : nil
        try reader.finish()
    }

    private static func earlyData(in reader: inout ByteReader) throws(WireError) -> UInt32? {
        guard !reader.isAtEnd else { throw .missing(field: "length of extensions", of: reader.message) }
        let extensions = try TLSExtension.block(in: &reader)
        guard let found = extensions.first(where: { $0.type == TLSExtension.Number.earlyData }) else { return nil }
        var body = ByteReader(found.body, of: "NewSessionTicket")
        let size = try body.uint32("early data size")
        try body.finish()
        return size
    }
}

/// What a TLS 1.3 server says about itself once it is encrypted (RFC 8446 section 4.3.1).
package struct EncryptedExtensions: Sendable, Equatable {
    package let extensions: [TLSExtension]
    /// The groups the server prefers; `nil` where it does not say.
    package let supportedGroups: [NamedGroup]?
    /// The protocol chosen by ALPN; `nil` where none was.
    package let alpn: String?

    package init(parsing body: [UInt8]) throws(WireError) {
        var reader = ByteReader(body, of: "EncryptedExtensions")
        guard !reader.isAtEnd else { throw .missing(field: "length of extensions", of: reader.message) }
        extensions = try TLSExtension.block(in: &reader)
        try reader.finish()
        supportedGroups = try Self.groups(in: extensions)
        alpn =
            extensions.first { $0.type == TLSExtension.Number.alpn }
            .flatMap { TLSExtension.protocolNames($0.body) }?.first
    }

    private static func groups(in extensions: [TLSExtension]) throws(WireError) -> [NamedGroup]? {
        guard let found = extensions.first(where: { $0.type == TLSExtension.Number.supportedGroups }) else {
            return nil
        }
        var reader = ByteReader(found.body, of: "EncryptedExtensions")
        var list = try reader.part16("supported groups")
        try reader.finish()
        return try list.numbers16("supported group").map(NamedGroup.init(rawValue:))
    }
}
