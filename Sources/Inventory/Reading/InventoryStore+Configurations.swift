import Model
import Store

/// How the servers of one endpoint are configured, as the last run saw it.
package struct ServerConfiguration: Sendable, Equatable {
    package let endpointID: Int
    package let kind: ConfigurationKind
    package let values: [ConfigurationAspect: Set<String>]
    /// Everything was asked and answered, so that what is missing here is refused there.
    package let isComplete: Bool
}

extension InventoryStore {
    /// Of every endpoint that accepted a TLS version or named SSH algorithms, by endpoint.
    package func configurations() throws -> [ServerConfiguration] {
        try file.read { session in
            let facts = ConfigurationFacts(session: session, vocabulary: vocabulary)
            return try (facts.tls() + facts.ssh()).sorted {
                ($0.endpointID, $0.kind.rawValue) < ($1.endpointID, $1.kind.rawValue)
            }
        }
    }
}

/// Reads fact tables as words by endpoint.
private struct ConfigurationFacts {
    let session: StoreSession
    let vocabulary: Vocabulary

    func tls() throws -> [ServerConfiguration] {
        let protocols = try words("tls_protocol", "protocol", where: "answer = 'accepted'")
        let suites = try words(
            "tls_cipher_suite", "trim(key_exchange || ' ' || encryption || '-' || encryption_bits || ' ' || mode)")
        let groups = try words("tls_group", "name", where: "answer = 'accepted'")
        let keys = try words(
            "certificate", "key_type || ' ' || CASE key_curve WHEN '' THEN key_bits ELSE key_curve END",
            where: "position = 0")
        let unknown = try words("tls_protocol", "protocol", where: "answer = 'unknown'")
        let cut = try words(
            "tls_enumeration", "subject", where: "answer <> 'complete' AND subject IN ('cipher_suite', 'group')")
        return protocols.map { endpoint, accepted in
            ServerConfiguration(
                endpointID: endpoint, kind: .tls,
                values: [
                    .protocols: accepted, .cipherGroups: suites[endpoint] ?? [], .keyExchange: groups[endpoint] ?? [],
                    .certificateKey: keys[endpoint] ?? [],
                ],
                isComplete: unknown[endpoint] == nil && cut[endpoint] == nil && keys[endpoint] != nil)
        }
    }

    func ssh() throws -> [ServerConfiguration] {
        let name = "name || CASE direction WHEN 'both' THEN '' ELSE ' ' || direction END"
        let kinds: [(ConfigurationAspect, String)] = [
            (.kex, "kex"), (.ciphers, "cipher"), (.macs, "mac"), (.hostKeys, "host_key"),
        ]
        var values: [Int: [ConfigurationAspect: Set<String>]] = [:]
        for (aspect, kind) in kinds {
            for (endpoint, names) in try words("ssh_algorithm", name, where: "kind = '\(kind)'") {
                values[endpoint, default: [:]][aspect] = names
            }
        }
        return values.map {
            ServerConfiguration(endpointID: $0.key, kind: .ssh, values: $0.value, isComplete: true)
        }
    }

    /// Nothing where the vocabulary has no such table.
    private func words(
        _ table: String, _ expression: String, where condition: String = "1 = 1"
    ) throws -> [Int: Set<String>] {
        guard vocabulary.table(table) != nil else { return [:] }
        let rows = try session.rows(
            "SELECT DISTINCT endpoint_id, \(expression) AS word FROM \(table) WHERE \(condition)"
        ) { row in (endpoint: try row.integer("endpoint_id"), word: try row.text("word")) }
        return rows.reduce(into: [:]) { $0[$1.endpoint, default: []].insert($1.word) }
    }
}
