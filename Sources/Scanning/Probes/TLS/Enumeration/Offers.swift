import Wire

/// What is asked of a server, in the order our hellos list it.
enum Offers {
    /// Strong ones first. ChaCha20 stands in the middle: OpenSSL's PrioritizeChaCha moves it up only where a client
    /// puts it first, and that must not happen by accident.
    static func suites(for version: TLSVersion) -> [CipherSuite] { suitesByVersion[version] ?? [] }

    /// Curves only before TLS 1.3: which finite field is used is seen in the prime.
    static func groups(for version: TLSVersion) -> [NamedGroup] {
        switch version {
        case .tls13: groups13
        case .ssl3: []
        default: curves
        }
    }

    static func schemes(for version: TLSVersion) -> [SignatureScheme] { version == .tls12 ? schemes12 : [] }

    static func isUsual(_ suite: CipherSuite) -> Bool { usual.contains(suite) }

    private static let usual = Set(CipherSuite.offered(for: .tls13))

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
            let possible = CipherSuite.all.filter { $0.rawValue != 0 && isAsked($0, in: version) }
            table[version] = possible.sorted { (rank[$0] ?? .max, $0.rawValue) < (rank[$1] ?? .max, $1.rawValue) }
        }
        return table
    }()

    /// Some servers use the HMACs of TLS 1.2 in TLS 1.0 and 1.1 too.
    private static func isAsked(_ suite: CipherSuite, in version: TLSVersion) -> Bool {
        guard version <= suite.highestVersion else { return false }
        let isOld = version == .tls10 || version == .tls11
        let isAEAD = ["GCM", "CCM", "CCM_8", "POLY1305"].contains(suite.mode)
        return suite.lowestVersion <= (isOld && !isAEAD ? .tls12 : version)
    }

    /// The groups of RFC 7919: in TLS 1.2 and older a server that knows them may do DHE only with one of them.
    static let finiteFields: [NamedGroup] = NamedGroup.all.filter(\.isFiniteField)

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
