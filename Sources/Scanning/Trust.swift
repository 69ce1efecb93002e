import Cryptography
import Model

/// The stores a chain is held against, by the name the vocabulary gives them, and what is known of weak keys.
///
/// What was worked out once in a run is remembered: a thousand endpoints with one chain cost one verification.
package struct Trust: Sendable {
    /// Absent where the machine has none.
    private let system: TrustStore?
    private let mozilla: TrustStore?
    private let fleet: TrustStore?
    private let memory = ChainMemory()
    private let debian: DebianWeakKeys
    /// When something is looked at: whether an OCSP response is current depends on it.
    let now: @Sendable () -> Timestamp

    /// No store: enough to know what probes are called and what they can learn.
    package static let none = Trust(
        system: nil, mozilla: nil, fleet: nil, DebianWeakKeys(), now: { Timestamp(seconds: 0) })

    /// The system's roots; Mozilla's where their files (PEM) are given; and beside the system's those in the fleet's own
    /// files.
    package init(
        fleetRoots files: [String], mozillaRoots: [String] = [], weakKeys: DebianWeakKeys = DebianWeakKeys(),
        now: @escaping @Sendable () -> Timestamp
    ) throws(CertificateError) {
        let system = try TrustStore(systemRootsAnd: [])
        self.init(
            system: system, mozilla: mozillaRoots.isEmpty ? nil : try TrustStore(onlyRootsIn: mozillaRoots),
            fleet: files.isEmpty ? system : try TrustStore(systemRootsAnd: files), weakKeys, now: now)
    }

    private init(
        system: TrustStore?, mozilla: TrustStore?, fleet: TrustStore?, _ debian: DebianWeakKeys,
        now: @escaping @Sendable () -> Timestamp
    ) {
        self.system = system
        self.mozilla = mozilla
        self.fleet = fleet
        self.debian = debian
        self.now = now
    }

    /// `nil` where it cannot be read.
    func certificate(_ der: [UInt8]) -> KnownCertificate? {
        memory.certificate(der) { (try? Certificate(der: der)).map { KnownCertificate($0, knowing: debian) } }
    }

    /// The verdict of each store there is, on a chain as served.
    func verdicts(on chain: [[UInt8]]) -> [StoreVerdict] { memory.verdicts(chain) { judge(chain) } }

    private func judge(_ chain: [[UInt8]]) -> [StoreVerdict] {
        let certificates = chain.compactMap { certificate($0)?.certificate }
        guard let system, let fleet else { return [] }
        func ask(_ store: TrustStore) -> ChainVerdict {
            certificates.count == chain.count
                ? ChainVerdict(of: certificates, in: store)
                : ChainVerdict(end: .invalid, error: "a served certificate cannot be read")
        }
        let known = ask(system)
        // The fleet's store holds the system's roots too: a path to one of them need not be looked for again.
        let own = fleet === system || known.isTrusted ? known : ask(fleet)
        var verdicts = [StoreVerdict(store: "system", verdict: known), StoreVerdict(store: "fleet", verdict: own)]
        if let mozilla {
            verdicts.append(StoreVerdict(store: "mozilla", verdict: own.holds(in: mozilla) ? own : ask(mozilla)))
        }
        return verdicts
    }
}

/// What one store says about a chain.
struct StoreVerdict: Sendable {
    let store: String
    let verdict: ChainVerdict
}
