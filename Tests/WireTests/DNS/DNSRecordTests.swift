import Testing
import Wire

@Suite struct DNSRecordTests {
    /// 10 mail.Example.ORG.
    private let mx: [UInt8] =
        [0, 10, 4] + Array("mail".utf8) + [7] + Array("Example".utf8) + [3] + Array("ORG".utf8) + [0]

    @Test func `MX is a preference and a host in lower case, and a null MX is the root`() throws {
        #expect(try MXRecord(parsing: mx).preference == 10)
        #expect(try MXRecord(parsing: mx).host == "mail.example.org")
        #expect(try MXRecord(parsing: [0, 0, 0]).host == ".")
    }

    @Test func `unusual bytes in a name are escaped, and compression pointers are refused`() throws {
        #expect(try MXRecord(parsing: [0, 1, 3, 0x61, 0x2E, 0x00, 0]).host == "a\\046\\000")
        #expect(throws: WireError.self) { try MXRecord(parsing: [0, 1, 0xC0, 0x0C]) }
        let long = [UInt8](repeating: 1, count: 2) + [[UInt8]](repeating: [1, 0x61], count: 200).flatMap { $0 } + [0]
        #expect(throws: WireError.self) { try MXRecord(parsing: long) }
    }

    @Test func `a name server is a host in lower case, and nothing may follow it`() throws {
        let data = Array(mx.dropFirst(2))
        #expect(try NSRecord(parsing: data).host == "mail.example.org")
        for part in data.everyShorterPrefix { #expect(throws: WireError.self) { try NSRecord(parsing: part) } }
        #expect(throws: WireError.self) { try NSRecord(parsing: data + [0]) }
    }

    @Test func `every shorter MX and TLSA is an error`() {
        for part in mx.everyShorterPrefix { #expect(throws: WireError.self) { try MXRecord(parsing: part) } }
        for part in [UInt8]([3, 1, 1, 0xAB]).everyShorterPrefix {
            #expect(throws: WireError.self) { try TLSARecord(parsing: part) }
        }
        for part in ([0, 5] + Array("issue".utf8)).everyShorterPrefix {
            #expect(throws: WireError.self) { try CAARecord(parsing: part) }
        }
        for part in ([5] + Array("hello".utf8)).everyShorterPrefix {
            #expect(throws: WireError.self) { try TXTRecord(parsing: part) }
        }
    }

    @Test func `another protocol's greeting is no record`() {
        for greeting in ForeignGreeting.all where greeting.first != 0 {
            #expect(throws: WireError.self) { try MXRecord(parsing: greeting) }
            #expect(throws: WireError.self) { try TXTRecord(parsing: greeting) }
        }
    }

    @Test func `TXT strings are joined without anything between them`() throws {
        let data = [4] + Array("v=sp".utf8) + [2] + Array("f1".utf8)
        #expect(try TXTRecord(parsing: data).text == "v=spf1")
    }

    @Test func `CAA and TLSA keep their fields`() throws {
        let caa = try CAARecord(parsing: [128, 5] + Array("ISSUEletsencrypt.org".utf8))
        #expect(caa.flags == 128)
        #expect(caa.tag == "issue")
        #expect(caa.value == "letsencrypt.org")
        let tlsa = try TLSARecord(parsing: [3, 1, 1, 0xAB, 0xCD])
        #expect([tlsa.usage, tlsa.selector, tlsa.matching] == [3, 1, 1])
        #expect(tlsa.data == [0xAB, 0xCD])
    }

    @Test func `SPF terms are mechanisms with qualifiers and modifiers`() throws {
        let record = try #require(SPFRecord(parsing: "v=spf1 mx/24 include:_spf.example.org ~all a redirect=x.example"))
        #expect(record.mechanisms.map(\.name) == ["mx", "include", "all", "a"])
        #expect(record.effective.map(\.name) == ["mx", "include", "all"])
        #expect(record.mechanisms[1].value == "_spf.example.org")
        #expect(record.all?.qualifier == "~")
        #expect(record.redirect == "x.example")
        #expect(SPFRecord(parsing: "v=spf10 -all") == nil)
        #expect(SPFRecord(parsing: "google-site-verification=x") == nil)
        #expect(SPFRecord(parsing: "V=SPF1 all")?.all?.qualifier == "+")
    }

    @Test func `tagged records need their version first`() throws {
        let record = try #require(
            TaggedRecord(parsing: "v=DMARC1; p = reject;; rua=mailto:a@b.example ;p=none", version: "DMARC1"))
        #expect(record["p"] == "reject")
        #expect(record["rua"] == "mailto:a@b.example")
        #expect(TaggedRecord(parsing: "p=none; v=DMARC1", version: "DMARC1") == nil)
        #expect(TaggedRecord(parsing: "v=DMARC12", version: "DMARC1") == nil)
        #expect(TaggedRecord(parsing: "", version: "DMARC1") == nil)
        #expect(TaggedRecord(parsing: ";;;", version: "DMARC1") == nil)
    }
}
