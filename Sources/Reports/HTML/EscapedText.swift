/// The one place where text becomes HTML.
///
/// Beyond the characters that mean something to HTML it takes the power from those that reorder or hide text: names,
/// banners and certificates come from strangers, and a right-to-left override can make one host name look like another.
enum EscapedText {
    static func content(_ text: String) -> String { escape(text) }

    static func attribute(_ text: String) -> String { escape(text) }

    /// Invisible and reordering characters written out, so that people see what is there.
    static func visible(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isTreacherous) else { return text }
        var result = ""
        for scalar in text.unicodeScalars {
            if isTreacherous(scalar) {
                result += "⟨U+\(hex(scalar.value))⟩"
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private static func escape(_ text: String) -> String {
        var result = ""
        result.reserveCapacity(text.utf8.count)
        for scalar in visible(text).unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// Controls, bidirectional controls, zero-width and line separators, tags and the byte order mark.
    private static func isTreacherous(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A: false
        case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x180E, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F: true
        case 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F: true
        default: false
        }
    }

    private static func hex(_ value: UInt32) -> String {
        let digits = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
