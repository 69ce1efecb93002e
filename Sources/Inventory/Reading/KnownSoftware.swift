import Model

/// Software as last known, one sighting for each product and version at an endpoint, whatever probes it was seen by.
///
/// Where a version is stated, what named the product without one is further evidence for it. How sure it is follows from
/// all that is known of a host, also from what the last run could not measure again.
struct KnownSoftware {
    struct Sighting {
        let product: String
        let version: String
        let place: SoftwareRecord.Place
    }

    private struct Key: Hashable {
        let endpointID: Int
        let product: String
    }

    let sightings: [Sighting]

    init(_ rows: [KnownFacts.Row], endpoint: (Int) throws -> Endpoint) throws {
        var endpoints: [Int: Endpoint] = [:]
        var sums = HostCorroboration()
        for row in rows {
            let place = try endpoints[row.endpointID] ?? endpoint(row.endpointID)
            endpoints[row.endpointID] = place
            sums.add(row.signals, of: row.text("product"), at: .init(of: place))
        }
        let groups = Dictionary(grouping: rows) {
            Key(endpointID: $0.endpointID, product: $0.text("product"))
        }
        sightings = groups.flatMap { key, rows -> [Sighting] in
            guard let endpoint = endpoints[key.endpointID] else { return [] }
            let confidence = sums.confidence(of: key.product, at: .init(of: endpoint))?.rawValue
            // What an earlier run saw counts only where the last one saw nothing of the product here.
            let current = rows.filter(\.isCurrent)
            let told = current.isEmpty ? rows : current
            return Self.versions(in: told).compactMap { version in
                Self.place(of: version, in: told, confidence, endpoint).map {
                    Sighting(product: key.product, version: version, place: $0)
                }
            }
        }
    }

    private static func versions(in rows: [KnownFacts.Row]) -> [String] {
        let stated = Set(rows.map { $0.text("version") }).subtracting([""])
        return stated.isEmpty ? [""] : stated.sorted()
    }

    /// The first row says where and when.
    private static func place(
        of version: String, in rows: [KnownFacts.Row], _ confidence: String?, _ endpoint: Endpoint
    ) -> SoftwareRecord.Place? {
        guard let first = rows.first(where: { $0.text("version") == version }) else { return nil }
        var evidence = [first.text("evidence")]
        for row in rows where [version, ""].contains(row.text("version")) && !evidence.contains(row.text("evidence")) {
            evidence.append(row.text("evidence"))
        }
        return SoftwareRecord.Place(
            endpointID: first.endpointID, endpoint: endpoint, evidence: evidence.joined(separator: "; "),
            confidence: confidence ?? first.text("confidence"), isCurrent: first.isCurrent, seen: first.seen)
    }
}

extension KnownFacts.Row {
    fileprivate var signals: Corroboration {
        Corroboration(strong: text("strong_signals"), weak: text("weak_signals"))
    }
}
