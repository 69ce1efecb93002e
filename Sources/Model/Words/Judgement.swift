/// What a rule says about one subject of its scope.
package enum Verdict: String, Sendable, Codable, CaseIterable {
    case conforms
    case deviates
    /// A sign of a deviation that is no proof: distributions mend software without changing its version.
    case possible
    case phaseOut = "phase-out"
    case notListed = "not listed"
    case notApplicable = "not applicable"
    case notMeasured = "not measured"
}

package enum Severity: String, Sendable, Codable, CaseIterable, Comparable {
    case info, low, medium, high, critical

    package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

    /// Critical or high: what the report calls urgent.
    package var isUrgent: Bool { self >= .high }

    private var rank: Int { Severity.allCases.firstIndex(of: self) ?? 0 }
}

/// A text in both languages of the report; both are always there.
package struct LocalizedText: Sendable, Equatable, Codable {
    package let de: String
    package let en: String

    package init(de: String, en: String) {
        self.de = de
        self.en = en
    }

    package subscript(_ language: Language) -> String { language == .de ? de : en }
}

package enum Language: String, Sendable, Codable, CaseIterable { case de, en }
