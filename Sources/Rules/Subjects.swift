import Model
import Store
import Synchronization

/// Who is to be judged and what is known of them; read once for all rules, whoever asks first.
final class Subjects: Sendable {
    /// A subject nothing can be said about.
    struct Gap: Sendable {
        /// In the scope's list.
        let position: Int
        let reason: String
    }

    private struct Known {
        var leftOut: [String: Set<Int>] = [:]
        var scopes: [String: [Int]] = [:]
        var gaps: [String: [Gap]] = [:]
        var outcomes: [String: [(endpoint: Int, reason: String?)]] = [:]
    }

    private let vocabulary: Vocabulary
    private let known = Mutex(Known())

    init(_ vocabulary: Vocabulary) { self.vocabulary = vocabulary }

    /// The endpoints of a scope, ascending.
    func scope(_ name: String, _ database: ReadOnlyDatabase) throws -> [Int] {
        try known.withLock { try Self.scope(name, database, &$0) }
    }

    /// Endpoints that would be in the scope, had they not been found to have nothing to assess.
    func leftOut(of scope: String, _ database: ReadOnlyDatabase) throws -> Set<Int> {
        try known.withLock { known in
            if let ids = known.leftOut[scope] { return ids }
            var ids: Set<Int> = []
            if let select = vocabulary.scope(scope).flatMap(VocabularySchema.leftOut) {
                try database.forEachRow(of: try database.prepare(select)) { row in
                    if let id = row.integer(0) { ids.insert(id) }
                }
            }
            known.leftOut[scope] = ids
            return ids
        }
    }

    /// The endpoints of a scope of which at least one probe has no answer, ascending; the reason is the first one's.
    func gaps(in scope: String, probes: [String], _ database: ReadOnlyDatabase) throws -> [Gap] {
        try known.withLock { known in
            let key = ([scope] + probes).joined(separator: " ")
            if let gaps = known.gaps[key] { return gaps }
            let subjects = try Self.scope(scope, database, &known)
            var reasons: [Int: String] = [:]
            for probe in probes.reversed() {
                for (position, reason) in Self.gaps(subjects, try Self.outcomes(probe, database, &known), probe) {
                    reasons[position] = reason
                }
            }
            let gaps = reasons.sorted { $0.key < $1.key }.map { Gap(position: $0.key, reason: $0.value) }
            known.gaps[key] = gaps
            return gaps
        }
    }

    private static func scope(_ name: String, _ database: ReadOnlyDatabase, _ known: inout Known) throws -> [Int] {
        if let ids = known.scopes[name] { return ids }
        var ids: [Int] = []
        let query = try database.prepare("SELECT endpoint_id FROM \(name) ORDER BY endpoint_id")
        try database.forEachRow(of: query) { row in ids += [row.integer(0)].compactMap { $0 } }
        known.scopes[name] = ids
        return ids
    }

    /// How a probe's conversations ended, ascending by endpoint; without a reason: answered.
    private static func outcomes(
        _ probe: String, _ database: ReadOnlyDatabase, _ known: inout Known
    ) throws -> [(endpoint: Int, reason: String?)] {
        if let outcomes = known.outcomes[probe] { return outcomes }
        var outcomes: [(endpoint: Int, reason: String?)] = []
        let query = try database.prepare(
            """
            SELECT endpoint_id, CASE WHEN outcome = 'answered' THEN NULL WHEN reason = '' THEN outcome ELSE reason END
            FROM observation WHERE probe = ? ORDER BY endpoint_id
            """)
        try database.forEachRow(of: query, [.text(probe)]) { row in
            if let endpoint = row.integer(0) { outcomes.append((endpoint, row.text(1))) }
        }
        known.outcomes[probe] = outcomes
        return outcomes
    }

    /// Both lists ascend.
    private static func gaps(
        _ subjects: [Int], _ outcomes: [(endpoint: Int, reason: String?)], _ probe: String
    ) -> [(Int, String)] {
        var gaps: [(Int, String)] = []
        var next = 0
        for (position, subject) in subjects.enumerated() {
            while next < outcomes.count, outcomes[next].endpoint < subject { next += 1 }
            guard next < outcomes.count, outcomes[next].endpoint == subject else {
                gaps.append((position, "\(probe) was not asked"))
                continue
            }
            if let reason = outcomes[next].reason { gaps.append((position, reason)) }
        }
        return gaps
    }
}

/// Finds endpoints in an ascending list; whoever asks in order, as most statements answer, is answered at once.
struct SubjectCursor {
    private let subjects: [Int]
    private var next = 0

    init(_ subjects: [Int]) { self.subjects = subjects }

    mutating func position(of endpoint: Int) -> Int? {
        if next < subjects.count, subjects[next] == endpoint { return take(next) }
        if next + 1 < subjects.count, subjects[next + 1] == endpoint { return take(next + 1) }
        var (low, high) = (0, subjects.count)
        while low < high {
            let middle = (low + high) / 2
            if subjects[middle] < endpoint { low = middle + 1 } else { high = middle }
        }
        return low < subjects.count && subjects[low] == endpoint ? take(low) : nil
    }

    private mutating func take(_ position: Int) -> Int {
        next = position + 1
        return position
    }
}
