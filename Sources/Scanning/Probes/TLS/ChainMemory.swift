import Cryptography
import Model
import Synchronization

/// What was already worked out about certificates and chains, shared by all endpoints of a run.
///
/// It forgets what was not asked for lately: its size does not grow with the fleet.
final class ChainMemory: Sendable {
    private let certificates = Mutex(RecentValues<[UInt8], KnownCertificate?>(limit: 2_048))
    private let verdicts = Mutex(RecentValues<[[UInt8]], [StoreVerdict]>(limit: 2_048))

    /// `read` runs outside the lock: two endpoints may read the same certificate at once, and mean the same.
    func certificate(_ der: [UInt8], read: () -> KnownCertificate?) -> KnownCertificate? {
        if let known = certificates.withLock({ $0[der] }) { return known }
        let certificate = read()
        certificates.withLock { $0.remember(certificate, for: der) }
        return certificate
    }

    func verdicts(_ chain: [[UInt8]], judge: () -> [StoreVerdict]) -> [StoreVerdict] {
        if let known = verdicts.withLock({ $0[chain] }) { return known }
        let judged = judge()
        verdicts.withLock { $0.remember(judged, for: chain) }
        return judged
    }
}

/// The values used last: at least `limit`, at most twice as many.
struct RecentValues<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private let limit: Int
    private var young: [Key: Value] = [:]
    private var old: [Key: Value] = [:]

    init(limit: Int) { self.limit = limit }

    subscript(key: Key) -> Value? {
        mutating get {
            if let value = young[key] { return value }
            guard let value = old[key] else { return nil }
            remember(value, for: key)
            return value
        }
    }

    mutating func remember(_ value: Value, for key: Key) {
        if young.count >= limit { (old, young) = (young, [:]) }
        young[key] = value
    }
}

/// A certificate with everything rules want to know of it.
struct KnownCertificate: Sendable {
    let certificate: Certificate
    let sha256: String
    let extensions: CertificateExtensions
    let rsaKey: RSAPublicKey?
    let weaknesses: [KeyWeakness]
    /// Everything was looked for; Debian's keys cannot be where their lists are not installed.
    let weaknessesAreComplete: Bool

    init(_ certificate: Certificate, knowing debian: DebianWeakKeys) {
        self.certificate = certificate
        sha256 = certificate.sha256
        extensions = certificate.extensions
        rsaKey = certificate.rsaKey
        weaknesses = rsaKey.map { KeyWeakness.all(of: $0, knowing: debian) } ?? []
        weaknessesAreComplete = rsaKey.map { debian.contains($0) != nil } ?? true
    }
}
