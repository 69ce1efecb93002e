import Model
import Store

/// Endpoints, certificates and software as of two runs, counted.
struct EndpointDifference {
    /// How one endpoint stood at one run.
    private enum Standing {
        case absent, measured, gap, notAuthorised
    }

    private let session: StoreSession
    private let shelf: DocumentShelf
    private let vocabulary: Vocabulary
    private let runs: (from: Int, to: Int)
    private let standings: (before: [Int: Standing], after: [Int: Standing])

    init(session: StoreSession, from: Int, to: Int, vocabulary: Vocabulary, reader: StoredFactsReader) throws {
        self.session = session
        self.vocabulary = vocabulary
        shelf = DocumentShelf(session: session, reader: reader)
        runs = (from, to)
        standings = (try Self.standings(session, at: from), try Self.standings(session, at: to))
    }

    func balances() throws -> [Balance] {
        var (known, measured) = (BalanceSheet(), BalanceSheet())
        for id in Set(standings.before.keys).union(standings.after.keys) {
            let (before, after) = (standings.before[id] ?? .absent, standings.after[id] ?? .absent)
            known.count((before != .absent, after != .absent), because: after == .absent ? .removed : .added)
            measured.count((before == .measured, after == .measured), because: Self.cause(before, after))
        }
        return [
            known.balance(of: .endpoints), measured.balance(of: .measuredEndpoints),
            try balance(of: .certificates, "certificate") { table, row in
                row["position", in: table] == .integer(0) ? "certificate" : nil
            },
            try balance(of: .software, "software") { table, row in
                if case .text(let product)? = row["product", in: table] { product } else { nil }
            },
        ]
    }

    private static func cause(_ before: Standing, _ after: Standing) -> BalanceCause {
        if before == .absent { return .added }
        if after == .absent { return .removed }
        if after == .notAuthorised { return .notAuthorised }
        if after == .gap { return .notMeasured }
        return before == .notAuthorised ? .authorised : .measured
    }

    /// Like `Coverage`: measured is where every planned probe was answered.
    private static func standings(_ session: StoreSession, at run: Int) throws -> [Int: Standing] {
        var standings: [Int: Standing] = [:]
        try session.forEach(
            """
            SELECT endpoint_id, sum(outcome NOT IN ('answered', 'out_of_scope')) AS gaps,
              sum(outcome = 'out_of_scope') AS barred
            FROM h_observation o WHERE \(HistoryTables.holds("o")) GROUP BY endpoint_id
            """, run, run
        ) { row in
            let (gaps, barred) = (try row.integer("gaps"), try row.integer("barred"))
            standings[try row.integer("endpoint_id")] = gaps > 0 ? .gap : barred > 0 ? .notAuthorised : .measured
        }
        return standings
    }

    /// Counts pairs of endpoint and word.
    private func balance(
        of subject: Balance.Subject, _ table: String, _ word: @escaping (FactTable, FactRow) -> String?
    ) throws -> Balance {
        let seen = SeenFacts(session: session, table: table, shelf: shelf, vocabulary: vocabulary, word: word)
        let (before, after) = (try seen.sights(at: runs.from), try seen.sights(at: runs.to))
        var sheet = BalanceSheet()
        for id in Set(before.keys).union(after.keys) {
            let (old, new) = (before[id] ?? SeenFacts.Sight(), after[id] ?? SeenFacts.Sight())
            for thing in Set(old.things.keys).union(new.things.keys) {
                let (before, after) = (old.things[thing], new.things[thing])
                sheet.count(
                    (before != nil, after != nil),
                    because: cause(of: id, old, new, seenBy: after ?? before ?? [], isNew: after != nil))
            }
        }
        return sheet.balance(of: subject)
    }

    /// What a probe saw is not gone while that one has no answer, whatever others say.
    private func cause(
        of endpoint: Int, _ before: SeenFacts.Sight, _ after: SeenFacts.Sight, seenBy probes: Set<String>, isNew: Bool
    ) -> BalanceCause {
        if standings.before[endpoint] == nil { return .added }
        if standings.after[endpoint] == nil { return .removed }
        if isNew { return before.answered.isDisjoint(with: probes) ? .measured : .appeared }
        return probes.isSubset(of: after.answered) ? .disappeared : .notMeasured
    }
}
