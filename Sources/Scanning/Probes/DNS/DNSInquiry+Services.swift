import Cryptography
import Model
import Transport
import Wire

extension DNSInquiry {
    /// TLSA of the name's own web server.
    func webServices() async throws -> DNSFindings {
        var findings = DNSFindings()
        try await keys(of: [(name, 443)], noting: &findings)
        return findings
    }

    /// Mail exchangers, and TLSA of each of them and of the name's web server.
    func mailServices() async throws -> DNSFindings {
        var findings = DNSFindings()
        let exchangers = try await ask(name, .mx, noting: &findings).records(MXRecord.init(parsing:))
        findings.insert("MX", exchangers)
        for record in exchangers.found { findings.insert(DNSMXFact(preference: record.preference, host: record.host)) }

        if case .unknown = exchangers {
            findings.insert("TLSA", DNSRecords<TLSARecord>.unknown(reason: "mail exchangers unknown"))
        } else {
            let hosts = Set(exchangers.found.map(\.host)).subtracting(["."]).sorted().prefix(20)
            try await keys(of: hosts.map { ($0, 25) } + [(name, 443)], noting: &findings)
        }
        return findings
    }

    /// One row for the question as a whole: unknown as soon as the answer for one host is.
    private func keys(of services: [(host: String, port: Int)], noting findings: inout DNSFindings) async throws {
        var all: [TLSARecord] = []
        var unknown: String?
        for service in services {
            let reply = try await ask("_\(service.port)._tcp.\(service.host)", .tlsa, noting: &findings)
            let records = reply.records(TLSARecord.init(parsing:))
            if case .unknown(let reason) = records { unknown = unknown ?? "\(service.host): \(reason)" }
            guard case .answer(let answer) = reply else { continue }
            // A TLSA record counts only where it validated (RFC 6698 section 4.1), and whether it did is not known.
            if answer.validation == .unknown { unknown = unknown ?? "\(service.host): not validated" }
            all += records.found
            for record in records.found.prefix(20) {
                findings.insert(
                    DNSTLSAFact(
                        host: service.host, port: service.port, usage: record.usage, selector: record.selector,
                        matching: record.matching, data: record.data.hex, secure: answer.validation == .secure))
            }
        }
        if let unknown {
            findings.insert("TLSA", DNSRecords<TLSARecord>.unknown(reason: unknown))
        } else {
            findings.insert("TLSA", all.isEmpty ? .absent : .found(all))
        }
    }
}
