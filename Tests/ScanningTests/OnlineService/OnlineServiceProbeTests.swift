import Model
import Testing
import Transport
import TransportTesting

@testable import Scanning

@Suite struct OnlineServiceProbeTests {
    private static func answer(_ head: String..., body: String = "") -> Script {
        let lines = head + (body.isEmpty ? [] : ["Content-Type: text/html", "Content-Length: \(body.utf8.count)"])
        return [.expectAnything, .answer(Array((lines.joined(separator: "\r\n") + "\r\n\r\n" + body).utf8)), .close]
    }

    private static func target(
        _ service: String = "wohngeld", path: String = "/antrag", required: TrustLevel = .substantial
    ) -> OnlineServiceTarget {
        let offer = OnlineOffer(
            body: "stadt", service: service, url: "http://host.example\(path)", declared: .basic, platform: nil)
        let catalogue = [
            CatalogueService(
                id: service, leika: nil, ozg: nil, name: LocalizedText(de: "", en: ""), domain: nil,
                offeredBy: [.municipality], required: required, mark: .knowledge, source: "")
        ]
        let body = Endpoint.scripted(.http).body
        return OnlineServiceTarget.all(in: .offering([offer], host: "host.example", of: body), by: catalogue)[0]
    }

    private func observe(_ scripts: [Script], _ targets: [OnlineServiceTarget] = [target()]) async throws -> (
        facts: Facts, dialer: ScriptedDialer
    ) {
        let dialer = ScriptedDialer(scripts)
        let probe = OnlineServiceProbe(targets: targets, software: .shipped)
        return (try await probe.observe(.scripted(.http), using: dialer), dialer)
    }

