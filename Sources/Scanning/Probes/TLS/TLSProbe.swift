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
        CertificateTimestampFact.table, OCSPStapleFact.table,
    ]
    /// One for each version, one more where a server refuses an empty key share, one handshake.
    let connections = 7
    let sends = LocalizedText(
        de: "Je Protokollversion eine Begrüßung (ClientHello), danach ein vollständiger Handshake.",
        en: "One ClientHello for each protocol version, then one full handshake.")

    let trust: Trust

    func observe(_ endpoint: Endpoint, using dialer: some Dialer) async throws -> Facts {
        let entrance = TLSEntrance(endpoint: endpoint, dialer: dialer)
        var versions = try await VersionInterview(entrance: entrance).hold()
        let summary = try await handshake(at: entrance, knowing: versions)
        if let summary { versions.record(.accepted, for: summary.version) }
        try versions.requireSomethingKnown()
        guard let summary else { return versions.facts }
        return versions.facts.merging(HandshakeFacts(summary, endpoint: endpoint, trust: trust).facts)
    }

    /// `nil` where none completed: the versions are known all the same, and the missing row says the rest.
    private func handshake(at entrance: TLSEntrance<some Dialer>, knowing versions: VersionAnswers) async throws
        -> TLSSummary?
    {
        guard versions.deserveHandshake else { return nil }
        do {
            return try await entrance.shakeHands()
        } catch is TLSError {
            return nil
        } catch let failure as NetworkError where failure.isOfThePeer {
            return nil
        } catch let failure as NotConnected {
            guard failure.cause.isOfThePeer else { throw failure.cause }
            return nil
        }
    }
}
