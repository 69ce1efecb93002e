import Model
import Transport

/// Sends what no ordinary client sends, and looks whether a server falls for it.
///
/// Every test uses connections of its own, writes nothing, logs nobody on and reads at most a few bytes it should not
/// see. The answers are those of one night; `WeaknessInquiry` says when *vulnerable* is believed.
struct TLSWeaknessProbe: Probe {
    let name = "tls_weakness"
    let services = Service.withTLS
    let consent = Consent.intrusive
    let facts: [FactTable] = [TLSWeaknessFact.table]
    let sends = LocalizedText(
        de: """
            Fehlerhafte TLS-Nachrichten, an denen sich bekannte Schwachstellen zeigen (Heartbleed, CCS-Injection, ROBOT, \
            Ticketbleed, CBC-Orakel, Neuaushandlung, STARTTLS-Injection, ALPACA); nichts wird verändert, niemand meldet \
            sich an.
            """,
        en: """
            Malformed TLS messages that show known weaknesses (Heartbleed, CCS injection, ROBOT, Ticketbleed, CBC oracles, \
            renegotiation, STARTTLS injection, ALPACA); nothing is changed, nobody logs on.
            """)

    static let tests: [any WeaknessTest] = [
        Heartbleed(), CCSInjection(), ROBOT(), Ticketbleed(), TLSPOODLE(), CBCPaddingOracle(), ClientRenegotiation(),
        STARTTLSInjection(), ALPACA(),
    ]

    /// Where everything is vulnerable and every attempt is made.
    var connections: Int {
        Self.tests.reduce(0) { $0 + $1.connections * (1 + weaknessConfirmations) }
    }

    func observe(_ endpoint: Endpoint, using dialer: some Dialer) async throws -> Facts {
        let inquiry = WeaknessInquiry(entrance: TLSEntrance(endpoint: endpoint, dialer: dialer))
        var rows: [TLSWeaknessFact] = []
        var failures: [any Error] = []
        for test in Self.tests {
            let (answer, failure) = try await inquiry.hold(test)
            // A server that does not start TLS has been measured, and there is nothing to see.
            if rows.isEmpty, let failure = failure as? STARTTLSError, STARTTLSFact(failure) != nil { return Facts([]) }
            rows.append(TLSWeaknessFact(test, answer))
            if let failure { failures.append(failure) }
            // Two failures and nothing else: there is no TLS here to be weak, and what happened instead is the outcome.
            if failures.count == 2, rows.count == 2, let first = failures.first { throw first }
        }
        return Facts(rows)
    }
}

extension TLSWeaknessFact {
    init(_ test: any WeaknessTest, _ answer: WeaknessAnswer) {
        self.init(weakness: test.weakness, cve: test.cve, answer: answer.word, detail: answer.detail)
    }
}
