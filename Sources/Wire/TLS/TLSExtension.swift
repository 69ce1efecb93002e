/// One hello extension: a number and bytes; unknown numbers and GREASE stay what they are.
package struct TLSExtension: Sendable, Equatable {
    package let type: UInt16
    package let body: [UInt8]

    package init(_ type: UInt16, _ body: [UInt8]) {
        self.type = type
        self.body = body
    }

    /// IANA "TLS ExtensionType Values".
    package enum Number {
        package static let serverName: UInt16 = 0
        package static let supportedGroups: UInt16 = 10
        package static let ecPointFormats: UInt16 = 11
        package static let signatureAlgorithms: UInt16 = 13
        package static let padding: UInt16 = 21
        package static let extendedMasterSecret: UInt16 = 23
        package static let sessionTicket: UInt16 = 35
        package static let supportedVersions: UInt16 = 43
        package static let keyShare: UInt16 = 51
        package static let renegotiationInfo: UInt16 = 0xFF01
    }

    var bytes: [UInt8] { type.bigEndianBytes + vector16(body) }

    /// The extension block at the end of a hello; a hello before RFC 3546 has none.
    static func block(in reader: inout ByteReader) throws(WireError) -> [TLSExtension] {
        guard !reader.isAtEnd else { return [] }
        var block = ByteReader(try reader.vector16("extensions"), of: reader.message)
        var extensions: [TLSExtension] = []
        while !block.isAtEnd {
            extensions.append(
                TLSExtension(try block.uint16("extension type"), try block.vector16("extension body")))
        }
        return extensions
    }
}
