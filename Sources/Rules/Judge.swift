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
        let database = try ReadOnlyDatabase(
            path: path, words: PublicWords(vocabulary), now: now, limits: limits)
        return try database.snapshot { try judge(database) }
    }

    func judge(_ database: ReadOnlyDatabase) throws -> Judgement {
        let subjects = Subjects(database)
        var verdicts: [RuleVerdict] = []
        var errors: [Judgement.RuleError] = []
        for rule in rules {
            let (said, error) = try RuleRun(rule, database, subjects).verdicts()
            verdicts += said
            if let error { errors.append(error) }
        }
        return Judgement(verdicts: verdicts, errors: errors)
    }
}
