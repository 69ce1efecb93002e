import Model

/// What makes one certificate another than the next.
struct Certificate {
    /// The first is its subject.
    let names: [String]
    /// Serial, fingerprints and timestamps follow from it.
    let identity: UInt64
    /// Number of its key among all keys of the fleet; the keys of further chains have the numbers that follow.
    let key: Int
    /// RSA moduli by size.
    let moduli: [Int: Moduli]
    let issuer: Issuer
    /// An OCSP response comes with it.
    let isStapled: Bool
    let from: Timestamp
    let until: Timestamp
}

/// The rows that tell certificates apart, after those one server showed.
struct CertificateRows: Sendable {
    static let tables: Set<String> = [
        "certificate", "certificate_chain", "certificate_name", "certificate_timestamp", "rsa_key", "served_chain",
    ]
    /// Certificates of one server at most: one for RSA, one for ECDSA.
    static let mostChains = 2

    private struct Chain {
        let number: Int
        let leaf: FactRow
        let served: FactRow
        let isSelfSigned: Bool
        let nameMatches: Bool
        let rsaBits: Int?
    }

    private let chains: [Chain]
    /// The fleet's own roots end it, so public ones may.
    private let isTrusted: Bool
    private let upper: [FactRow]
    private let upperByIssuer: [[FactRow]]
    private let trustSeen: [FactRow]
    private let trustPublic: [FactRow]
    private let columns: CertificateColumns

    /// Sizes of the RSA keys it shows.
    var rsaSizes: [Int] { chains.compactMap(\.rsaBits) }

    init?(_ rows: [String: [FactRow]], _ vocabulary: Vocabulary) {
        guard let certificates = rows["certificate"], let served = rows["served_chain"] else { return nil }
        let columns = CertificateColumns(vocabulary)
        self.columns = columns
        let leaves = certificates.filter { $0.values[columns.position] == .integer(0) }
        chains = leaves.prefix(Self.mostChains).enumerated().compactMap { number, leaf in
            guard let shown = served.first(where: { $0.values[columns.servedChain] == leaf.values[columns.chain] })
            else { return nil }
            return Chain(
                number: number, leaf: leaf, served: shown,
                isSelfSigned: leaf.values[columns.selfSigned] == .boolean(true),
                nameMatches: shown.values[columns.nameMatches] == .boolean(true), rsaBits: columns.rsaBits(of: leaf))
        }
        trustSeen = rows["certificate_chain"] ?? []
        isTrusted = trustSeen.contains { $0.values[columns.trusted] == .boolean(true) }
        trustPublic = trustSeen.map(columns.trustedEverywhere)
        upper = certificates.filter { $0.values[columns.position] != .integer(0) }
        upperByIssuer = Issuer.all.map { [upper, columns] issuer in upper.map { columns.signed($0, by: issuer) } }
    }

    /// Adds the rows of a server that shows this certificate.
    func add(_ certificate: Certificate, to rows: inout [String: [FactRow]]) {
        let isPublic = isTrusted && certificate.issuer.isPublic
        rows["certificate_chain"] = isPublic ? trustPublic : trustSeen
        var shown = isTrusted ? upperByIssuer[certificate.issuer.number] : upper
        var (served, names, timestamps, keys): ([FactRow], [FactRow], [FactRow], [FactRow]) = ([], [], [], [])
        for chain in chains {
            var random = SplitMix64(seed: certificate.identity &+ UInt64(chain.number))
            let (sha256, spki) = (random.hex(bytes: 32), random.hex(bytes: 32))
            let own = chain.nameMatches ? certificate.names : ["alt.\(certificate.names[0])"]
            shown.append(
                columns.leaf(
                    chain.leaf, of: certificate, name: own[0], (sha256, spki, random.hex(bytes: 18)),
                    issued: isTrusted && !chain.isSelfSigned))
            served.append(chain.served.setting(columns.leafSHA256, .text(sha256)))
            let number = FactValue.integer(chain.number)
            for name in own { names.append(FactRow([number, .integer(0), .text("dns"), .text(name)])) }
            if let bits = chain.rsaBits, let moduli = certificate.moduli[bits] {
                keys.append(
                    FactRow([.text(spki), .text("010001"), .text(moduli.hex(certificate.key + chain.number))]))
            }
            if isPublic { timestamps += columns.timestamps(number, of: certificate, &random) }
        }
        rows["certificate"] = shown
        rows["served_chain"] = served
        rows["certificate_name"] = names
        rows["certificate_timestamp"] = timestamps
        rows["rsa_key"] = keys
    }
}
