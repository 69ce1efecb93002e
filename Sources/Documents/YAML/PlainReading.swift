/// What YAML 1.1 and 1.2 readers make of an unquoted scalar; both, because officers use tools of both kinds.
package enum PlainReading: Sendable, Equatable {
    case text
    case null
    case boolean(Bool)
    /// `nil` where the number does not fit.
    case integer(Int?, IntegerForm)
    case decimal
    case timestamp

    package enum IntegerForm: String, Sendable {
        case plain = "a number"
        case octal = "an octal number"
        case hexadecimal = "a hexadecimal number"
        case binary = "a binary number"
        case sexagesimal = "a number to base 60"
    }

    package init(of text: String) {
        switch text {
        case "", "~", "null", "Null", "NULL": self = .null
        case "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON": self = .boolean(true)
        case "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF": self = .boolean(false)
        default: self = PlainReading(number: Array(text.utf8))
        }
    }

    private init(number bytes: [UInt8]) {
        let unsigned = bytes.first.map { $0 == minus || $0 == plus } == true ? bytes.dropFirst() : bytes[...]
        guard bytes.count <= 64, let first = unsigned.first, isDigit(first) || first == dot || first == underscore
        else {
            self = .text
            return
        }
        let sign = bytes.first == minus ? -1 : 1
        if let (value, form) = PlainReading.integer(unsigned) {
            self = .integer(value.map { $0 * sign }, form)
        } else if PlainReading.isDecimal(unsigned) {
            self = .decimal
        } else if isDigit(first), bytes.count >= 10, PlainReading.isDate(bytes) {
            self = .timestamp
        } else {
            self = .text
        }
    }

    private static func integer(_ bytes: ArraySlice<UInt8>) -> (Int?, IntegerForm)? {
        let text = String(decoding: bytes.filter { $0 != underscore }, as: UTF8.self)
        func value(_ digits: some StringProtocol, _ radix: Int) -> Int? { Int(String(digits), radix: radix) }
        func all(_ digits: Substring, _ accepted: String) -> Bool {
            !digits.isEmpty && digits.allSatisfy(accepted.contains)
        }

        if text.hasPrefix("0x"), all(text.dropFirst(2), "0123456789abcdefABCDEF") {
            return (value(text.dropFirst(2), 16), .hexadecimal)
        }
        if text.hasPrefix("0b"), all(text.dropFirst(2), "01") { return (value(text.dropFirst(2), 2), .binary) }
        if text.hasPrefix("0o"), all(text.dropFirst(2), "01234567") { return (value(text.dropFirst(2), 8), .octal) }
        if text.count > 1, text.hasPrefix("0"), all(text[...], "01234567") { return (value(text, 8), .octal) }
        if all(text[...], "0123456789") { return (value(text, 10), .plain) }
        return sexagesimal(text).map { ($0, .sexagesimal) }
    }

    /// `1:30`, as YAML 1.1 writes 90.
    private static func sexagesimal(_ text: String) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard (2...4).contains(parts.count), text.utf8.allSatisfy({ isDigit($0) || $0 == UInt8(ascii: ":") }) else {
            return nil
        }
        var total = 0
        for (index, part) in parts.enumerated() {
            guard (1...(index == 0 ? 6 : 2)).contains(part.count), let value = Int(part), index == 0 || value < 60
            else { return nil }
            total = total * 60 + value
        }
        return total
    }

    private static func isDecimal(_ bytes: ArraySlice<UInt8>) -> Bool {
        let text = String(decoding: bytes, as: UTF8.self)
        if [".inf", ".Inf", ".INF", ".nan", ".NaN", ".NAN"].contains(text) { return true }
        return bytes.contains(where: isDigit) && !text.hasPrefix("0x") && Double(text) != nil
            && bytes.allSatisfy {
                isDigit($0) || [minus, plus, dot, UInt8(ascii: "e"), UInt8(ascii: "E")].contains($0)
            }
    }

    /// `2026-11-23`, alone or with a time behind it.
    private static func isDate(_ bytes: [UInt8]) -> Bool {
        let pattern = Array("0000-00-00".utf8)
        let fits = zip(bytes, pattern).allSatisfy { $1 == minus ? $0 == minus : isDigit($0) }
        return fits
            && (bytes.count == 10 || [UInt8(ascii: "T"), UInt8(ascii: "t"), UInt8(ascii: " ")].contains(bytes[10]))
    }
}

private let minus = UInt8(ascii: "-")
private let plus = UInt8(ascii: "+")
private let dot = UInt8(ascii: ".")
private let underscore = UInt8(ascii: "_")
private func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
