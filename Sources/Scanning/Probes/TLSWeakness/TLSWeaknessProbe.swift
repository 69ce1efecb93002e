import Model
import Transport

/// Sends what no ordinary client sends, and looks whether a server falls for it.
struct TLSWeaknessProbe: Probe {
    let name = "tls_weakness"
    let services = Service.withTLS
    let consent = Consent.intrusive
    let facts: [FactTable] = [TLSWeaknessFact.table]
    let connections = 100
    let sends = LocalizedText(
        de:
            "Fehlerhafte TLS-Nachrichten, die bekannte Schwachstellen zeigen; nichts wird verändert, niemand meldet sich an.",
        en: "Malformed TLS messages that show known weaknesses; nothing is changed, nobody logs on.")

    func observe(_ endpoint: Endpoint, using dialer: some Dialer) async throws -> Facts { Facts() }
}
