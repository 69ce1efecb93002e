/// What a probe can learn, declared once: a table of typed columns with a sentence for each.
///
/// The observation's JSON, the SQLite table, rule examples, exports and `lagebild schema` all follow from it.
package struct FactTable: Sendable, Equatable {
    /// snake_case; a promise to rule authors once shipped.
    package let name: String
    package let sentence: String
    package let columns: [FactColumn]
    /// Columns by which rules look up rows of other endpoints: the same key, the same certificate.
    package let lookups: [String]
    /// No probe saw its rows: they follow from the facts of all endpoints together.
    package let isDerived: Bool
    /// How sure its rows are depends on what other probes saw at the same host.
    package let isWeighed: Bool

    package init(
        _ name: String, _ sentence: String, _ columns: [FactColumn], lookups: [String] = [], isDerived: Bool = false,
        isWeighed: Bool = false
    ) {
        precondition(lookups.allSatisfy { name in columns.contains { $0.name == name } }, "\(name): no such column")
        self.name = name
        self.sentence = sentence
        self.columns = columns
        self.lookups = lookups
        self.isDerived = isDerived
        self.isWeighed = isWeighed
    }
}

/// One column of a fact table. A unit belongs in the name (`key_bits`, `max_age_seconds`).
package struct FactColumn: Sendable, Equatable {
    package enum Kind: String, Sendable { case text, integer, boolean }

    package let name: String
    package let kind: Kind
    /// What an absent value means. A column without this sentence is NOT NULL.
    package let absence: String?
    package let sentence: String

    package static func text(_ name: String, absent: String? = nil, _ sentence: String) -> FactColumn {
        FactColumn(name: name, kind: .text, absence: absent, sentence: sentence)
    }

    package static func integer(_ name: String, absent: String? = nil, _ sentence: String) -> FactColumn {
        FactColumn(name: name, kind: .integer, absence: absent, sentence: sentence)
    }

    package static func boolean(_ name: String, absent: String? = nil, _ sentence: String) -> FactColumn {
        FactColumn(name: name, kind: .boolean, absence: absent, sentence: sentence)
    }

    /// What a rule's example means when it leaves the column out.
    package var neutral: FactValue {
        if absence != nil { return .absent }
        switch kind {
        case .text: return .text("")
        case .integer: return .integer(0)
        case .boolean: return .boolean(false)
        }
    }

    /// Whether a value may stand in this column.
    package func accepts(_ value: FactValue) -> Bool {
        switch (value, kind) {
        case (.absent, _): absence != nil
        case (.text, .text), (.integer, .integer), (.boolean, .boolean): true
        default: false
        }
    }
}
