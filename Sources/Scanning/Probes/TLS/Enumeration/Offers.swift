import Wire

/// What is asked of a server, in the order our hellos list it.
enum Offers {
    /// Strong ones first. ChaCha20 stands in the middle: OpenSSL's PrioritizeChaCha moves it up only where a client
    /// puts it first, and that must not happen by accident.
    static func suites(for version: TLSVersion) -> [CipherSuite] { suitesByVersion[version] ?? [] }

    /// Curves only before TLS 1.3: with a group of RFC 7919 on the list a server may leave out DHE because of the
    /// group, and without one it shows the prime it uses for everybody.
    static func groups(for version: TLSVersion) -> [NamedGroup] {
        switch version {
        case .tls13: groups13
        case .ssl3: []
        default: curves
        }
    }

    static func schemes(for version: TLSVersion) -> [SignatureScheme] { version == .tls12 ? schemes12 : [] }

    /// Everything at once, the newest version first.
    static let allSuites: [CipherSuite] = suites(for: .tls13) + suites(for: .tls12)

    /// For the first hello: what a server of any version may need.
    static let allGroups: [NamedGroup] = groups13 + curves.filter { !groups13.contains($0) }

    private static let schemes12: [SignatureScheme] =
        SignatureScheme.offered + SignatureScheme.all.filter { !isOffered($0) }

    private static let suitesByVersion: [TLSVersion: [CipherSuite]] = {
        let usual = CipherSuite.offered(for: .tls13).filter { $0 != .emptyRenegotiationInfo }
        let rank = Dictionary(usual.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        var table: [TLSVersion: [CipherSuite]] = [:]
        for version in TLSVersion.known {
            let possible = CipherSuite.all(for: version).filter { $0.rawValue != 0 }
            table[version] = possible.sorted { (rank[$0] ?? .max, $0.rawValue) < (rank[$1] ?? .max, $1.rawValue) }
        }
        return table
    }()

    private static let groups13: [NamedGroup] = ordered(NamedGroup.all(for: .tls13))
    private static let curves: [NamedGroup] = ordered(NamedGroup.all(for: .tls12).filter { !$0.isFiniteField })

    private static func ordered(_ groups: [NamedGroup]) -> [NamedGroup] {
        let usual = NamedGroup.offered
        return usual.filter(groups.contains) + groups.filter { !usual.contains($0) }
    }

    private static func isOffered(_ scheme: SignatureScheme) -> Bool { SignatureScheme.offered.contains(scheme) }
}

extension CipherSuite {
    /// The key exchange needs a curve from `supported_groups`.
    var needsCurve: Bool { keyExchange.hasPrefix("ECDHE") }

    /// The key exchange is signed.
    var isSigned: Bool {
        guard keyExchange == "ECDHE" || keyExchange == "DHE" else { return false }
        return authentication != "anon"
    }

    var isChaCha: Bool { encryption == "CHACHA20" }
}
