import Model
import Store

/// The certificate a server shows, as last seen.
package struct CertificateRecord: Sendable, Equatable {
    package let endpointID: Int
    package let endpoint: Endpoint
    /// Lower-case hex.
    package let sha256: String
    package let subject: String
    /// Subject alternative names, sorted.
    package let names: [String]
    package let issuer: String
    package let serial: String
    package let notBefore: Timestamp?
    /// `nil` where the certificate states no time that exists.
    package let notAfter: Timestamp?
    package let keyType: String
    package let keyBits: Int?
    package let spkiSHA256: String
    /// Seen in the last run; else `seen` says when last.
    package let isCurrent: Bool
    package let seen: RunMoment?

    fileprivate init(_ row: KnownFacts.Row, names: [String], _ endpoint: Endpoint) {
        endpointID = row.endpointID
        self.endpoint = endpoint
        sha256 = row.text("sha256")
        subject = row.text("subject")
        self.names = names.sorted()
        issuer = row.text("issuer")
        serial = row.text("serial")
        notBefore = Timestamp(rfc3339: row.text("not_before"))
        notAfter = Timestamp(rfc3339: row.text("not_after"))
        keyType = row.text("key_type")
        keyBits = row.integer("key_bits")
        spkiSHA256 = row.text("spki_sha256")
        isCurrent = row.isCurrent
        seen = row.seen
    }
}

/// A product in a version, and where it was seen.
package struct SoftwareRecord: Sendable, Equatable {
    package struct Place: Sendable, Equatable {
        package let endpointID: Int
        package let endpoint: Endpoint
        package let evidence: String
        package let confidence: String
        package let isCurrent: Bool
        package let seen: RunMoment?
    }

    package let product: String
    /// Empty where none was stated.
    package let version: String
    package let places: [Place]
}

extension InventoryStore {
    /// The server's own certificate of every endpoint, the next to expire first.
    package func certificates() throws -> [CertificateRecord] {
        try file.read { session in
            let facts = KnownFacts("certificate", vocabulary: vocabulary, reader: current.reader, session: session)
            let leaves = try (facts?.rows() ?? []).filter { $0.integer("position") == 0 }
            let names = try names(session)
            return try leaves.map {
                CertificateRecord($0, names: names[$0.endpointID] ?? [], try session.endpoint($0.endpointID))
            }.sorted {
                let times = ($0.notAfter?.seconds ?? .min, $1.notAfter?.seconds ?? .min)
                return times.0 == times.1 ? $0.endpoint < $1.endpoint : times.0 < times.1
            }
        }
    }

    private func names(_ session: StoreSession) throws -> [Int: [String]] {
        let facts = KnownFacts("certificate_name", vocabulary: vocabulary, reader: current.reader, session: session)
        return Dictionary(grouping: try facts?.rows() ?? [], by: \.endpointID).mapValues { $0.map { $0.text("name") } }
    }

    /// Every product and version, sorted.
    package func software() throws -> [SoftwareRecord] {
        try file.read { session in
            let facts = KnownFacts("software", vocabulary: vocabulary, reader: current.reader, session: session)
            let rows = try facts?.rows() ?? []
            let sightings = try KnownSoftware(rows) { try session.endpoint($0) }.sightings
            let products = Dictionary(grouping: sightings) { [$0.product, $0.version] }
            return products.map { name, sightings in
                SoftwareRecord(
                    product: name[0], version: name[1],
                    places: sightings.map(\.place).sorted { $0.endpoint < $1.endpoint })
            }.sorted { ($0.product, $0.version) < ($1.product, $1.version) }
        }
    }
}
