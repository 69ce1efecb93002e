import Cryptography
import Model
import Transport
import Wire

/// Interviews a server until everything it accepts is known and everything else provably refused, then shakes hands and
/// looks at what it showed, and comes back to see whether it remembers.
///
/// The questions are hellos made by hand, because OpenSSL no longer speaks what is old and never could what is new. Each
/// takes one connection that ends with the server's answer; what was learned decides what is asked next. The handshakes
/// are OpenSSL's own, and nothing is said inside them.
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
        SharedFactorUnknownFact.table, SoftwareFact.table, SoftwareSupportFact.table,
        STARTTLSFact.table,
    ]
    /// At consent light, where the interview stops in time; servers with many suites are asked on where more is allowed.
    let connections = TLSPlan.light
    let sends = LocalizedText(
        de: """
            Begrüßungen (ClientHello), meist 10 bis 25, jede mit dem, was nach den bisherigen Antworten noch offen ist: \
            Versionen, Chiffren, Gruppen, Signaturverfahren; danach einige vollständige Handshakes.
            """,
        en: """
            ClientHellos, mostly 10 to 25, each with what the answers so far leave open: versions, cipher suites, groups, \
            signature schemes; then a few full handshakes.
            """)

    let trust: Trust
    var software: any SoftwareRecogniser = NoSoftware()
    /// How to wait for a server that has had enough.
    var pause: @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }

    func observe(_ endpoint: Endpoint, using dialer: some Dialer) async throws -> Facts {
        try await endpoint.tellingSTARTTLS { try await facts(of: endpoint, using: dialer) }
    }

    private func facts(of endpoint: Endpoint, using dialer: some Dialer) async throws -> Facts {
        let entrance = TLSEntrance(endpoint: endpoint, dialer: TLSAllowance(dialer))
        var interview = interview(at: entrance)
        try await interview.open()
        let first = try await earlyHandshake(at: entrance, interview.portrait)
        try await interview.finish(statedGroups: first?.visit?.summary.messages.statedGroups)
        let chains = ChainInterview(entrance: entrance, trust: trust, portrait: interview.portrait)
        let served = try await chains.hold(after: first)
        if let visit = served.visit { interview.versions.record(.accepted, for: visit.summary.version) }
        try interview.versions.requireSomethingKnown()
        let sessions = try await SessionInterview(
            entrance: entrance, options: chains.options, portrait: interview.portrait
        ).hold(after: served.visit)
        return rows(interview, served, sessions, endpoint)
    }

    private func interview<D: Dialer>(at entrance: TLSEntrance<D>) -> Interview<ServerRespondent<D>> {
        let respondent = ServerRespondent(entrance: entrance, reserve: TLSPlan.handshakes)
        return Interview(
            interviewer: Interviewer(respondent, budget: respondent.connectionsLeft, pause: pause),
            hasServerName: !entrance.serverName.isEmpty)
    }

    /// Where a handshake with a group the server does not like best makes it name all its groups.
    private func earlyHandshake(at entrance: TLSEntrance<some Dialer>, _ portrait: ServerPortrait) async throws
        -> HandshakeAttempt?
    {
        guard portrait.handshakeGroup != nil else { return nil }
        return try await ChainInterview(entrance: entrance, trust: trust, portrait: portrait).firstHandshake()
    }

    private func rows<R: Respondent>(
        _ interview: Interview<R>, _ served: ServedChains, _ sessions: SessionAnswers, _ endpoint: Endpoint
    ) -> Facts {
        let rows = EnumerationRows(interview)
        let certificates = CertificateRows(chains: served.chains, endpoint: endpoint, trust: trust)
        var facts = rows.facts.merging(certificates.facts)
        if let visit = served.visit {
            facts.insert(TLSHandshakeFact(visit.summary, nameMatches: certificates.nameMatches))
        }
        facts.insert(software: software, in: certificates.softwareSignals)
        facts.insert(contentsOf: sessions.features)
        facts.insert(contentsOf: sessions.tickets)
        if !interview.versions.accepted.isEmpty { facts.insert(rows.fingerprint) }
        return facts
    }
}
