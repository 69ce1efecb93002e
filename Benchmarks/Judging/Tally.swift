import Model

/// Verdicts as they pass by.
struct Tally {
    private var counts: [Verdict: Int] = [:]
    private var errors: [String] = []

    mutating func count(_ judgement: RuleJudgement) {
        counts.merge(judgement.counts, uniquingKeysWith: +)
        if let error = judgement.error { errors.append("\(judgement.rule): \(error)") }
    }

    /// `12 conforms, 3 deviates`, and every rule that erred.
    var text: String {
        let numbers = Verdict.allCases.compactMap { verdict in counts[verdict].map { "\($0) \(verdict.rawValue)" } }
        return (numbers + errors).joined(separator: ", ")
    }
}
