import Cryptography
import Model
import Transport
import Wire

/// Asks which protocol versions a server speaks, then shakes hands once and looks at what it showed.
///
/// The versions are asked with hellos made by hand, because OpenSSL no longer speaks the old ones. Each takes one
/// connection that ends with the server's answer; the handshake is OpenSSL's own, and nothing is said inside it.
struct TLSProbe: Probe {
    let name = "tls"
    let services = Service.withTLS
    let consent = Consent.light
    let facts: [FactTable] = [
        TLSProtocolFact.table, TLSCipherSuiteFact.table, TLSCipherSuiteUnknownFact.table, TLSEnumerationFact.table,
        TLSPreferenceFact.table, TLSGroupFact.table, TLSSignatureSchemeFact.table, TLSEphemeralKeyFact.table,
        TLSFeatureFact.table, TLSSessionTicketFact.table, TLSFingerprintFact.table, TLSHandshakeFact.table,
        ServedChainFact.table, CertificateFact.table, CertificateNameFact.table, CertificateChainFact.table,
        CertificateTimestampFact.table, OCSPStapleFact.table, RSAKeyFact.table, SharedFactorFact.table,
        STARTTLSFact.table,
    ]
    /// One for each version, one more where a server refuses an empty key share, three handshakes.
    let connections = 9
    let sends = LocalizedText(
        de: "Je Protokollversion eine Begrüßung (ClientHello), danach ein vollständiger Handshake.",
        en: "One ClientHello for each protocol version, then one full handshake.")

    let trust: Trust

    func observe(_ endpoint: Endpoint, using dialer: some Dialer) async throws -> Facts {
        try await endpoint.tellingSTARTTLS { try await facts(of: endpoint, using: dialer) }
    }

    private func facts(of endpoint: Endpoint, using dialer: some Dialer) async throws -> Facts {
        let entrance = TLSEntrance(endpoint: endpoint, dialer: dialer)
        var versions = try await VersionInterview(entrance: entrance).hold()
        var portrait = ServerPortrait()
        portrait.versions = versions.answers
        let served =
            versions.hopelessness == nil
            ? try await ChainInterview(entrance: entrance, trust: trust, portrait: portrait).hold()
            : ServedChains(seen: [])
        if let visit = served.visit { versions.record(.accepted, for: visit.summary.version) }
        try versions.requireSomethingKnown()
        let certificates = CertificateRows(chains: served.chains, endpoint: endpoint, trust: trust)
        var facts = versions.facts.merging(certificates.facts)
        if let visit = served.visit {
            facts.insert(TLSHandshakeFact(visit.summary, nameMatches: certificates.nameMatches))
        }
        return facts
    }
}
