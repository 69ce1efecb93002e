/// One hello extension: a number and bytes; unknown numbers and GREASE stay what they are.
package struct TLSExtension: Sendable, Equatable {
    package let type: UInt16
    package let body: [UInt8]

    package init(_ type: UInt16, _ body: [UInt8]) {
        self.type = type
        self.body = body
    }

    /// An extension whose body `write` fills.
    init(_ type: UInt16, write: (inout [UInt8]) -> Void) {
        var body: [UInt8] = []
        write(&body)
        self.init(type, body)
    }

    /// IANA "TLS ExtensionType Values".
    package enum Number {
        package static let serverName: UInt16 = 0
        package static let maxFragmentLength: UInt16 = 1
        package static let truncatedHMAC: UInt16 = 4
        package static let statusRequest: UInt16 = 5
        package static let supportedGroups: UInt16 = 10
        package static let ecPointFormats: UInt16 = 11
        package static let signatureAlgorithms: UInt16 = 13
        package static let heartbeat: UInt16 = 15
        package static let alpn: UInt16 = 16
        package static let signedCertificateTimestamp: UInt16 = 18
        package static let padding: UInt16 = 21
        package static let encryptThenMAC: UInt16 = 22
        package static let extendedMasterSecret: UInt16 = 23
        package static let recordSizeLimit: UInt16 = 28
        package static let sessionTicket: UInt16 = 35
        package static let preSharedKey: UInt16 = 41
        package static let earlyData: UInt16 = 42
        package static let supportedVersions: UInt16 = 43
        package static let cookie: UInt16 = 44
        package static let pskKeyExchangeModes: UInt16 = 45
        package static let certificateAuthorities: UInt16 = 47
        package static let keyShare: UInt16 = 51
        package static let nextProtocolNegotiation: UInt16 = 0x3374
        package static let renegotiationInfo: UInt16 = 0xFF01
    }

    /// The extension block at the end of a hello; a hello before RFC 3546 has none.
    static func block(in reader: inout ByteReader) throws(WireError) -> [TLSExtension] {
        guard !reader.isAtEnd else { return [] }
        var block = try reader.part16("extensions")
        var extensions: [TLSExtension] = []
        while !block.isAtEnd {
            extensions.append(
                TLSExtension(try block.uint16("extension type"), try block.vector16("extension body")))
        }
        return extensions
    }

    static func append(_ extensions: [TLSExtension], to bytes: inout [UInt8]) {
        guard !extensions.isEmpty else { return }
        bytes.vector16 { block in
            for one in extensions {
                block.append16(one.type)
                block.vector16 { $0 += one.body }
            }
        }
    }
}
