import Model

extension YAMLShape where Value == String {
    /// Text that says something. What YAML would misread (`07231`, `1.0`, `no`) must be quoted.
    package static let text = YAMLShape(schema: ["type": "string", "minLength": 1]) { node, log in
        guard let text = anyText.read(node, log) else { return nil }
        guard text.contains(where: { !$0.isWhitespace }) else {
            log.error(at: node.place, "the text is empty")
            return nil
        }
        let control = text.unicodeScalars.first {
            ($0.value < 0x20 || (0x7F...0x9F).contains($0.value)) && ![0x09, 0x0A, 0x0D].contains($0.value)
        }
        if let control {
            log.error(
                at: node.place, "'\(text.excerpt)' holds the control character U+\(String(control.value, radix: 16))")
            return nil
        }
        return text
    }

    /// Text that may be empty.
    package static let anyText = YAMLShape(schema: ["type": "string"]) { node, log in
        guard let scalar = node.scalar else {
            log.error(at: node.place, "expected text, found \(node.kind)")
            return nil
        }
        var quoted: String { "put it in quotes: \"\(scalar.excerpt)\"" }
        switch scalar.reading {
        case .text, .timestamp:
            return scalar.text
        case .null:
            log.error(at: node.place, "expected text, found nothing")
        case .boolean(let value):
            log.error(at: node.place, "\(value) is not text (YAML reads \(scalar.text) as a boolean)", hint: quoted)
        case .integer(let value, let form):
            let number = value.map(String.init) ?? scalar.text
            let why =
                number == scalar.text ? "YAML reads it as a number" : "YAML reads \(scalar.text) as \(form.rawValue)"
            log.error(at: node.place, "\(number) is not text (\(why))", hint: quoted)
        case .decimal:
            log.error(at: node.place, "\(scalar.text) is not text (YAML reads it as a number)", hint: quoted)
        }
        return nil
    }

    /// A short name others refer to: letters, digits, `.`, `_` and `-`.
    package static let identifier = matching(
        pattern: "^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$", called: "an id",
        hint: "an id has up to 64 letters, digits, '.', '_' or '-', and starts with a letter or digit"
    ) { text in
        text.utf8.count <= 64 && text.utf8.allSatisfy { isWordByte($0) || ".-_".utf8.contains($0) }
            && text.utf8.first.map(isWordByte) == true
    }

    /// An identifier that becomes a file name or part of an address: lower-case letters, digits and `-`.
    package static let slug = matching(
        pattern: "^[a-z0-9][a-z0-9-]{0,63}$", called: "an id",
        hint: "this id has up to 64 lower-case letters, digits or '-', and starts with a letter or digit"
    ) { text in
        text.utf8.count <= 64 && text == text.lowercased() && !text.hasPrefix("-")
            && text.utf8.allSatisfy { isWordByte($0) || $0 == UInt8(ascii: "-") }
    }

    /// Text of a fixed form; `called` names it with its article.
    package static func matching(
        pattern: String, called: String, hint: String, _ accepts: @escaping @Sendable (String) -> Bool
    ) -> YAMLShape {
        text.map(schema: ["type": "string", "pattern": .string(pattern)]) { text, place, log in
            if accepts(text) { return text }
            log.error(at: place, "'\(text.excerpt)' is not \(called)", hint: hint)
            return nil
        }
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        Character(Unicode.Scalar(byte)).isASCII
            && (Character(Unicode.Scalar(byte)).isLetter || (48...57).contains(byte))
    }
}

extension YAMLShape where Value == Int {
    /// A whole number, written plainly in decimal.
    package static func integer(in range: ClosedRange<Int>) -> YAMLShape {
        let schema: JSONValue = [
            "type": "integer", "minimum": .integer(range.lowerBound), "maximum": .integer(range.upperBound),
        ]
        return YAMLShape(schema: schema) { node, log in
            guard case .integer(let value, .plain)? = node.scalar?.reading else {
                log.error(at: node.place, "expected a whole number, found \(node.kind)")
                return nil
            }
            guard let value, range.contains(value) else {
                log.error(at: node.place, "\(node.kind) is not within \(range.lowerBound) to \(range.upperBound)")
                return nil
            }
            return value
        }
    }
}

extension YAMLShape where Value == Bool {
    package static let boolean = YAMLShape(schema: ["type": "boolean"]) { node, log in
        if let scalar = node.scalar, scalar.isPlain, ["true", "false"].contains(scalar.text) {
            return scalar.text == "true"
        }
        log.error(at: node.place, "expected true or false, found \(node.kind)")
        return nil
    }
}

extension YAMLShape where Value == Day {
    package static let day = YAMLShape(schema: ["type": "string", "format": "date"]) { node, log in
        guard let text = node.scalar?.text, let day = Day(text) else {
            log.error(at: node.place, "\(node.kind) is not a day", hint: "write it as 2026-11-23")
            return nil
        }
        return day
    }
}

extension YAMLShape where Value: RawRepresentable<String> & CaseIterable {
    /// One of the words of a Swift enumeration.
    package static var word: YAMLShape {
        let words = Value.allCases.map(\.rawValue)
        return YAMLShape<String>.word(words).map { text, _, _ in Value(rawValue: text) }
    }
}

extension YAMLShape where Value == String {
    /// One of a closed list of words.
    package static func word(_ words: [String]) -> YAMLShape {
        YAMLShape(schema: ["enum": .array(words.map { .string($0) })]) { node, log in
            guard let text = text.read(node, log) else { return nil }
            guard words.contains(text) else {
                let hint = Suggestion.closest(to: text, among: words).map { "did you mean '\($0)'?" }
                let excerpt = text.excerpt
                log.error(
                    at: node.place, "'\(excerpt)' is not one of \(words.joined(separator: ", "))", hint: hint)
                return nil
            }
            return text
        }
    }
}
