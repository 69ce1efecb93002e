import Model
import Testing
import Transport
import TransportTesting

@testable import Scanning

@Suite struct DNSProbeTests {
    typealias Answers = [DNSQuestion: Result<DNSAnswer, NetworkError>]

    private static func txt(_ texts: String..., secure: Bool = true) -> Result<DNSAnswer, NetworkError> {
        let records = texts.map { text in
            stride(from: 0, to: text.utf8.count, by: 255).flatMap { start in
                let part = Array(text.utf8.dropFirst(start).prefix(255))
                return [UInt8(part.count)] + part
            }
        }
        return .success(DNSAnswer(records: records, nameExists: true, validation: secure ? .secure : .insecure))
    }

    private static func records(_ records: [UInt8]...) -> Result<DNSAnswer, NetworkError> {
        .success(DNSAnswer(records: records, nameExists: true, validation: .secure))
    }

    private static func wire(_ name: String) -> [UInt8] {
        name.split(separator: ".").flatMap { [UInt8($0.utf8.count)] + Array($0.utf8) } + [0]
    }

    private func observe(_ answers: Answers, _ service: Service = .mailDomain) async throws -> Facts {
        let endpoint = Endpoint.domain("kreis.example", body: "body", service: service)
        return try await DNSProbe().observe(endpoint, using: ScriptedDialer(answers: answers))
    }

    private func lookups(_ facts: Facts) -> [String: String] {
        facts[DNSLookupFact.self].reduce(into: [:]) { $0[$1.record] = $1.answer }
    }

