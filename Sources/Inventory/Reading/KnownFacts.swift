import Model
import Store

/// The rows of one fact table as last known: those of the last run, and for what it could not measure those before.
struct KnownFacts {
    struct Row {
        let endpointID: Int
        /// The last run that saw it.
        let seen: RunMoment?
        /// Seen in the last run.
        let isCurrent: Bool
        fileprivate let values: [String: FactValue]

        func text(_ column: String) -> String {
            if case .text(let text)? = values[column] { text } else { "" }
        }

        func integer(_ column: String) -> Int? {
            if case .integer(let number)? = values[column] { number } else { nil }
        }
    }

    let session: StoreSession
    let table: FactTable
    let probes: [String]
    private let shelf: DocumentShelf

    /// `nil` where the vocabulary has no such table.
    init?(_ name: String, vocabulary: Vocabulary, reader: StoredFactsReader, session: StoreSession) {
        guard let table = vocabulary.table(name) else { return nil }
        self.session = session
        self.table = table
        shelf = DocumentShelf(session: session, reader: reader)
        probes = vocabulary.probesByTable[name] ?? []
    }

    func rows() throws -> [Row] {
        let runs = try FinishedRuns(session)
        return try currentRows(runs) + probes.flatMap { try formerRows($0, runs) }
    }

    private func currentRows(_ runs: FinishedRuns) throws -> [Row] {
        let last = runs.last(from: 0, until: nil)
        return try session.rows("SELECT * FROM \(table.name)") { row in
            var values: [String: FactValue] = [:]
            for column in table.columns { values[column.name] = FactValue(row.value(column.name), column) }
            return Row(endpointID: try row.integer("endpoint_id"), seen: last, isCurrent: true, values: values)
        }
    }

    private func formerRows(_ probe: String, _ runs: FinishedRuns) throws -> [Row] {
        try session.rows(
            """
            SELECT gap.endpoint_id, o.from_run, o.until_run, o.document_id FROM h_observation gap
            JOIN h_observation o ON o.observation_id = (SELECT max(x.observation_id) FROM h_observation x
              WHERE x.endpoint_id = gap.endpoint_id AND x.probe = gap.probe AND x.outcome = 'answered'
              AND x.until_run IS NOT NULL)
            WHERE gap.probe = ? AND gap.until_run IS NULL AND gap.outcome <> 'answered'
            """, probe
        ) { row in
            let seen = runs.last(from: try row.integer("from_run"), until: try row.integer("until_run"))
            let endpointID = try row.integer("endpoint_id")
            return try self.rows(in: row.integer("document_id")).map {
                Row(endpointID: endpointID, seen: seen, isCurrent: false, values: $0)
            }
        }.flatMap { $0 }
    }

    /// The table's rows in a stored document, by column.
    func rows(in documentID: Int) throws -> [[String: FactValue]] {
        try shelf.rows(of: table.name, in: documentID).map { row in
            var values: [String: FactValue] = [:]
            for (column, value) in zip(table.columns, row.values) { values[column.name] = value }
            return values
        }
    }
}

extension FactValue {
    /// As a table of the vocabulary keeps it.
    init(_ stored: StoreValue, _ column: FactColumn) {
        self =
            switch (stored, column.kind) {
            case (.text(let text), _): .text(text)
            case (.integer(let number), .boolean): .boolean(number != 0)
            case (.integer(let number), _): .integer(number)
            case (.null, _), (.blob, _): .absent
            }
    }
}
