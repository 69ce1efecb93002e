/// A value of a YAML file with the place it stands at.
package struct YAMLNode: Sendable, Equatable {
    package enum Content: Sendable, Equatable {
        case mapping([YAMLEntry])
        case sequence([YAMLNode])
        case scalar(YAMLScalar)
    }

    package let place: Place
    package let content: Content

    package init(_ content: Content, at place: Place) {
        self.place = place
        self.content = content
    }

    package var scalar: YAMLScalar? {
        if case .scalar(let scalar) = content { scalar } else { nil }
    }

    package var items: [YAMLNode]? {
        if case .sequence(let items) = content { items } else { nil }
    }

    /// Key and value in the order written.
    package var entries: [YAMLEntry]? {
        if case .mapping(let entries) = content { entries } else { nil }
    }

    package subscript(key: String) -> YAMLNode? { entries?.first { $0.key.text == key }?.value }

    /// A key without a value, `~` or `null`.
    package var isNull: Bool { scalar?.reading == .null }

    /// For messages: what stands here, in two or three words.
    package var kind: String {
        switch content {
        case .mapping: "a mapping"
        case .sequence: "a list"
        case .scalar(let scalar): scalar.reading == .null ? "nothing" : "'\(scalar.excerpt)'"
        }
    }
}

/// One `key: value` of a mapping.
package struct YAMLEntry: Sendable, Equatable {
    package let key: YAMLScalar
    package let keyPlace: Place
    package let value: YAMLNode

    package init(key: YAMLScalar, keyPlace: Place, value: YAMLNode) {
        self.key = key
        self.keyPlace = keyPlace
        self.value = value
    }
}

/// The text of a scalar, whether it was quoted, and what YAML makes of it.
package struct YAMLScalar: Sendable, Equatable {
    package let text: String
    /// Written without quotes and not as a `|` or `>` block: only such a scalar can be misread.
    package let isPlain: Bool

    package init(_ text: String, isPlain: Bool) {
        self.text = text
        self.isPlain = isPlain
    }

    package var reading: PlainReading { isPlain ? PlainReading(of: text) : .text }

    package var excerpt: String { text.excerpt }
}

extension String {
    /// The first characters on one line, harmless on a terminal, fit for a message.
    package var excerpt: String {
        let start = unicodeScalars.prefix(60).map { scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned:
                scalar == "\n" ? " " : "\\u{\(String(scalar.value, radix: 16))}"
            default: String(scalar)
            }
        }.joined()
        return unicodeScalars.count > 60 ? start + "…" : start
    }
}
