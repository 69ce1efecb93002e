/// A domain name in wire format (RFC 1035 3.1), read into text: lower case, no final dot, the root is `.`.
///
/// Inside the data of a single record there is no message a compression pointer could point into: it is an error.
package struct DNSName: Sendable, Hashable, CustomStringConvertible {
    package let description: String

    package init(parsing reader: inout ByteReader) throws(WireError) {
        var labels: [String] = []
        var length = 0
        while true {
            let count = try reader.uint8("label length")
            guard count > 0 else { break }
            length += Int(count) + 1
            guard count < 64, length < 255 else {
                throw .unexpected(field: "label length", of: reader.message, found: "\(count)")
            }
            labels.append(Self.text(of: try reader.bytes(Int(count), "label")))
        }
        description = labels.isEmpty ? "." : labels.joined(separator: ".")
    }

    /// Letters, digits, hyphen and underscore as they are, everything else as `\DDD` (RFC 4343 2.1).
    private static func text(of label: [UInt8]) -> String {
        label.reduce(into: "") { text, byte in
            switch byte {
            case 0x41...0x5A: text.unicodeScalars.append(Unicode.Scalar(byte | 0x20))
            case 0x61...0x7A, 0x30...0x39, 0x2D, 0x5F, 0x2A: text.unicodeScalars.append(Unicode.Scalar(byte))
            default: text += "\\" + String(repeating: "0", count: 3 - "\(byte)".count) + "\(byte)"
            }
        }
    }
}
