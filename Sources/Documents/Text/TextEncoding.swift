/// The encodings in which offices write their lists.
package enum TextEncoding: String, Sendable, CaseIterable {
    case utf8 = "UTF-8"
    /// With a byte order mark.
    case utf16 = "UTF-16"
    case windows1252 = "Windows-1252"

    /// By byte order mark, else UTF-8 where the bytes are UTF-8, else Windows-1252. `start` may end inside a character.
    package static func guess(from start: [UInt8]) -> TextEncoding {
        if start.starts(with: [0xFE, 0xFF]) || start.starts(with: [0xFF, 0xFE]) { return .utf16 }
        let whole = start.count < 4 ? start[...] : start.dropLast(incompleteEnd(of: start))
        return String(validating: whole, as: UTF8.self) == nil ? .windows1252 : .utf8
    }

    /// Without the byte order mark; `nil` where the bytes are not of this encoding.
    package func decode(_ bytes: [UInt8]) -> String? {
        switch self {
        case .utf8:
            String(validating: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...], as: UTF8.self)
        case .utf16: TextEncoding.utf16(bytes)
        case .windows1252:
            String(String.UnicodeScalarView(bytes.map(TextEncoding.windows1252Scalar)))
        }
    }

    /// Where the first byte stands that is not UTF-8.
    package static func firstWrongByte(in bytes: [UInt8]) -> Int? {
        var (parser, iterator, offset) = (Unicode.UTF8.ForwardParser(), bytes.makeIterator(), 0)
        while true {
            switch parser.parseScalar(from: &iterator) {
            case .valid(let scalar): offset += scalar.count
            case .error: return offset
            case .emptyInput: return nil
            }
        }
    }

    package static func windows1252Scalar(_ byte: UInt8) -> Unicode.Scalar {
        (0x80...0x9F).contains(byte) ? upperControls[Int(byte) - 0x80] : Unicode.Scalar(byte)
    }

    private static func utf16(_ bytes: [UInt8]) -> String? {
        guard bytes.count >= 2, bytes.count.isMultiple(of: 2) else { return nil }
        let high = bytes[0] == 0xFE ? 0 : 1
        let units = stride(from: 2, to: bytes.count, by: 2).map { index in
            UInt16(bytes[index + high]) << 8 | UInt16(bytes[index + 1 - high])
        }
        return String(validating: units, as: UTF16.self)
    }

    /// Bytes of a character that is cut off at the end.
    private static func incompleteEnd(of bytes: [UInt8]) -> Int {
        for back in 1...3 {
            let byte = bytes[bytes.count - back]
            if byte & 0xC0 == 0x80 { continue }
            let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
            return length > back ? back : 0
        }
        return 0
    }

    /// WHATWG Encoding, index windows-1252, 0x80 to 0x9F.
    private static let upperControls: [Unicode.Scalar] = [
        "\u{20AC}", "\u{81}", "\u{201A}", "\u{192}", "\u{201E}", "\u{2026}", "\u{2020}", "\u{2021}",
        "\u{2C6}", "\u{2030}", "\u{160}", "\u{2039}", "\u{152}", "\u{8D}", "\u{17D}", "\u{8F}",
        "\u{90}", "\u{2018}", "\u{2019}", "\u{201C}", "\u{201D}", "\u{2022}", "\u{2013}", "\u{2014}",
        "\u{2DC}", "\u{2122}", "\u{161}", "\u{203A}", "\u{153}", "\u{9D}", "\u{17E}", "\u{178}",
    ]
}
