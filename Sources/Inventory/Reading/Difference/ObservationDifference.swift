import Model
import Store

/// What two runs saw differently at endpoints both of them planned.
struct ObservationDifference {
    private struct Pair {
        let endpoint: Endpoint
        let probe: String
        let outcomes: (before: Coverage.Gap, after: Coverage.Gap)
        let documents: (before: Int, after: Int)

        var wasMeasuredTwice: Bool { outcomes.before.outcome == .answered && outcomes.after.outcome == .answered }
    }

    private(set) var measurements: [RunDifference.MeasurementChange] = []
    private(set) var certificates: [RunDifference.CertificateChange] = []
    private(set) var software: [RunDifference.SoftwareChange] = []

    init(session: StoreSession, from: Int, to: Int, vocabulary: Vocabulary, reader: StoredFactsReader) throws {
        let certificate = KnownFacts("certificate", vocabulary: vocabulary, reader: reader, session: session)
        let product = KnownFacts("software", vocabulary: vocabulary, reader: reader, session: session)
        for pair in try Self.pairs(session, from: from, to: to) {
            measurements.append(
                .init(
                    endpoint: pair.endpoint, probe: pair.probe, before: pair.outcomes.before,
                    after: pair.outcomes.after))
            guard pair.wasMeasuredTwice else { continue }
            if let certificate, certificate.probes.contains(pair.probe) {
                certificates += try Self.certificates(pair, certificate)
            }
            if let product, product.probes.contains(pair.probe) { software += try Self.software(pair, product) }
        }
    }

    private static func pairs(_ session: StoreSession, from: Int, to: Int) throws -> [Pair] {
        try session.rows(
            """
            SELECT \(StoreSession.endpointColumns), b.probe, a.outcome AS outcome_before, a.reason AS reason_before,
              a.document_id AS document_before, b.outcome, b.reason, b.document_id
            FROM h_observation b
            JOIN h_observation a ON a.endpoint_id = b.endpoint_id AND a.probe = b.probe AND a.until_run > ?
            JOIN h_endpoint e ON e.endpoint_id = b.endpoint_id
            WHERE \(HistoryTables.holds("b")) AND b.from_run > ? AND a.from_run <= ?
              AND (a.outcome <> b.outcome OR a.reason <> b.reason OR a.document_id <> b.document_id)
            ORDER BY e.body, e.server_name, e.port, e.address, b.probe
            """, from, to, to, from, from
        ) { row in
            Pair(
                endpoint: try row.endpoint(), probe: try row.text("probe"),
                outcomes: (
                    Coverage.Gap(outcome: try row.word("outcome_before"), reason: try row.text("reason_before")),
                    Coverage.Gap(outcome: try row.word("outcome"), reason: try row.text("reason"))
                ),
                documents: (try row.integer("document_before"), try row.integer("document_id")))
        }
    }

    private static func certificates(_ pair: Pair, _ facts: KnownFacts) throws -> [RunDifference.CertificateChange] {
        let leaf = { (document: Int) in
            try facts.rows(in: document).first { $0["position"] == .integer(0) } ?? [:]
        }
        let (before, after) = (try leaf(pair.documents.before), try leaf(pair.documents.after))
        guard case .text(let old)? = before["sha256"], case .text(let new)? = after["sha256"], old != new else {
            return []
        }
        var notAfter: Timestamp?
        if case .text(let time)? = after["not_after"] { notAfter = Timestamp(rfc3339: time) }
        return [.init(endpoint: pair.endpoint, before: old, after: new, notAfter: notAfter)]
    }

    private static func software(_ pair: Pair, _ facts: KnownFacts) throws -> [RunDifference.SoftwareChange] {
        let (before, after) = (try versions(pair.documents.before, facts), try versions(pair.documents.after, facts))
        return Set(before.keys).union(after.keys).sorted().compactMap { product in
            before[product] == after[product]
                ? nil
                : .init(endpoint: pair.endpoint, product: product, before: before[product], after: after[product])
        }
    }

    /// By product; several versions of one product at one endpoint are one text.
    private static func versions(_ document: Int, _ facts: KnownFacts) throws -> [String: String] {
        var versions: [String: [String]] = [:]
        for row in try facts.rows(in: document) {
            guard case .text(let product)? = row["product"], case .text(let version)? = row["version"] else { continue }
            versions[product, default: []].append(version)
        }
        return versions.mapValues { $0.sorted().joined(separator: ", ") }
    }
}
