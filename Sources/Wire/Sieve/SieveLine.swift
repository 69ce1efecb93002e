/// One line of a ManageSieve server (RFC 5804): a capability in quotes, or a response OK, NO or BYE.
package struct SieveLine: Sendable, Equatable {
    package enum Kind: String, Sendable { case capability, ok, no, bye }

    package let kind: Kind
    /// Of a capability, upper case; else empty.
    package let name: String
    /// The capability's value, or what the response says to people.
    package let text: String
    /// How many bytes of text follow the line (`{42}`, `{42+}`); `nil` where the line is whole.
    package let literal: Int?

    /// The line without its end.
    package init(parsing line: [UInt8]) throws(WireError) {
        let words = String(visible: line)
        if words.hasPrefix("\"") {
            guard let (name, rest) = Self.quoted(words[...]), !name.isEmpty else {
                throw .missing(field: "closing quote of capability", of: "ManageSieve line")
            }
            kind = .capability
            self.name = name.uppercased()
            (text, literal) = try Self.value(rest)
            return
        }
        let keyword = words.prefix { $0 != " " }
        guard let kind = Kind(rawValue: keyword.lowercased()), kind != .capability else {
            throw .unexpected(field: "keyword", of: "ManageSieve line", found: String(visible: line.prefix(60)))
        }
        self.kind = kind
        name = ""
        (text, literal) = try Self.value(Self.withoutCode(words[keyword.endIndex...].drop { $0 == " " }))
    }

    /// What stands behind the name or keyword: nothing, a quoted string, or the announcement of a literal.
    private static func value(_ part: Substring) throws(WireError) -> (String, Int?) {
        let part = part.drop { $0 == " " }
        if part.isEmpty { return ("", nil) }
        if part.hasPrefix("{") {
            let digits = part.dropFirst().prefix { $0.isASCII && $0.isNumber }
            guard let count = Int(digits), ["}", "+}"].contains(String(part[digits.endIndex...])) else {
                throw .unexpected(field: "literal", of: "ManageSieve line", found: String(part.prefix(60)))
            }
            return ("", count)
        }
        guard part.hasPrefix("\""), let (text, rest) = quoted(part), rest.allSatisfy({ $0 == " " }) else {
            throw .unexpected(field: "text", of: "ManageSieve line", found: String(part.prefix(60)))
        }
        return (text.spacesFolded, nil)
    }

    /// A response code in brackets is for programs: `NO (ENCRYPT-NEEDED) "..."`.
    private static func withoutCode(_ part: Substring) -> Substring {
        guard part.hasPrefix("("), let end = part.firstIndex(of: ")") else { return part }
        return part[part.index(after: end)...]
    }

    private static func quoted(_ part: Substring) -> (String, Substring)? {
        var text = ""
        var isEscaped = false
        for index in part.indices.dropFirst() {
            let character = part[index]
            if isEscaped {
                text.append(character)
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else if character == "\"" {
                return (text, part[part.index(after: index)...])
            } else {
                text.append(character)
            }
        }
        return nil
    }
}
