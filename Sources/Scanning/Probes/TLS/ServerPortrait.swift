import Wire

/// What is known of one server so far: each part of the TLS probe adds to it and builds on what stands there.
struct ServerPortrait {
    /// Whom we ask for; empty where only an address is asked.
    var serverName = ""
    /// Every version asked, also SSLv2.
    var versions: [TLSVersion: VersionAnswer] = [:]
    /// Accepted suites by version, in the order they were chosen: the server's own where it decides.
    var suites: [TLSVersion: [CipherSuite]] = [:]
    /// Accepted groups by version, in the order they were chosen.
    var groups: [TLSVersion: [NamedGroup]] = [:]
    /// The group the first full handshake should use. It is not the server's first choice, because a server that got its
    /// first choice keeps its list to itself; `nil` where only one is known or none that OpenSSL could use.
    var handshakeGroup: NamedGroup?
    /// Chains as they came in the clear (TLS 1.2 and older), one for each key and for each list that differs.
    var chains: [SeenChain] = []
    /// Features known so far, one row for each feature and version.
    var features: [TLSFeatureFact] = []

    /// From old to new.
    var acceptedVersions: [TLSVersion] {
        versions.filter { $0.value == .accepted }.map(\.key).sorted()
    }

    /// yes, no or unknown; `nil` where it was not asked.
    func answer(to feature: String, in version: TLSVersion? = nil) -> String? {
        let name = version?.description ?? ""
        return features.first { $0.feature == feature && $0.protocol == name }?.answer
    }
}

/// One certificate list as a server sent it in the clear.
struct SeenChain: Equatable {
    /// DER, in the order served; the first is the server's own.
    let certificates: [[UInt8]]
    let version: TLSVersion
    let withServerName: Bool
    /// Length of the Certificate message.
    let messageBytes: Int
    /// The OCSP response of CertificateStatus, DER.
    var ocspResponse: [UInt8]?
    /// The body of the signed_certificate_timestamp extension of the ServerHello.
    var timestamps: [UInt8]?
}
