import Model
import Transport

/// Asks the fleet's resolver what the DNS says of a name, and of its mail where the name receives mail.
///
/// A name that does not exist is an answer. Only when no question at all was answered there is no measurement.
struct DNSProbe: Probe {
    let name = "dns"
    let services: Set<Service> = [.domain, .mailDomain]
    let consent = Consent.passive
    let facts: [FactTable] = [
        DNSNameFact.table, DNSLookupFact.table, DNSAddressFact.table, DNSMXFact.table, DNSNSFact.table,
        DNSCAAFact.table,
        DNSSPFFact.table, DNSDMARCFact.table, DNSPolicyRecordFact.table, DNSTLSAFact.table,
    ]
    let connections = 0
    let sends = LocalizedText(
        de: "Fragen an den Resolver der Flotte; an die Systeme selbst geht dabei kein Paket.",
        en: "Questions to the fleet's resolver; no packet goes to the systems themselves.")

    func observe(_ endpoint: Endpoint, using dialer: some Dialer) async throws -> Facts {
        let inquiry = DNSInquiry(name: endpoint.serverName, dialer: dialer)
        async let addresses = inquiry.addresses()
        async let authorities = inquiry.authorities()
        async let servers = inquiry.nameServers()
        async let services = endpoint.service == .mailDomain ? inquiry.mailServices() : inquiry.webServices()
        var findings = try await [addresses, authorities, servers, services]
        if endpoint.service == .mailDomain {
            async let senders = inquiry.senderPolicy()
            async let alignment = inquiry.alignmentPolicy()
            async let transport = inquiry.transportPolicies()
            findings += try await [senders, alignment, transport]
        }
        return try DNSFindings(merging: findings).facts()
    }
}
