import Model
import Store

/// Asks every rule about every row of its scope. Sets, never one endpoint at a time.
package struct Judge {
    package let rules: [Rule]
    private let vocabulary: Vocabulary
    private let now: Timestamp
    private let limits: ReadingLimits

    /// Retired rules are not asked.
    package init(_ book: RuleBook, vocabulary: Vocabulary, now: Timestamp, limits: ReadingLimits = .rule) {
        rules = book.rules.filter { $0.text.status != .retired }
        self.vocabulary = vocabulary
        self.now = now
        self.limits = limits
    }

    /// Judges the current state in a database file that holds the vocabulary's tables. Same state, same judgement.
    package func judge(database path: String) throws -> Judgement {
        var judged: [RuleJudgement] = []
        try judge(database: path) { judged.append($0) }
        return Judgement(rules: judged)
    }

    /// The same rule by rule, in their order, on both hands of the machine; no more than a few wait to be taken.
    package func judge(database path: String, workers: Int = 2, _ take: (RuleJudgement) throws -> Void) throws {
        let subjects = Subjects(vocabulary)
        let (vocabulary, now, limits) = (vocabulary, now, limits)
        try RuleQueue(rules, workers: min(workers, max(1, rules.count))) {
            let database = try ReadOnlyDatabase(path: path, words: PublicWords(vocabulary), now: now, limits: limits)
            return { rule in try RuleRun(rule, database, subjects).judgement() }
        }.run(take)
    }

    func judge(_ database: ReadOnlyDatabase) throws -> Judgement {
        let subjects = Subjects(vocabulary)
        return Judgement(rules: try rules.map { try RuleRun($0, database, subjects).judgement() })
    }
}
