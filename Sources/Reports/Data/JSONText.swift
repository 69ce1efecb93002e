/// JSON as this report writes it: keys in the given order, so that the same picture gives the same bytes.
enum JSONText: Sendable {
    case string(String)
    case number(Int)
    case bool(Bool)
    case null
    case array([JSONText])
    case object([(String, JSONText)])

    /// For a file: one entry of the outermost array or object a line.
    var file: String {
        switch self {
        case .object(let pairs):
            "{\n" + pairs.map { "\(Self.quoted($0.0)): \($0.1.lines)" }.joined(separator: ",\n") + "\n}\n"
        default: lines + "\n"
        }
    }

    /// For a `<script>` in a page: nothing in it can end the element or begin another one.
    var island: String {
        var result = ""
        for scalar in compact.unicodeScalars {
            switch scalar {
            case "<", ">", "&", "\u{2028}", "\u{2029}": result += Self.escaped(scalar.value)
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private var lines: String {
        guard case .array(let items) = self, !items.isEmpty else { return compact }
        return "[\n" + items.map(\.compact).joined(separator: ",\n") + "\n]"
    }

    private var compact: String {
        switch self {
        case .string(let text): Self.quoted(text)
        case .number(let value): String(value)
        case .bool(let value): value ? "true" : "false"
        case .null: "null"
        case .array(let items): "[" + items.map(\.compact).joined(separator: ", ") + "]"
        case .object(let pairs):
            "{" + pairs.map { "\(Self.quoted($0.0)): \($0.1.compact)" }.joined(separator: ", ") + "}"
        }
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            default:
                if scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) {
                    result += escaped(scalar.value)
                } else {
                    result.unicodeScalars.append(scalar)
                }
            }
        }
        return result + "\""
    }

    private static func escaped(_ value: UInt32) -> String {
        let digits = String(value, radix: 16)
        return "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
