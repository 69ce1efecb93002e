import Model
import Store

/// A provider's finding as a body that depends on it sees it.
package struct InheritedFinding: Sendable, Hashable {
    /// `F-12`.
    package let finding: String
    /// The consumer.
    package let body: String
    package let provider: String
    /// Id of the shared service.
    package let service: String

    package init(finding: String, body: String, provider: String, service: String) {
        self.finding = finding
        self.body = body
        self.provider = provider
        self.service = service
    }
}

/// Something several bodies have in common: where it fails, it fails for all of them.
package struct SharedThing: Sendable, Equatable {
    package enum Kind: String, Sendable, CaseIterable {
        case provider, certificate, key
        case nameServer = "name-server"
        case mailHost = "mail-host"
    }

    package let kind: Kind
    /// Body id, SHA-256 in lower-case hex, or host name.
    package let value: String
    /// Two or more, sorted.
    package let bodies: [String]
    /// Ids, sorted.
    package let endpointIDs: [Int]
    /// Open findings at these endpoints that count.
    package let openFindings: Int
}

extension InventoryStore {
    /// By finding, then body.
    package func inheritedFindings() throws -> [InheritedFinding] {
        try file.read { session in
            try session.rows("SELECT * FROM inherited_finding ORDER BY finding_id, body, provider") {
                InheritedFinding(
                    finding: try $0.text("finding_id"), body: try $0.text("body"), provider: try $0.text("provider"),
                    service: try $0.text("service"))
            }
        }
    }

    /// As last seen, by kind, then the most bodies first.
    package func sharedThings(on day: Day) throws -> [SharedThing] {
        try file.read { session in
            try SharedThing.Kind.allCases.flatMap { kind in
                guard kind.table.map({ vocabulary.table($0) != nil }) ?? true else { return [SharedThing]() }
                return try session.shared(kind, on: day)
            }
        }
    }
}

extension SharedThing.Kind {
    /// The fact table it is seen in.
    fileprivate var table: String? {
        switch self {
        case .provider: nil
        case .certificate, .key: "certificate"
        case .nameServer: "dns_ns"
        case .mailHost: "dns_mx"
        }
    }

    /// Value, body and endpoint of everything of this kind.
    fileprivate var seen: String {
        switch self {
        case .provider:
            """
            SELECT r.provider AS value, r.consumer AS body, e.endpoint_id FROM relation r
            LEFT JOIN endpoint e ON (e.body = r.consumer AND r.service = '' AND (e.name = r.host OR e.name = '' AND e.address = r.host))
              OR (e.body = r.provider AND r.service <> '' AND (r.host = '' OR e.name = r.host OR e.name = '' AND e.address = r.host))
            """
        case .certificate: Self.certificate("sha256")
        case .key: Self.certificate("spki_sha256")
        case .nameServer:
            "SELECT n.host AS value, e.body, e.endpoint_id FROM dns_ns n JOIN endpoint e ON e.endpoint_id = n.endpoint_id"
        case .mailHost:
            """
            SELECT m.host AS value, e.body, e.endpoint_id FROM dns_mx m JOIN endpoint e ON e.endpoint_id = m.endpoint_id
            WHERE m.host <> '.'
            """
        }
    }

    private static func certificate(_ column: String) -> String {
        """
        SELECT c.\(column) AS value, e.body, e.endpoint_id FROM certificate c
        JOIN endpoint e ON e.endpoint_id = c.endpoint_id WHERE c.position = 0
        """
    }
}

extension StoreSession {
    fileprivate func shared(_ kind: SharedThing.Kind, on day: Day) throws -> [SharedThing] {
        var things: [String: (bodies: Set<String>, endpoints: Set<Int>)] = [:]
        try forEach(
            """
            WITH seen AS (\(kind.seen))
            SELECT * FROM seen WHERE value IN (SELECT value FROM seen GROUP BY value HAVING count(DISTINCT body) > 1)
            """
        ) { row in
            let value = try row.text("value")
            things[value, default: ([], [])].bodies.insert(try row.text("body"))
            if let endpoint = try row.optionalInteger("endpoint_id") { things[value]?.endpoints.insert(endpoint) }
        }
        return try things.map { value, thing in
            SharedThing(
                kind: kind, value: value, bodies: thing.bodies.sorted(), endpointIDs: thing.endpoints.sorted(),
                openFindings: try thing.endpoints.reduce(0) { try $0 + countingFindings(at: $1, on: day) })
        }.sorted { ($1.bodies.count, $0.value) < ($0.bodies.count, $1.value) }
    }

    private func countingFindings(at endpoint: Int, on day: Day) throws -> Int {
        try count(
            """
            SELECT count(*) FROM h_finding WHERE endpoint_id = ? AND closed_run IS NULL AND certain AND judged
            AND (excepted_until IS NULL OR excepted_until < ?)
            """, endpoint, day)
    }
}
