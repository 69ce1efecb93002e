import Documents
import Model
import Store

/// One check: what it says to people, the queries that decide, and the examples that prove it.
package struct Rule: Sendable {
    package var text: RuleText
    /// Version of its pack that brought it.
    package let since: Int
    package var queries: [RuleQuery.Role: RuleQuery]
    package let examples: [RuleExample]
    /// Mutants its author knows to mean the same, each with the reason.
    package let equivalents: [EquivalentMutant]
    package let place: Place
    /// Probes that must have been answered before the rule says anything; filled in when it is prepared.
    package var probes: Set<String> = []
    /// Tables and views its queries read, also those behind a view; filled in when it is prepared.
    package var tables: Set<String> = []

    /// What it says of an endpoint follows from that endpoint's own rows alone, whatever the day; filled in when it is
    /// prepared.
    package var isOwnRowsOnly = false

    package var id: String { text.id }

    /// Verdicts its queries can lead to, in the order of `Verdict`.
    package var possibleVerdicts: [Verdict] {
        Verdict.allCases.filter { verdict in
            switch verdict {
            case .conforms, .notMeasured: true
            case .deviates, .possible, .phaseOut, .notListed, .notApplicable:
                queries.keys.contains { $0.verdict == verdict }
            }
        }
    }
}

/// A SELECT of a rule and where it stands.
package struct RuleQuery: Sendable, Equatable {
    /// What being in the query's answer means; the names are the keys of the rule file.
    package enum Role: String, Sendable, CaseIterable {
        case notApplicable = "not_applicable"
        case deviates
        /// A sign of a deviation that is no proof, such as a version number in a banner.
        case possible
        case phaseOut = "phase_out"
        case notListed = "not_listed"
        case needs

        /// The verdict of a subject in its answer; `needs` gives none.
        package var verdict: Verdict? {
            switch self {
            case .notApplicable: .notApplicable
            case .deviates: .deviates
            case .possible: .possible
            case .phaseOut: .phaseOut
            case .notListed: .notListed
            case .needs: nil
            }
        }

        /// In which they are asked: the first that has a subject in its answer decides.
        static let inOrderOfWeight: [Role] = [.notApplicable, .deviates, .possible, .phaseOut, .notListed, .needs]

        /// Whether people want to know what was seen.
        var hasEvidence: Bool { self != .needs && self != .notApplicable }
    }

    package let sql: String
    package let place: Place

    package init(sql: String, place: Place) {
        self.sql = sql
        self.place = place
    }

    /// Where a line of the statement stands in the file: a block of several lines begins below its key.
    func place(ofLine line: Int) -> Place {
        let isBlock = sql.contains("\n")
        return Place(
            file: place.file, line: place.line + (isBlock ? line + 1 : 0), column: isBlock ? 1 : place.column)
    }
}

/// A changed query that no example can tell from the original, because it means the same.
package struct EquivalentMutant: Sendable, Equatable {
    package let change: String
    package let reason: String
}
