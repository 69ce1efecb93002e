import Foundation
import Model
import Testing

@testable import Reports

@Suite struct HostileTextTests {
    private static let script = "</script><script>alert('1')</script>"
    private static let texts = [
        script, "\"><img src=x onerror=alert(1)>", "' onmouseover='x", "<!--", "]]>", "&lt;", "a\u{202E}moc.elpmaxe",
        "\u{2066}x\u{2069}",
        "nul\u{0}bell\u{7}", String(repeating: "w", count: 20_000), "=HYPERLINK(\"http://x\")", "${x}{{y}}",
        "\u{FEFF}\u{200B}",
    ]

    /// The example with the same hostile text everywhere a stranger can put one.
    private static func picture(_ text: String, endpoints: Int = 2) -> Picture {
        ExamplePicture.with(
            endpoints: (0..<endpoints).map { _ in
                Picture.Endpoint(
                    label: text, address: text, port: 443, service: .https, body: "lk-cochem-zell",
                    softwareDomain: text,
                    authorised: true, probes: [Picture.ProbeOutcome(probe: text, outcome: .failed, reason: text)],
                    lastMeasured: nil)
            },
            findings: [
                Picture.Finding(
                    id: text, rule: text, endpoint: text, address: text, body: text, severity: .high, state: .open,
                    measured: false, gap: text, openedRun: text, opened: ExamplePicture.day("2026-11-01"),
                    cause: .change,
                    due: ExamplePicture.day("2026-11-02"), evidence: text, owner: text, affects: [text],
                    events: [
                        Picture.Event(run: text, day: ExamplePicture.day("2026-11-01"), kind: .opened, detail: text)
                    ], exceptionBlock: text),
                Picture.Finding(
                    id: "2" + text, rule: text, endpoint: "gone " + text, body: "lk-cochem-zell", severity: .high,
                    state: .open,
                    measured: true, openedRun: text, opened: ExamplePicture.day("2026-11-01"), cause: .change,
                    due: ExamplePicture.day("2026-11-02"), evidence: text, owner: text, affects: [text],
                    events: [
                        Picture.Event(run: text, day: ExamplePicture.day("2026-11-01"), kind: .opened, detail: text)
                    ], exceptionBlock: text),
            ],
            certificates: [
                Picture.Certificate(
                    endpoint: text, body: text, sha256: text, subject: text, names: [text], issuer: text,
                    notBefore: Timestamp(seconds: 0), notAfter: ExamplePicture.time("2026-12-01T00:00:00Z"),
                    keyType: text,
                    keyBits: 0, keySHA256: text)
            ],
            software: [
                Picture.Software(
                    product: text, version: text, endpoint: text, body: "lk-cochem-zell", evidence: text,
                    confidence: text)
            ],
            exceptions: [
                Picture.Exception(
                    id: text, rule: text, bodies: [text], subject: text, reason: text, compensating: text,
                    requestedBy: text, acceptedBy: text, approvedOn: ExamplePicture.day("2026-01-01"),
                    expires: ExamplePicture.day("2027-01-01"), findings: [text], residualRisk: text, planWhat: text)
            ],
            commonEvents: [
                Picture.CommonEvent(
                    kind: .opened, rule: text, day: ExamplePicture.day("2026-11-01"), bodies: [text, text],
                    findings: [text], shared: [Picture.Common(.mailHost, text)])
            ],
            shared: [
                Picture.SharedThing(
                    Picture.Common(.nameServer, text), bodies: [text, "lk-cochem-zell"], endpoints: [text],
                    openFindings: [text])
            ],
            movements: Picture.Movement.Kind.allCases.map {
                Picture.Movement($0, what: text, body: text, before: text, after: text, outcome: .silent)
            },
            controls: [
                Picture.Control(
                    framework: .wiba, id: text, support: .partly, note: LocalizedText(de: text, en: text), rules: [text]
                )
            ], onlineServices: services(text), processes: [process(text)], chains: [chain(text)])
    }

    private static func services(_ text: String) -> Picture.OnlineServices {
        let service = CatalogueService(
            id: text, leika: text, ozg: text, name: LocalizedText(de: text, en: text), domain: text,
            offeredBy: [.county], required: .high, mark: .knowledge, source: text)
        return Picture.OnlineServices(
            services: [service], bodies: [text, "lk-cochem-zell"],
            cells: [
                .init(
                    service: text, body: text, state: .live, trust: .below, declared: .basic, seen: .basic,
                    signIns: [text], platform: text, provider: text, url: text),
                .init(service: text, body: "lk-cochem-zell", state: .adoptable(from: text, platform: text)),
            ],
            counts: [
                text: .init(total: 1, offered: 1, live: 1, below: 1),
                "lk-cochem-zell": .init(total: 1, adoptable: 1),
            ])
    }

