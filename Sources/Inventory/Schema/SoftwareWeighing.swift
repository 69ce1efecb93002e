import Model
import Store

/// Makes the current rows of `software` as sure as all probes at a host make them together.
///
/// An observation keeps what its own probe made of it; here it follows from the signals written down beside it alone, so
/// it does not matter which probe came first, or in which of several sittings of a run.
struct SoftwareWeighing {
    fileprivate struct Row {
        let endpointID: Int
        let probe: String
        let number: Int
        let product: String
        let confidence: String
        let signals: Corroboration
        let host: HostCorroboration.Host
    }

    private struct Change {
        let row: Row
        let confidence: SoftwareConfidence
    }

    private static let table = "software"
    private let session: StoreSession

    /// `nil` where the vocabulary knows no signals.
    init?(_ session: StoreSession, _ vocabulary: Vocabulary) {
        guard vocabulary.table(Self.table)?.isWeighed == true else { return nil }
        self.session = session
    }

    func weighAll() throws { try weigh(where: "1", []) }

    /// Only hosts of which something changed since the last finished run before this one.
    func weighHostsChanged(in run: Run) throws {
        let last = try session.count(
            "SELECT coalesce(max(run_id), 0) FROM h_run WHERE state = 'finished' AND run_id < ?", run.sequence)
        let changed = "WHERE from_run > ? OR until_run > ?"
        try weigh(
            where: """
                (e.body, e.name, e.address) IN (SELECT h.body, h.server_name, h.address FROM h_endpoint h
                WHERE h.endpoint_id IN (
                  SELECT endpoint_id FROM h_plan \(changed) UNION SELECT endpoint_id FROM h_observation \(changed)))
                """, [last, last, last, last])
    }

    private func weigh(where condition: String, _ values: [any SQLBindable]) throws {
        var (changes, seen) = ([Change](), [Row]())
        try session.forEach(
            """
            SELECT s.endpoint_id, s.probe, s.fact_number, s.product, s.confidence, s.strong_signals, s.weak_signals,
              e.body, e.name, e.address
            FROM endpoint e JOIN \(Self.table) s ON s.endpoint_id = e.endpoint_id
            WHERE \(condition) ORDER BY e.body, e.name, e.address
            """, values: values
        ) { row in
            let next = try Row(row)
            if next.host != seen.last?.host {
                changes += Self.changes(among: seen)
                seen = []
            }
            seen.append(next)
        }
        changes += Self.changes(among: seen)
        for change in changes {
            try session.run(
                "UPDATE \(Self.table) SET confidence = ? WHERE endpoint_id = ? AND probe = ? AND fact_number = ?",
                change.confidence.rawValue, change.row.endpointID, change.row.probe, change.row.number)
        }
    }

    private static func changes(among rows: [Row]) -> [Change] {
        var sums = HostCorroboration()
        for row in rows { sums.add(row.signals, of: row.product, at: row.host) }
        return rows.compactMap { row in
            guard let sure = sums.confidence(of: row.product, at: row.host), sure.rawValue != row.confidence else {
                return nil
            }
            return Change(row: row, confidence: sure)
        }
    }
}

extension SoftwareWeighing.Row {
    fileprivate init(_ row: SQLRow) throws {
        self.init(
            endpointID: try row.integer("endpoint_id"), probe: try row.text("probe"),
            number: try row.integer("fact_number"), product: try row.text("product"),
            confidence: try row.text("confidence"),
            signals: Corroboration(strong: try row.text("strong_signals"), weak: try row.text("weak_signals")),
            host: .init(body: try row.text("body"), name: try row.text("name"), address: try row.text("address")))
    }
}
