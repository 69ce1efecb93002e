import Model
import Testing

@testable import Reports

@Suite struct ServicePagesTests {
    private static func page(_ path: String, _ picture: Picture = ExamplePicture.picture) throws -> Page {
        try #require(Page.all(of: picture).first { $0.path == path })
    }

    /// Words of the page as they are read, in one line.
    private static func words(_ path: String, _ picture: Picture = ExamplePicture.picture) throws -> String {
        try page(path, picture).markup.replacing(/<[^>]*>/, with: "").replacing("\u{A0}", with: " ")
    }

    private static func counts(_ figures: Picture.OnlineServices.Counts) -> String {
        [figures.total, figures.offered, figures.live, figures.adoptable, figures.below].map(String.init)
            .joined(separator: " ")
    }

    @Test func `the figures of the online services are those counted by hand`() {
        let services = ExamplePicture.onlineServices
        let all = services.figures
        #expect(Self.counts(all) == "22 11 7 4 2")
        let first = services.figures(of: "lk-bernkastel-wittlich")
        #expect(Self.counts(first) == "5 4 3 0 2")
        #expect(services.providers.map(\.provider) == ["it-krz-muster"])
        #expect(services.providers.first?.cells.count == 5)
    }

    @Test func `the matrix says who offers what, and from whom something can be adopted`() throws {
        let text = try Self.words("online-dienste.html")
        #expect(
            text.contains(
                "Bei 4 Stellen wären das 22 Angebote; 11 davon stehen in den Leistungslisten (50,0 %), 7 wurden"))
        #expect(text.contains("✚ übernehmbarvon Landkreis Bernkastel-Wittlich"))
        #expect(text.contains("nicht zuständig"), "a county without a service of its kind is not counted as missing")
        #expect(try Self.words("online-dienste.en.html").contains("Sign-in below the required trust level"))
    }

    @Test func `a level below the required one names both, and an unverified one says so`() throws {
        let text = try Self.words("online-dienste.html")
        #expect(
            text.contains(
                "Bauantrag stellenLandkreis Bernkastel-Wittlichsubstanziell (ungeprüft)normaleigenes Passwort"))
        #expect(
            text.contains(
                "Wohngeld beantragenLandkreis Bernkastel-Wittlichsubstanziell (ungeprüft)normalnicht gesehen, laut Liste"
            ))
    }

    @Test func `the lower of what is seen and what is declared counts, and no sign-in seen says nothing`() {
        func level(_ declared: TrustLevel?, _ seen: TrustLevel?) -> TrustLevel? {
            Picture.OnlineServices.Cell(service: "s", body: "b", state: .live, declared: declared, seen: seen)
                .offeredLevel
        }
        #expect(level(.high, .basic) == .basic)
        #expect(level(.basic, .high) == .basic)
        #expect(level(.substantial, TrustLevel.none) == .substantial)
        #expect(level(nil, TrustLevel.none) == nil)
    }

    @Test func `processes are drawn, compared and led to the inventory`() throws {
        let page = try Self.page("prozesse.html")
        #expect(page.elements.count { $0 == "svg" } == 2)
        #expect(page.elements.count { $0 == "title" } == 3)
        let text = try Self.words("prozesse.html")
        #expect(
            text.contains(
                "2 Stellen haben den Ablauf gezeichnet. 1 von 8 Schritten ist allen gemeinsam, die Ähnlichkeit beträgt 0,11."
            ))
        #expect(text.contains("Zusammen gibt es 3 Medienbrüche."))
        #expect(text.contains("www.cochem-zell.example:443 (im Inventar)"))
        #expect(
            page.values(of: "href").contains("software.html") && page.values(of: "href").contains("#ablauf-0-system-1"))
    }

    @Test func `regions of two services have names of their own`() throws {
        let one = ExamplePicture.processes[0]
        let other = Picture.ServiceProcesses(
            service: "jagdschein", name: LocalizedText(de: "Jagdschein", en: "Hunting licence"), entries: one.entries,
            pairs: one.pairs, rows: one.rows, systems: one.systems)
        let page = try Self.page("prozesse.html", ExamplePicture.with(processes: [one, other]))
        let captions = page.markup.components(separatedBy: "<caption ").dropFirst().map {
            $0.components(separatedBy: ">")[1]
        }
        #expect(captions.count == Set(captions).count && captions.count == 11)
        let drawings = page.values(of: "aria-labelledby").filter { $0.contains("-name ") }
        #expect(
            drawings == [
                "ablauf-0-0-name ablauf-0", "ablauf-0-1-name ablauf-0", "ablauf-1-0-name ablauf-1",
                "ablauf-1-1-name ablauf-1",
            ])
    }

    @Test func `the drawing in words tells step, role, medium and break`() {
        let entry = ExamplePicture.processes[0].entries[1]
        let text = ProcessDescription(entry: entry, say: Wording(language: .de)).text
        #expect(
            text == "4\u{A0}Schritte, 2\u{A0}Medienbrüche. 1. Antrag auf Papier annehmen (Schalter, Papier). "
                + "2. Zulassung eintragen (Schalter, OK.VERKEHR, Medienbruch davor). "
                + "3. Gebühr kassieren (Kasse, Papier, Medienbruch davor). 4. Plaketten ausgeben (Schalter, Papier).")
    }

    @Test func `one body alone is drawn and not compared`() throws {
        let whole = ExamplePicture.processes[0]
        let alone = try #require(whole.limited(to: Scope(bodies: ["lk-cochem-zell"])))
        #expect(
            alone.rows.map(\.name) == [
                "Zulassung eintragen", "Antrag auf Papier annehmen", "Gebühr kassieren", "Plaketten ausgeben",
            ])
        #expect(alone.pairs.isEmpty && alone.similarity == nil)
        #expect(alone.systems.map(\.bodies) == [["lk-cochem-zell"]])
        let text = try Self.words("prozesse.html", ExamplePicture.with(processes: [alone]))
        #expect(
            text.contains("1 Stelle hat den Ablauf gezeichnet, mit 2 Medienbrüchen. Verglichen wird ab zwei Stellen."))
    }

    @Test func `the weakest link is named with what it holds for, and each body has its own`() throws {
        let text = try Self.words("prozesse.html")
        #expect(text.contains("Das schwächste Glied ist E-Mail-Gateway: Es trägt bei 0 von 4 Stellen."))
        #expect(text.contains("Schwächstes Glied der StelleE-Mail-GatewayE-Mail-GatewayScannenLangzeitarchiv"))
        #expect(
            text.contains(
                "Fällt Kommunales Rechenzentrum Muster aus, stehen E-Mail-Gateway und Langzeitarchiv bei 4 Stellen"))
        #expect(LinkState.weakest(of: [.sound, .ending, .atRisk, .atRisk]) == [2, 3])
        #expect(LinkState.weakest(of: [.sound, .sound]).isEmpty && LinkState.weakest(of: []).isEmpty)
    }

    @Test func `a fleet that names none of it has no such page and no menu entry`() throws {
        let files = Site.render(ExamplePicture.empty)
        let paths = files.map(\.path)
        for name in [
            "online-dienste.html", "prozesse.html", "daten/online-dienste.csv", "daten/prozesse.csv",
            "daten/ketten.csv",
        ] {
            #expect(!paths.contains(name))
            #expect(Site.render(ExamplePicture.picture).contains { $0.path == name })
        }
        let index = try Self.page("index.html", ExamplePicture.empty)
        #expect(!index.text.contains("online-dienste.html") && !index.text.contains("prozesse.html"))
        #expect(try Self.page("index.html").text.contains("online-dienste.html"))
    }

    @Test func `a report for one body keeps its own services and names no neighbour`() throws {
        let limited = ExamplePicture.picture.limited(to: "lk-vulkaneifel")
        let text = try Self.words("online-dienste.html", limited)
        #expect(text.contains("von einer Nachbarstelle") && !text.contains("Bernkastel-Wittlich"))
        #expect(limited.processes.isEmpty)
        #expect(limited.chains.first?.links.map(\.cells.count) == [1, 1, 1, 1])
    }
}