    @Test func `a mail domain with everything is described in full`() async throws {
        let facts = try await observe([
            DNSQuestion("kreis.example", .a): Self.records([192, 0, 2, 1]),
            DNSQuestion("kreis.example", .aaaa): Self.records(
                [UInt8]([0x20, 1, 0x0D, 0xB8]) + [UInt8](repeating: 0, count: 11) + [1]),
            DNSQuestion("kreis.example", .mx): Self.records([0, 10] + Self.wire("MX1.kreis.example")),
            DNSQuestion("kreis.example", .ns): Self.records(Self.wire("NS1.krz.example")),
            DNSQuestion("example", .caa): Self.records([0, 5] + Array("issueca.example".utf8)),
            DNSQuestion("kreis.example", .txt): Self.txt("v=spf1 mx include:_spf.example -all", "other"),
            DNSQuestion("_spf.example", .txt): Self.txt("v=spf1 a exists:%{i}.x.example ~all"),
            DNSQuestion("_dmarc.kreis.example", .txt): Self.txt("v=DMARC1; p=quarantine; t=y; rua=mailto:a@b.example"),
            DNSQuestion("_mta-sts.kreis.example", .txt): Self.txt("v=STSv1; id=1"),
            DNSQuestion("_smtp._tls.kreis.example", .txt): Self.txt("v=TLSRPTv1; rua=mailto:a@b.example"),
            DNSQuestion("_25._tcp.mx1.kreis.example", .tlsa): Self.records([3, 1, 1, 0xAB]),
        ])
        #expect(
            lookups(facts) == [
                "A": "found", "AAAA": "found", "NS": "found", "MX": "found", "CAA": "found", "TLSA": "found",
                "SPF": "found",
                "DMARC": "found", "MTA-STS": "found", "TLSRPT": "found",
            ])
        #expect(facts[DNSAddressFact.self].map(\.address) == ["192.0.2.1", "2001:db8::1"])
        #expect(facts[DNSMXFact.self] == [DNSMXFact(preference: 10, host: "mx1.kreis.example")])
        #expect(facts[DNSNSFact.self] == [DNSNSFact(zone: "kreis.example", host: "ns1.krz.example")])
        #expect(facts[DNSCAAFact.self] == [DNSCAAFact(name: "example", flags: 0, tag: "issue", value: "ca.example")])
        #expect(facts[DNSSPFFact.self].map { "\($0.all) \($0.lookups)" } == ["- 4"])
        let dmarc = try #require(facts[DNSDMARCFact.self].first)
        #expect(dmarc.policy == "quarantine" && dmarc.subdomainPolicy == "quarantine" && dmarc.testing)
        #expect(facts[DNSPolicyRecordFact.self].map(\.kind) == ["MTA-STS", "TLSRPT"])
        let tlsa = DNSTLSAFact(
            host: "mx1.kreis.example", port: 25, usage: 3, selector: 1, matching: 1, data: "ab", secure: true)
        #expect(facts[DNSTLSAFact.self] == [tlsa])
    }

    @Test func `a name that does not exist is an answer, and its records are proven absent`() async throws {
        let facts = try await observe([:])
        #expect(facts[DNSNameFact.self] == [DNSNameFact(status: "nxdomain", validation: "insecure", reason: "")])
        #expect(Set(lookups(facts).values) == ["absent"])
        #expect(lookups(facts).count == 10)
    }

    @Test func `a host name is not asked for mail`() async throws {
        let facts = try await observe([DNSQuestion("kreis.example", .a): Self.records([192, 0, 2, 1])], .domain)
        #expect(lookups(facts).keys.sorted() == ["A", "AAAA", "CAA", "NS", "TLSA"])
    }

    @Test func `behind a resolver without DNSSEC nothing is called secure, insecure or bogus, and no DANE is missed`()
        async throws
    {
        let unvalidated = { (record: [UInt8]) -> Result<DNSAnswer, NetworkError> in
            .success(DNSAnswer(records: [record], nameExists: true, validation: .unknown))
        }
        let facts = try await observe([
            DNSQuestion("kreis.example", .mx): unvalidated([0, 10] + Self.wire("mx1.kreis.example")),
            DNSQuestion("_25._tcp.mx1.kreis.example", .tlsa): unvalidated([3, 1, 1, 0xAB]),
        ])
        #expect(facts[DNSNameFact.self] == [DNSNameFact(status: "exists", validation: "unknown", reason: "")])
        #expect(lookups(facts)["MX"] == "found")
        #expect(lookups(facts)["TLSA"] == "unknown")
    }

    @Test func `a question without an answer is unknown, and only when all are there is no measurement`() async throws {
        let silent: (String, RecordType) -> (DNSQuestion, Result<DNSAnswer, NetworkError>) = {
            (DNSQuestion($0, $1), .failure(.timeout))
        }
        let facts = try await observe(
            Dictionary([silent("kreis.example", .mx), silent("_dmarc.example", .txt)]) { first, _ in first })
        #expect(lookups(facts)["MX"] == "unknown")
        #expect(lookups(facts)["TLSA"] == "unknown")
        #expect(lookups(facts)["DMARC"] == "unknown")
        #expect(lookups(facts)["SPF"] == "absent")

        let all = [
            silent("kreis.example", .a), silent("kreis.example", .aaaa), silent("kreis.example", .caa),
            silent("kreis.example", .ns), silent("_443._tcp.kreis.example", .tlsa),
        ]
        await #expect(throws: NetworkError.timeout) {
            try await observe(Dictionary(all) { first, _ in first }, .domain)
        }
    }

    @Test func `a bogus answer is unknown, its records do not count, and the name says why`() async throws {
        let bogus = DNSAnswer(
            records: [[192, 0, 2, 1]], nameExists: true, validation: .bogus, whyBogus: "signature expired")
        let facts = try await observe([DNSQuestion("kreis.example", .a): .success(bogus)], .domain)
        #expect(facts[DNSAddressFact.self].isEmpty)
        #expect(lookups(facts)["A"] == "unknown")
        #expect(
            facts[DNSNameFact.self] == [DNSNameFact(status: "exists", validation: "bogus", reason: "signature expired")]
        )
    }

    @Test func `malformed records are unknown, never absent`() async throws {
        let facts = try await observe([
            DNSQuestion("kreis.example", .a): Self.records([192, 0, 2]),
            DNSQuestion("kreis.example", .mx): Self.records([0, 10, 0xC0, 0x0C]),
            DNSQuestion("kreis.example", .txt): Self.records([200, 1]),
        ])
        for record in ["A", "MX", "SPF"] { #expect(lookups(facts)[record] == "unknown") }
    }

    @Test func `SPF that includes itself ends, and so does one with too many lookups`() async throws {
        let loop = try await observe([
            DNSQuestion("kreis.example", .txt): Self.txt("v=spf1 include:kreis.example include:kreis.example -all")
        ])
        #expect(loop[DNSSPFFact.self].map { "\($0.all) \($0.lookups)" } == ["- 20"])
        let redirect = try await observe([
            DNSQuestion("kreis.example", .txt): Self.txt("v=spf1 redirect=kreis.example")
        ])
        #expect(redirect[DNSSPFFact.self].map(\.lookups) == [20])
    }

    @Test func `the all of a redirect counts, and two records are two rows`() async throws {
        let facts = try await observe([
            DNSQuestion("kreis.example", .txt): Self.txt("v=spf1 redirect=_spf.example", "v=spf1 all"),
            DNSQuestion("_spf.example", .txt): Self.txt("v=spf1 a ~all"),
        ])
        #expect(facts[DNSSPFFact.self].map { "\($0.all) \($0.lookups)" }.sorted() == ["+ 0", "~ 2"])
    }

    @Test func `an include that is not answered leaves the count open`() async throws {
        let facts = try await observe([
            DNSQuestion("kreis.example", .txt): Self.txt("v=spf1 include:_spf.example -all"),
            DNSQuestion("_spf.example", .txt): .failure(.timeout),
        ])
        #expect(facts[DNSLookupFact.self].first { $0.record == "SPF" }?.reason == "_spf.example: timeout")
        #expect(facts[DNSSPFFact.self].map(\.lookups) == [1])
    }

    @Test func `DMARC of the organisation applies where the name has none, two records cancel each other`() async throws
    {
        let parent = try await observe([DNSQuestion("_dmarc.example", .txt): Self.txt("v=DMARC1; p=reject; sp=none")])
        #expect(
            parent[DNSDMARCFact.self].map { "\($0.name) \($0.policy) \($0.subdomainPolicy)" } == ["example reject none"]
        )
        let two = try await observe([
            DNSQuestion("_dmarc.kreis.example", .txt): Self.txt("v=DMARC1; p=reject", "v=DMARC1; p=none")
        ])
        #expect(lookups(two)["DMARC"] == "absent")
        let broken = try await observe([DNSQuestion("_dmarc.kreis.example", .txt): Self.txt("v=DMARC1; p=perhaps")])
        #expect(broken[DNSDMARCFact.self].map(\.policy) == ["none"])
    }

    @Test func `the DMARC walk asks eight names at most and stops at a public suffix`() {
        var walk = DMARCWalk(from: "a.b.c.d.e.f.g.h.i.example")
        var asked: [String] = []
        while let place = walk.next {
            asked.append(place)
            walk.step(finding: nil)
        }
        #expect(asked.count == 8)
        #expect(asked.prefix(2) == ["a.b.c.d.e.f.g.h.i.example", "d.e.f.g.h.i.example"])
        #expect(asked.last == "example")
    }

    @Test func `a null MX has no keys to ask for`() async throws {
        let facts = try await observe([DNSQuestion("kreis.example", .mx): Self.records([0, 0, 0])])
        #expect(facts[DNSMXFact.self].map(\.host) == ["."])
        #expect(lookups(facts)["TLSA"] == "absent")
    }
}
