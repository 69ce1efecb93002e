import Model

/// What is known of a body's online service: how its page answered, how one signs in, what it runs on.
package struct KnownOnlineService: Sendable, Equatable {
    package let body: String
    package let service: String
    /// As the fact table says it: live, elsewhere, error, unknown.
    package let state: String
    package let detail: String
    /// none, basic, substantial, high or unknown.
    package let signInLevel: String
    /// Kinds of sign-in found, sorted.
    package let signIns: [String]
    /// Products its pages name, surest first.
    package let products: [String]
    /// Seen in the last run, not in an earlier one alone.
    package let isCurrent: Bool
}

extension InventoryStore {
    /// Every online service any run has seen, by body and service.
    package func onlineServices() throws -> [KnownOnlineService] {
        let signIns = Dictionary(grouping: try rows(of: "online_service_sign_in"), by: Self.key)
        let products = Dictionary(grouping: try rows(of: "online_service_product"), by: Self.key)
        return try rows(of: "online_service").map { row in
            let named = (products[Self.key(row)] ?? []).filter { $0.isCurrent == row.isCurrent }
            let order = ["certain", "likely", "possible"]
            return KnownOnlineService(
                body: row.text("body"), service: row.text("service"), state: row.text("state"),
                detail: row.text("detail"), signInLevel: row.text("sign_in_level"),
                signIns: (signIns[Self.key(row)] ?? []).filter { $0.isCurrent == row.isCurrent }
                    .map { $0.text("kind") }.sorted(),
                products: order.flatMap { word in
                    named.filter { $0.text("confidence") == word }.map { $0.text("product") }.sorted()
                }, isCurrent: row.isCurrent)
        }.sorted { ($0.body, $0.service) < ($1.body, $1.service) }
    }

    /// One page may be seen at several addresses of its host.
    private static func key(_ row: KnownFacts.Row) -> [String] {
        [String(row.endpointID), row.text("body"), row.text("service")]
    }

    private func rows(of table: String) throws -> [KnownFacts.Row] {
        try file.read { session in
            try KnownFacts(table, vocabulary: current.vocabulary, reader: current.reader, session: session)?.rows()
                ?? []
        }
    }
}
