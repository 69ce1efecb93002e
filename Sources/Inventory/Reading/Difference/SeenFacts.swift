import Model
import Store

/// What one fact table said of every endpoint as of a run, each row as one word.
struct SeenFacts {
    struct Sight {
        /// Each with the probes that saw it.
        var things: [String: Set<String>] = [:]
        /// Probes that were answered, whether they saw anything or not.
        var answered: Set<String> = []
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
        let own = Set(
            try session.rows("SELECT part_id FROM h_part JOIN h_shape USING (shape_id) WHERE name = ?", table) {
                try $0.integer("part_id")
            })
        for probe in probes {
            try session.forEach(
                """
                SELECT o.endpoint_id, o.outcome = 'answered' AS answered, d.parts, d.part_list
                FROM h_observation o JOIN h_document d ON d.document_id = o.document_id
                WHERE o.probe = ? AND \(HistoryTables.holds("o"))
                """, probe, run, run
            ) { row in
                let endpoint = try row.integer("endpoint_id")
                var sight = sights[endpoint] ?? Sight()
                if try row.boolean("answered") { sight.answered.insert(probe) }
                for part in try PartList(row).numbers where own.contains(part) {
                    let known = try words[part] ?? self.words(ofPart: part)
                    words[part] = known
                    for thing in known { sight.things[thing, default: []].insert(probe) }
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
