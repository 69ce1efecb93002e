import Model
import Transport
import Wire

extension DNSInquiry {
    /// SPF records and how many lookups they cost (RFC 7208). Where an included record could not be read, the facts
    /// say what is known so far and the question as a whole stays unknown.
    func senderPolicy() async throws -> DNSFindings {
        var findings = DNSFindings()
        switch try await texts(of: name, noting: &findings) {
        case .unknown(let reason): findings.insert("SPF", DNSRecords<String>.unknown(reason: reason))
        case .absent: findings.insert("SPF", DNSRecords<String>.absent)
        case .found(let texts):
            let records = texts.filter { SPFRecord(parsing: $0) != nil }
            var gap: String?
            for text in records.prefix(10) {
                var evaluation = SPFEvaluation(inquiry: self)
                findings.insert(try await evaluation.fact(of: text, noting: &findings))
                gap = gap ?? evaluation.gap
            }
            findings.insert("SPF", gap.map { .unknown(reason: $0) } ?? (records.isEmpty ? .absent : .found(records)))
        }
        return findings
    }

    /// The DMARC record that applies: the name's own, else that of its organisational domain (RFC 9989 4.10).
    func alignmentPolicy() async throws -> DNSFindings {
        var findings = DNSFindings()
        var walk = DMARCWalk(from: name)
        while let place = walk.next {
            switch try await tagged("DMARC1", at: "_dmarc.\(place)", noting: &findings) {
            case .found(let records): walk.step(finding: records.first)
            case .absent: walk.step(finding: nil)
            case .unknown(let reason):
                findings.insert("DMARC", DNSRecords<String>.unknown(reason: reason))
                return findings
            }
        }
        guard let applying = walk.applying else {
            findings.insert("DMARC", DNSRecords<String>.absent)
            return findings
        }
        findings.insert("DMARC", DNSRecords.found([applying.record.text]))
        findings.insert(DNSDMARCFact(name: applying.place, record: applying.record))
        return findings
    }

    /// MTA-STS (RFC 8461 3.1) and TLS reports (RFC 8460 3): anything but exactly one record counts as none.
    func transportPolicies() async throws -> DNSFindings {
        var findings = DNSFindings()
        for (kind, version, label) in [("MTA-STS", "STSv1", "_mta-sts"), ("TLSRPT", "TLSRPTv1", "_smtp._tls")] {
            let records = try await tagged(version, at: "\(label).\(name)", noting: &findings)
            findings.insert(kind, records)
            for record in records.found { findings.insert(DNSPolicyRecordFact(kind: kind, record: record.text)) }
        }
        return findings
    }

    func texts(of name: String, noting findings: inout DNSFindings) async throws -> DNSRecords<String> {
        try await ask(name, .txt, noting: &findings).records { try TXTRecord(parsing: $0).text }
    }

    /// The one record of this version at a name; several cancel each other out.
    private func tagged(
        _ version: String, at place: String, noting findings: inout DNSFindings
    ) async throws -> DNSRecords<TaggedRecord> {
        switch try await texts(of: place, noting: &findings) {
        case .unknown(let reason): return .unknown(reason: reason)
        case .absent: return .absent
        case .found(let texts):
            let records = texts.compactMap { TaggedRecord(parsing: $0, version: version) }
            return records.count == 1 ? .found(records) : .absent
        }
    }
}

extension DNSDMARCFact {
    init(name: String, record: TaggedRecord) {
        let policy = Self.policy(record["p"]) ?? "none"
        self.init(
            name: name, record: record.text, policy: policy, subdomainPolicy: Self.policy(record["sp"]) ?? policy,
            testing: record["t"]?.lowercased() == "y", rua: record["rua"] ?? "")
    }

    private static func policy(_ value: String?) -> String? {
        guard let value = value?.lowercased() else { return nil }
        return ["none", "quarantine", "reject"].contains(value) ? value : nil
    }
}
