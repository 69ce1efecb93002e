/// The line before each chunk of a body (RFC 9112 7.1): a size in hex, perhaps with extensions.
package struct HTTPChunkSize: Sendable, Equatable {
    package let bytes: Int

    package init(parsing line: [UInt8]) throws(WireError) {
        let text = String(visible: line.prefix { $0 != UInt8(ascii: ";") }).trimmed
        guard (1...8).contains(text.utf8.count), text.utf8.allSatisfy({ $0.isHexDigit }),
            let size = Int(text, radix: 16)
        else { throw .unexpected(field: "chunk size", of: "HTTP answer", found: String(visible: line.prefix(20))) }
        bytes = size
    }
}

extension UInt8 {
    fileprivate var isHexDigit: Bool { (0x30...0x39).contains(self) || (0x61...0x66).contains(self | 0x20) }
}
