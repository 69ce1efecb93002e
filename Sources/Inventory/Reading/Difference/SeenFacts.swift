import Model
import Store

/// What one fact table said of every endpoint as of a run, each row as one word.
struct SeenFacts {
    struct Sight {
        var things: Set<String> = []
        /// At least one probe that fills the table was answered.
        var wasAnswered = false
    }

    let session: StoreSession
    let table: String
    let shelf: DocumentShelf
    let vocabulary: Vocabulary
    /// The word for a row; `nil`: the row is not counted.
    let word: (FactTable, FactRow) -> String?

    /// By endpoint; those whose probes were not planned have none.
    func sights(at run: Int) throws -> [Int: Sight] {
        let probes = vocabulary.probesByTable[table] ?? []
        var sights: [Int: Sight] = [:]
        var words: [Int: Set<String>] = [:]
        for probe in probes {
            try session.forEach(
                """
                SELECT o.endpoint_id, o.outcome = 'answered' AS answered, (SELECT group_concat(p.part_id)
                  FROM json_each(d.parts) j JOIN h_part p ON p.part_id = j.value
                  JOIN h_shape s ON s.shape_id = p.shape_id WHERE s.name = ?) AS parts
                FROM h_observation o JOIN h_document d ON d.document_id = o.document_id
                WHERE o.probe = ? AND \(HistoryTables.holds("o"))
                """, table, probe, run, run
            ) { row in
                let endpoint = try row.integer("endpoint_id")
                var sight = sights[endpoint] ?? Sight()
                sight.wasAnswered = try sight.wasAnswered || row.boolean("answered")
                for part in try row.optionalText("parts")?.split(separator: ",").compactMap({ Int($0) }) ?? [] {
                    let known = try words[part] ?? self.words(ofPart: part)
                    words[part] = known
                    sight.things.formUnion(known)
                }
                sights[endpoint] = sight
            }
        }
        return sights
    }

    private func words(ofPart part: Int) throws -> Set<String> {
        guard let (table, rows) = try shelf.rows(ofPart: part) else { return [] }
        return Set(rows.compactMap { word(table, $0) })
    }
}

extension FactRow {
    subscript(_ column: String, in table: FactTable) -> FactValue? {
        guard let position = table.columns.firstIndex(where: { $0.name == column }) else { return nil }
        return values[position]
    }
}