    @Test(arguments: [
        (#"<a href="https://id.bund.de/de/start?x=1">Anmelden</a>"#, "bundid certain", "high"),
        (#"<form action='https://www.mein-unternehmenskonto.de/login'>"#, "unternehmenskonto certain", "substantial"),
        (#"<a href="eid://127.0.0.1:24727/eID-Client?tcTokenURL=x">Ausweis</a>"#, "eid certain", "high"),
        (#"<a href="http://127.0.0.1:24727/eID-Client?tcTokenURL=x">Ausweis</a>"#, "eid certain", "high"),
        (#"<form><input name=p TYPE="Password"></form>"#, "own_password certain", "basic"),
        (#"<p>Formular ohne Anmeldung</p><a href="https://id.bund.de.evil.example/">x</a>"#, "", "none"),
        (#"<script>location="https://id.bund.de/"</script>"#, "", "none"),
        (#"<!-- <a href="https://id.bund.de/"> -->"#, "", "none"),
    ])
    func `the sign-in is read from links, forms and fields`(page: String, signIn: String, level: String) async throws {
        let seen = try await observe([Self.answer("HTTP/1.1 200 OK", body: "<title>Wohngeld</title><body>" + page)])
        let found = seen.facts[OnlineServiceSignInFact.self].map { "\($0.kind) \($0.certain ? "certain" : "hint")" }
        #expect(found == (signIn.isEmpty ? [] : [signIn]))
        let row = try #require(seen.facts[OnlineServiceFact.self].first)
        #expect(row.signInLevel == level)
        #expect(
            [row.body, row.service, row.state, row.requiredLevel, row.declaredLevel ?? "-"] == [
                "stadt", "wohngeld", "live", "substantial", "basic",
            ])
    }

    @Test func `a door of the same server is opened to see where it leads, no more than two and no foreign one`()
        async throws
    {
        let page = """
            <body><a href="/logout">x</a><a href="/login/a">1</a><a href="https://other.example/login">2</a>
            <a href="/login/b">3</a><a href="/login/c">4</a>
            """
        let seen = try await observe([
            Self.answer("HTTP/1.1 200 OK", body: page), Self.answer("HTTP/1.1 404 Not Found"),
            Self.answer("HTTP/1.1 302 Found", "Location: https://id.bund.de/idp/sso?SAMLRequest=abc"),
        ])
        #expect(
            seen.dialer.streams.map { String($0.sentText.prefix { !$0.isNewline }) } == [
                "GET /antrag HTTP/1.1", "GET /login/a HTTP/1.1", "GET /login/b HTTP/1.1",
            ])
        #expect(seen.facts[OnlineServiceSignInFact.self].map(\.evidence) == ["redirect: id.bund.de"])
        #expect(seen.facts[OnlineServiceFact.self].map(\.signInLevel) == ["high"])
    }

    @Test func `a word in an address is a hint`() async throws {
        let seen = try await observe([
            Self.answer("HTTP/1.1 200 OK", body: "<body><a href=/auth/bundid>BundID</a>"), .connectFails(.refused),
        ])
        #expect(
            seen.facts[OnlineServiceSignInFact.self].map { "\($0.kind) \($0.certain) \($0.evidence)" } == [
                "bundid false link: bundid"
            ])
    }

    @Test(arguments: [
        ("HTTP/1.1 404 Not Found", "", "error", "404"), ("HTTP/1.1 503 Busy", "", "error", "503"),
        ("HTTP/1.1 302 Found", "Location: https://elsewhere.example/x?token=1", "elsewhere", "302"),
        ("HTTP/1.1 302 Found", "Location: ftp://elsewhere.example/", "unknown", "302"),
    ])
    func `what the page answers is told`(status: String, field: String, state: String, code: String) async throws {
        let dialer = ScriptedDialer([Self.answer(status, field)])
        let probe = OnlineServiceProbe(targets: [Self.target()], software: NoSoftware())
        let facts = try await probe.observe(.scripted(.http), using: dialer)
        #expect(facts[OnlineServiceFact.self].map { "\($0.state) \($0.status)" } == ["\(state) \(code)"])
        #expect(dialer.endpoints.count == 1)
    }

    @Test func `the first page that does not come is the endpoint's outcome, a later one is unknown`() async throws {
        await #expect(throws: NetworkError.refused) { try await observe([.connectFails(.refused)]) }
        let seen = try await observe(
            [Self.answer("HTTP/1.1 200 OK"), .connectFails(.timeout), Self.answer("HTTP/1.1 200 OK")],
            [Self.target("a"), Self.target("b"), Self.target("c")])
        #expect(
            seen.facts[OnlineServiceFact.self].map { "\($0.service) \($0.state) \($0.signInLevel)" } == [
                "a live none", "b unknown unknown", "c live none",
            ])
    }

    @Test func `products are those of the service's own pages`() async throws {
        let seen = try await observe(
            [
                Self.answer(
                    "HTTP/1.1 200 OK", "Server: nginx", body: "<meta name=generator content='TYPO3 CMS'><body>"),
                Self.answer("HTTP/1.1 200 OK", "Server: nginx"),
            ], [Self.target("a"), Self.target("b")])
        let products = seen.facts[OnlineServiceProductFact.self].map { "\($0.service) \($0.product)" }
        #expect(products == ["a nginx", "a typo3", "b nginx"])
    }

    @Test func `it is planned where a service is offered and nowhere else`() {
        let probe = OnlineServiceProbe(targets: [Self.target("a"), Self.target("b")], software: NoSoftware())
        #expect(probe.connections(at: .scripted(.http)) == 16)
        #expect(probe.connections(at: .scripted(.https)) == nil)
        let many = OnlineServiceProbe(targets: (0..<50).map { _ in Self.target() }, software: NoSoftware())
        #expect(many.connections(at: .scripted(.http)) == 40)
    }

    @Test func `a hostile page is read to the end of what is allowed`() async throws {
        let links = (0..<20_000).map { "<a href=/login\($0)>" }.joined()
        let seen = try await observe([Self.answer("HTTP/1.1 200 OK", body: links)])
        #expect(seen.facts[OnlineServiceFact.self].count == 1)
        #expect(seen.dialer.endpoints.count == 3)
    }
}

extension Fleet {
    /// A body with one host, and a town that offers there.
    fileprivate static func offering(_ offers: [OnlineOffer], host: String, of body: String) -> Fleet {
        let owner = Body(
            id: body, name: body, kind: .itProvider, ags: nil, ars: nil, owner: "it", reportTo: [], authorisation: "A",
            tlp: nil, children: [], members: [], domains: [], networks: [],
            hosts: [HostTarget(name: host, ports: [], softwareDomain: nil, hostedBy: nil)], exclusions: [], window: nil)
        return Fleet(
            cooperation: Cooperation(
                id: "t", name: "T", language: .de, timezone: "Europe/Berlin", tlp: .amber,
                scanner: ScannerIdentity(contact: "", infoURL: ""), dns: DNSAccess(resolvers: [], trustAnchor: nil),
                trustedRoots: []),
            defaults: FleetDefaults(
                consent: .light, limits: .polite, timeoutSeconds: 1, retries: 0, window: nil, dueDays: [:], packs: [],
                extraRules: []), contacts: [], authorisations: [], softwareDomains: [], bodies: [owner],
            sharedServices: [], schedules: [], exceptions: [], onlineOffers: offers)
    }
}