    /// The labels of a drawing are as strange as the rest of its file.
    private static func process(_ text: String) -> Picture.ServiceProcesses {
        let nodes = ["a", "b"].map {
            ProcessModel.Node(id: $0 + text, name: text, kind: .task, role: text, systems: [text])
        }
        let box = ProcessDrawing.Box(x: 0, y: 0, width: 120, height: 80)
        let kinds: [ProcessDrawing.Shape.What] = [
            .pool, .lane, .node(.task), .node(.startEvent), .node(.exclusiveGateway), .dataStore, .annotation,
        ]
        let system = ProcessSystem(id: text, name: text, isCatalogued: true)
        let model = ProcessModel(
            name: text, exporter: text, pools: [], nodes: nodes, flows: [], systems: [system],
            drawing: ProcessDrawing(
                shapes: kinds.map { .init(element: "a" + text, what: $0, label: text, box: box) },
                edges: [
                    .init(
                        element: text, what: .message, label: text,
                        points: [.init(x: 0, y: 0), .init(x: 9, y: 9)])
                ]))
        return Picture.ServiceProcesses(
            service: text, name: LocalizedText(de: text, en: text),
            entries: [
                .init(body: text, process: model, mediaBreaks: [.init(from: nodes[0], to: nodes[1], onto: .paper)])
            ],
            pairs: [.init(left: text, right: text, similarity: 1, steps: 1, order: 1)],
            rows: [.init(name: text, steps: [nodes[0]])],
            systems: [
                .init(system: system, bodies: [text], listed: [text], seen: [.init(body: text, endpoint: text)])
            ])
    }

    private static func chain(_ text: String) -> Picture.Chain {
        Picture.Chain(
            name: text, bodies: [text, "lk-cochem-zell"],
            links: [
                .init(
                    name: text,
                    cells: [text, "lk-cochem-zell"].map {
                        .init(body: $0, state: .atRisk, products: [text], provider: text, urgent: 1)
                    })
            ], weakest: 0, failures: [.init(provider: text, links: [0], bodies: [text, "lk-cochem-zell"])])
    }

    private static let harmless = Page.all(of: picture("harmlos"))

    /// Elements without places to break and without the lines a label of a drawing is broken into.
    private static func structure(of page: Page) -> [String] {
        page.elements.filter { !["wbr", "text", "/text"].contains($0) }
    }

    @Test(arguments: texts)
    func `hostile text adds no element, no attribute and no reordering`(text: String) {
        let harmless = Self.harmless
        let pages = Page.all(of: Self.picture(text))
        #expect(pages.count == harmless.count)
        for (page, plain) in zip(pages, harmless) {
            #expect(Self.structure(of: page) == Self.structure(of: plain), "\(page.path)")
            #expect(
                !page.text.unicodeScalars.contains {
                    (0x202A...0x202E).contains($0.value) || (0x2066...0x2069).contains($0.value)
                })
            #expect(!page.text.unicodeScalars.contains { $0.value < 0x20 && $0.value != 0x0A })
        }
    }

    @Test func `a data island cannot end its own element and still says what it held`() throws {
        let page = try #require(
            Page.all(of: Self.picture(Self.script, endpoints: 600)).first { $0.path == "inventar.html" })
        let island = try #require(
            page.text.components(separatedBy: "id=\"inventar-mehr\">").last?.components(separatedBy: "</script>").first)
        let rows = try #require(JSONSerialization.jsonObject(with: Data(island.utf8)) as? [[String]])
        #expect(rows.count == 100 && rows[0][0] == Self.script)
    }

    @Test func `reordering and invisible characters are written out`() {
        #expect(HTML.text("a\u{202E}b\u{200B}\u{0}").markup == "a⟨U+202E⟩b⟨U+200B⟩⟨U+0000⟩")
        #expect(HTML.text("ü – 漢字 עברית\n").markup == "ü – 漢字 עברית\n")
    }

    @Test(arguments: [
        "javascript:alert(1)", "data:text/html,x", "//host", "https://a\"b", "https://a b", "JaVaScRiPt:x",
        "https://\u{202E}", "",
    ])
    func `an address that is not plain http, https or mailto becomes text`(text: String) {
        #expect(Address.external(text) == nil)
        #expect(!HTML.external(text).markup.contains("href"))
    }

    @Test func `ids become names that stay in the folder and never collide`() {
        #expect(FileSafeName.of("../../etc/passwd") == "_2e_2e_2f_2e_2e_2fetc_2fpasswd")
        #expect(FileSafeName.of("a_2f") != FileSafeName.of("a/"))
    }

    @Test func `a spreadsheet gets text where a stranger wrote a formula or reordered a name`() throws {
        let file = try #require(
            Site.render(Self.picture("=HYPERLINK(\"x\")\u{202E};")).first { $0.path == "daten/software.csv" })
        let text = String(decoding: file.bytes, as: UTF8.self)
        #expect(text.hasPrefix("\u{FEFF}product;version;"))
        #expect(text.contains("\"'=HYPERLINK(\"\"x\"\")⟨U+202E⟩;\""))
    }

    @Test func `a command to copy names only plain hosts`() {
        let finding = ExamplePicture.finding("x")
        func commands(_ label: String) -> [String]? {
            let endpoint = Picture.Endpoint(
                label: label, address: "", port: 443, service: .https, body: "lk-cochem-zell", authorised: true,
                probes: [], lastMeasured: nil)
            let seen = Picture.Finding(
                id: "F", rule: "r", endpoint: label, body: "lk-cochem-zell", severity: .low, state: .open,
                measured: true,
                openedRun: "", opened: finding.opened, cause: .change, due: finding.due, evidence: "", owner: "")
            return Verification(finding: seen, among: [endpoint], rule: nil)?.commands
        }
        #expect(commands("www.example:443")?.first == "lagebild check www.example:443")
        #expect(
            commands("[2001:db8::1]:443")?.last
                == "openssl s_client -connect [2001:db8::1]:443 -servername 2001:db8::1 </dev/null")
        #expect(commands("a;rm -rf /:443") == nil)
        #expect(commands("$(x):443") == nil)
    }
}
