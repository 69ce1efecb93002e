import Model

/// The tables and views a reader may name, and their columns: the vocabulary, and what else a caller allows.
package struct PublicWords: Sendable {
    /// Columns by table or view.
    package let columns: [String: [String]]

    /// `others` are further public views with their columns, for example those of the inventory.
    package init(_ vocabulary: Vocabulary, others: [String: [String]] = [:]) {
        var columns = others
        let endpoint = VocabularySchema.endpoint.columns.map(\.name)
        columns["endpoint"] = endpoint
        columns["observation"] = VocabularySchema.observation.columns.map(\.name)
        for scope in vocabulary.scopes { columns[scope.name] = endpoint }
        for table in vocabulary.tables {
            columns[table.name] = (VocabularySchema.common + table.columns).map(\.name)
        }
        for table in vocabulary.figures { columns[table.name] = table.columns.map(\.name) }
        self.columns = columns
    }

    package func allows(_ table: String, column: String) -> Bool {
        guard let known = columns[table] else { return false }
        return column.isEmpty || known.contains(column)
    }

    /// The table whose name is nearest to a misspelt one.
    package func table(like name: String) -> String? { Spelling.nearest(to: name, in: columns.keys.sorted()) }

    /// The nearest column of the given tables and its table; `tables` are those the statement reads.
    package func column(like name: String, in tables: [String]) -> (table: String, column: String)? {
        let candidates = tables.sorted().flatMap { table in (columns[table] ?? []).map { (table, $0) } }
        guard let nearest = Spelling.nearest(to: name, in: candidates.map(\.1)) else { return nil }
        return candidates.first { $0.1 == nearest }
    }
}
