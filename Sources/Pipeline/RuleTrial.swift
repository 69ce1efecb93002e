import Rules
import Scanning

/// Runs the examples, and if asked the mutants, of every rule in a book.
package struct RuleTrial: Sendable {
    package private(set) var examples = 0
    package private(set) var failures = 0
    package private(set) var mutants = 0
    package private(set) var killed = 0
    /// One line for each example that failed and each mutant nobody noticed.
    package private(set) var complaints: [String] = []

    package var hasFailed: Bool { !complaints.isEmpty }

    package static func run(_ book: RuleBook, mutate: Bool) throws -> RuleTrial {
        var trial = RuleTrial()
        for rule in book.rules {
            let failed = try RuleExamples(rule, vocabulary: Probes.vocabulary).failures()
            trial.examples += rule.examples.count - failed.count
            trial.failures += failed.count
            trial.complaints += failed.map(\.description)
            if mutate { try trial.mutate(rule) }
        }
        return trial
    }

    private mutating func mutate(_ rule: Rule) throws {
        let report = try RuleMutation.test(rule, vocabulary: Probes.vocabulary)
        mutants += report.total
        killed += report.killed
        complaints += report.survivors.map { "no example notices: \($0)" }
        complaints += report.idleEquivalents.map { "\(rule.id): 'equivalent' names a mutant that is noticed: \($0)" }
    }
}
