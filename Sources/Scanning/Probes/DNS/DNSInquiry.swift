import Cryptography
import Model
import Transport
import Wire

/// Questions about one name, in groups that do not wait for each other.
struct DNSInquiry<D: Dialer>: Sendable {
    let name: String
    let dialer: D

    /// Asks one question and notes in the findings what became of it.
    func ask(_ name: String, _ type: RecordType, noting findings: inout DNSFindings) async throws -> DNSReply {
        do {
            let answer = try await dialer.lookup(name, type)
            findings.note(answer, own: name == self.name)
            if answer.validation == .bogus {
                return .unknown(reason: String(visible: "bogus: \(answer.whyBogus)"))
            }
            return .answer(answer)
        } catch let failure as NetworkError {
            findings.note(failure)
            return .unknown(reason: failure.lookupReason)
        }
    }

    func addresses() async throws -> DNSFindings {
        var findings = DNSFindings()
        for (type, label, family) in [(RecordType.a, "A", "ipv4"), (.aaaa, "AAAA", "ipv6")] {
            let addresses = try await ask(name, type, noting: &findings).records { data in
                guard let address = IPAddress(bytes: data), address.isIPv6 == (type == .aaaa) else {
                    throw WireError.missing(field: "address", of: "\(label) record")
                }
                return address
            }
            findings.insert(label, addresses)
            for address in addresses.found {
                findings.insert(DNSAddressFact(family: family, address: address.description))
            }
        }
        return findings
    }

    /// The servers that answer for the name: those of the first zone on the way up, below the top-level domain.
    func nameServers() async throws -> DNSFindings {
        var findings = DNSFindings()
        for place in DomainTree.climb(name).dropLast() {
            let records = try await ask(place, .ns, noting: &findings).records(NSRecord.init(parsing:))
            if case .absent = records { continue }
            findings.insert("NS", records)
            for record in records.found { findings.insert(DNSNSFact(zone: place, host: record.host)) }
            return findings
        }
        findings.insert("NS", DNSRecords<NSRecord>.absent)
        return findings
    }

    /// CAA as RFC 8659 3 asks: the first name with records on the way up counts.
    func authorities() async throws -> DNSFindings {
        var findings = DNSFindings()
        for place in DomainTree.climb(name) {
            let records = try await ask(place, .caa, noting: &findings).records(CAARecord.init(parsing:))
            if case .absent = records { continue }
            findings.insert("CAA", records)
            for record in records.found {
                findings.insert(
                    DNSCAAFact(name: place, flags: record.flags, tag: record.tag, value: record.value))
            }
            return findings
        }
        findings.insert("CAA", DNSRecords<CAARecord>.absent)
        return findings
    }
}

extension NetworkError {
    /// A word or sentence for `dns_lookup.reason`.
    var lookupReason: String {
        switch self {
        case .noAnswer(_, let reason): String(visible: reason)
        case .timeout: "timeout"
        default: String(visible: "\(self)")
        }
    }
}

/// Names on the way from a name to the top of the tree.
enum DomainTree {
    /// The name itself first, its top-level domain last; the root is not asked.
    static func climb(_ name: String) -> [String] {
        let labels = name.split(separator: ".")
        return labels.indices.map { labels[$0...].joined(separator: ".") }
    }
}
