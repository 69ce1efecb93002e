import Model
import Store

/// What the usage lists said at a run, and which bodies the fleet file named.
package struct UsageMoment: Sendable, Equatable {
    package let run: RunMoment
    /// Ids with their kinds.
    package let bodies: [String: Body.Kind]
    /// As far as the store keeps it: the status of that day, no contract and no cost.
    package let usages: [Usage]
}

extension InventoryStore {
    /// The lists at finished runs that recorded some, oldest first: at most `most` runs, evenly spread, the first and the
    /// last among them.
    package func usageHistory(most: Int) throws -> [UsageMoment] {
        try file.read { session in
            let runs = try session.rows(
                """
                SELECT * FROM h_run r WHERE state = 'finished' AND EXISTS (SELECT 1 FROM h_usage u
                WHERE u.from_run <= r.run_id AND (u.until_run IS NULL OR u.until_run > r.run_id)) ORDER BY run_id
                """, as: Run.init)
            return try Self.spread(runs, most: max(2, most)).map { run in
                UsageMoment(
                    run: RunMoment(name: run.name, started: run.started), bodies: try Self.bodies(at: run, session),
                    usages: try Self.usages(at: run, session))
            }
        }
    }

    private static func spread(_ runs: [Run], most: Int) -> [Run] {
        guard runs.count > most else { return runs }
        return (0..<most).map { runs[$0 * (runs.count - 1) / (most - 1)] }
    }

    private static func bodies(at run: Run, _ session: StoreSession) throws -> [String: Body.Kind] {
        let rows = try session.rows(
            "SELECT body, kind FROM h_body WHERE \(HistoryTables.holds("h_body"))", run.sequence, run.sequence
        ) { (try $0.text("body"), try $0.word("kind", as: Body.Kind.self)) }
        return Dictionary(rows, uniquingKeysWith: { first, _ in first })
    }

    private static func usages(at run: Run, _ session: StoreSession) throws -> [Usage] {
        try session.rows(
            """
            SELECT * FROM h_usage WHERE \(HistoryTables.holds("h_usage")) ORDER BY body, domain, product
            """, run.sequence, run.sequence
        ) { try Usage(stored: $0) }
    }
}

extension Usage {
    fileprivate init(stored row: SQLRow) throws {
        let product = try row.text("product")
        let provider = try row.text("provider")
        let status = UsageStatus(rawValue: try row.text("status"))
        let since = Day(try row.text("since"))
        let version = try row.text("version")
        let isCentre = try row.text("operator") == "shared-centre"
        let answer: Answer =
            switch try row.text("answer") {
            case "product": .product(product)
            case "none": .none
            default: .unknown
            }
        self.init(
            body: try row.text("body"), domain: try row.text("domain"), answer: answer,
            version: version.isEmpty ? nil : version,
            operation: provider.isEmpty ? .own : isCentre ? .sharedCentre(provider) : .provider(provider),
            history: status.flatMap { status in since.map { [UsageStep(status, since: $0)] } } ?? [])
    }
}
