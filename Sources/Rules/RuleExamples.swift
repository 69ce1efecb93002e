import Documents
import Model
import Store

/// Runs the examples of a rule: all side by side in one database, so that a query that mixes up endpoints fails.
package struct RuleExamples {
    /// An example to which the rule said something else.
    package struct Failure: Sendable, CustomStringConvertible {
        package let rule: String
        package let example: String
        package let place: Place
        package let expected: Verdict
        package let said: Verdict?
        package let evidence: String

        package var description: String {
            let verdict = said.map { "'\($0.rawValue)'" } ?? "nothing"
            let because = evidence.isEmpty ? "" : " (\(evidence))"
            return
                "\(place): \(rule): \"\(example)\" expects '\(expected.rawValue)', the rule says \(verdict)\(because)"
        }
    }

    private let rule: Rule
    private let vocabulary: Vocabulary
    private let benches: [Bench]

    /// Examples that share a time of judging, and the database they stand in.
    private struct Bench {
        let examples: [RuleExample]
        let database: ReadOnlyDatabase
    }

    package init(_ rule: Rule, vocabulary: Vocabulary) throws {
        self.rule = rule
        self.vocabulary = vocabulary
        benches = try Self.apart(rule.examples, vocabulary).map { now, examples in
            let scene = ExampleScene(rule: rule, vocabulary: vocabulary)
            return Bench(
                examples: examples,
                database: try ReadOnlyDatabase(
                    scratch: VocabularySchema.statements(for: vocabulary),
                    rows: examples.enumerated().flatMap { scene.rows(of: $0.element, endpoint: $0.offset + 1) },
                    words: PublicWords(vocabulary), now: now))
        }
    }

    /// Examples that share a database: those of one moment. Rows about bodies belong to no endpoint, so an example that
    /// has some stands alone.
    private static func apart(
        _ examples: [RuleExample], _ vocabulary: Vocabulary
    ) -> [(now: Timestamp, examples: [RuleExample])] {
        func hasFigures(_ example: RuleExample) -> Bool {
            example.facts.contains { vocabulary.figure($0.table.name) != nil }
        }
        let shared = Dictionary(grouping: examples.filter { !hasFigures($0) }, by: \.now).sorted { $0.key < $1.key }
        return shared.map { ($0.key, $0.value) } + examples.filter(hasFigures).map { ($0.now, [$0]) }
    }

    /// Empty where every example gets its verdict.
    package func failures() throws -> [Failure] { try failures(of: rule) }

    /// The same examples against a changed rule.
    func failures(of rule: Rule) throws -> [Failure] {
        try benches.flatMap { bench in
            let said = try RuleRun(rule, bench.database, Subjects(vocabulary)).judgement()
            let byEndpoint = Dictionary(
                said.subjects.indices.map { (said.subjects[$0], said.verdict(at: $0)) },
                uniquingKeysWith: { first, _ in first })
            return bench.examples.enumerated().compactMap { index, example -> Failure? in
                let verdict = byEndpoint[index + 1]
                if verdict?.verdict == example.verdict { return nil }
                return Failure(
                    rule: rule.id, example: example.name, place: example.place, expected: example.verdict,
                    said: verdict?.verdict, evidence: verdict?.evidence ?? "")
            }
        }
    }

    /// Whether a statement could be one of the rule's.
    func prepares(_ sql: String) -> Bool {
        benches.allSatisfy { (try? $0.database.prepare(sql)) != nil }
    }
}
