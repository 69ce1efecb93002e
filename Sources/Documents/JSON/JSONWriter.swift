extension JSONValue {
    package enum Style: Sendable {
        /// One line, members in their order.
        case compact
        /// Indented by two spaces, members in their order.
        case pretty
        /// One line, members sorted by name: equal values are equal bytes.
        case canonical
    }

    /// The document without a final line break. The same value gives the same text on every machine.
    package func text(_ style: Style = .compact) -> String {
        var writer = JSONWriter(style: style)
        writer.write(self, indent: 0)
        return writer.output
    }
}

/// Writes one document. Whatever a string holds, the text is valid, stays on its line and draws nothing on a terminal.
private struct JSONWriter {
    let style: JSONValue.Style
    var output = ""

    init(style: JSONValue.Style) { self.style = style }

    mutating func write(_ value: JSONValue, indent: Int) {
        switch value {
        case .null: output += "null"
        case .boolean(let flag): output += flag ? "true" : "false"
        case .integer(let number): output += String(number)
        case .number(let number): output += number.isFinite ? String(number) : "null"
        case .string(let text): quote(text)
        case .array(let items):
            list("[", "]", items, indent) { writer, item in writer.write(item, indent: indent + 1) }
        case .object(let members):
            list("{", "}", ordered(members), indent) { writer, member in
                writer.quote(member.name)
                writer.output += writer.style == .pretty ? ": " : ":"
                writer.write(member.value, indent: indent + 1)
            }
        }
    }

    private func ordered(_ members: [JSONMember]) -> [JSONMember] {
        guard style == .canonical else { return members }
        return members.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }

    private mutating func list<Item>(
        _ open: String, _ close: String, _ items: [Item], _ indent: Int, _ write: (inout JSONWriter, Item) -> Void
    ) {
        output += open
        for (index, item) in items.enumerated() {
            if index > 0 { output += "," }
            newLine(indent + 1)
            write(&self, item)
        }
        if !items.isEmpty { newLine(indent) }
        output += close
    }

    private mutating func newLine(_ indent: Int) {
        if style == .pretty { output += "\n" + String(repeating: "  ", count: indent) }
    }

    private mutating func quote(_ text: String) {
        output += "\""
        // Nearly every name and value is plain ASCII, and a stored night has thousands of them.
        if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) && $0 != 0x22 && $0 != 0x5C }) {
            output += text
            output += "\""
            return
        }
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": output += "\\\""
            case "\\": output += "\\\\"
            case "\n": output += "\\n"
            case "\r": output += "\\r"
            case "\t": output += "\\t"
            default:
                if JSONWriter.mustEscape(scalar) {
                    for unit in UTF16.encode(scalar).map(Array.init) ?? [] { escape(unit) }
                } else {
                    output.unicodeScalars.append(scalar)
                }
            }
        }
        output += "\""
    }

    private mutating func escape(_ unit: UInt16) {
        let digits = String(unit, radix: 16)
        output += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }

    /// Control characters, line and paragraph separators, and marks that turn the direction of text.
    private static func mustEscape(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: true
        default: false
        }
    }
}
