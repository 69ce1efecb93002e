import Catalogue
import Documents
import Foundation
import Model
import Testing

@Suite struct CatalogueReadingTests {
    @Test func `the shipped catalogue reads, and every product of the municipal list is in it`() throws {
        let catalogue = Shipped.catalogue
        #expect(catalogue.products.count > 400)
        let named = [
            "Infoma newsystem", "finanzplus", "DATA-PLAN FINANZ+", "proDoppik", "Web KomPASS", "mps NF", "avviso",
            "ePayBL", "VOIS|MESO", "komuna.EWO", "OK.EWO", "AutiSta", "ADVIS", "OK.VORFAHRT", "IKOL-FS",
            "Condition WBK", "migewa", "GEVE4", "OPEN/PROSOZ", "LÄMMkom LISSA", "comp.ASS", "OK.JUS", "14plus",
            "Little Bird", "DiWo", "ProBAUG", "GekoS Bau", "ArcGIS Enterprise", "cardo", "map.apps", "P&I LOGA",
            "KIDICAP", "NOVATIME", "ZEUS", "d.velop documents", "enaio", "eGov-Suite", "SessionNet", "ALLRIS",
            "PortUNA.ris", "SD.NET RIM", "more!rubin", "OZG-RE", "COM Vibilia", "cit intelliForm", "OpenR@thaus",
            "civento", "BundID", "TEVIS", "cosinex Vergabemarktplatz", "Consul", "TYPO3", "iKISS", "ionas",
            "brain-SCC", "HCL Domino", "grommunio", "Tobit David", "NoSpamProxy", "Zertificon Z1", "OpenTalk",
            "Cryptshare", "Filr", "FortiGate", "GlobalProtect", "genua", "SINA", "baramundi", "opsi", "Checkmk",
            "i-doit", "Veeam", "Nutanix", "IServ", "WinBIAP", "kuferweb", "SORMAS", "BALVI iP", "K3 Umwelt",
            "votemanager", "AWIDO", "DIVERA 24/7", "Kyocera Command Center", "Saia PCD", "STARFACE", "FRITZ!Box",
        ]
        for name in named {
            #expect(catalogue.normalise(RawSoftware(name: name)).product != nil, "\(name)")
        }
    }

    @Test func `every domain has a product, or is one people fill themselves`() {
        let empty = Shipped.catalogue.domains.filter { Shipped.catalogue.products(in: $0.id).isEmpty }.map(\.id)
        #expect(empty == ["facility"])
    }

    @Test func `products are found by text in any of their names`() {
        #expect(Shipped.catalogue.products(matching: "lammkom").isEmpty)
        #expect(Shipped.catalogue.products(matching: "LAEMMKOM").map(\.id) == ["laemmkom-lissa"])
        #expect(Shipped.catalogue.products(matching: "verlag für standes").map(\.id) == ["autista", "epr", "xsta"])
        #expect(Shipped.catalogue.products(matching: "!").isEmpty)
    }

    private func diagnostics(_ files: [String: String]) throws -> [String] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "catalogue-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
        let log = DiagnosticLog()
        let catalogue = Catalogue.read(from: folder.path, log)
        #expect((catalogue == nil) == log.hasErrors)
        return log.diagnostics.map { "\($0)".replacing(folder.path + "/", with: "") }
    }

    private static let domains = "domains:\n  finance: {de: Finanzwesen, en: Finance}\n"

    private func product(_ rest: String) -> String {
        "  - {id: alpha, name: Alpha, vendor: A, domains: [finance], mark: K\(rest)}\n"
    }

    @Test func `a whole file has nothing to complain about`() throws {
        #expect(try diagnostics(["a.yaml": Self.domains + "products:\n" + product("")]).isEmpty)
    }

    @Test(arguments: [
        (
            "{id: alpha, name: Beta, vendor: B, domains: [finance], mark: K}",
            "5:10: error: the product 'alpha' is there"
        ),
        ("{id: beta, name: ÄLPHA, vendor: B, domains: [finance], mark: K, aliases: [al-pha]}", "'al-pha' is a name of"),
        ("{id: beta, name: Beta, vendor: B, domains: [finanze], mark: K}", "did you mean 'finance'?"),
        ("{id: beta, name: Beta, vendor: B, domains: [finance, finance], mark: K}", "'finance' is named twice"),
        ("{id: beta, name: Beta, vendor: B, domains: [finance], mark: X}", "'X' is not one of S, K"),
        ("{id: beta, name: Beta, vendor: B, domains: [finance], mark: K, aliases: [BETA]}", "another name of the same"),
        (
            "{id: beta, name: Beta, vendor: B, domains: [finance], mark: K, aliases: ['!']}",
            "neither letters nor digits"
        ),
        ("{id: beta, name: Beta, vendor: B, domains: [finance], mark: K, cpe: ['cpe:2.3:a:b']}", "beginning of a CPE"),
        ("{id: beta, name: Beta, vendor: B, domains: [finance], mark: K, purl: ['pkg:deb/b@1']}", "without version"),
        ("{id: beta, name: Beta, vendor: B, domains: [finance], mrak: K}", "did you mean 'mark'?"),
        ("{id: beta, name: Beta, vendor: B, mark: K}", "lacks the key 'domains'"),
        (
            "{id: beta, name: Beta, vendor: B, domains: [finance], mark: K, note: {de: nur deutsch}}",
            "lacks the key 'en'"
        ),
    ])
    func `what is wrong is said with its place and a way out`(entry: String, words: String) throws {
        let text = Self.domains + "products:\n" + product("") + "  - \(entry)\n"
        let found = try diagnostics(["a.yaml": text])
        #expect(found.count == 1 && found[0].contains(words), "\(found)")
        #expect(found.allSatisfy { $0.hasPrefix("a.yaml:5:") }, "\(found)")
    }

    @Test func `names and identifiers are compared over all files`() throws {
        let found = try diagnostics([
            "a.yaml": Self.domains + "products:\n" + product(", cpe: ['cpe:2.3:a:a:alpha']"),
            "b.yaml": "products:\n"
                + "  - {id: beta, name: alpha, vendor: B, domains: [finance], mark: S, cpe: ['cpe:2.3:a:a:alpha']}\n",
        ])
        #expect(found.count == 2)
        #expect(found[0].hasPrefix("b.yaml:2:22: error: 'alpha' is a name of 'alpha' already: "))
        #expect(found[1].contains("'cpe:2.3:a:a:alpha' names 'alpha' already"))
    }

    @Test func `an empty folder and a missing one are errors`() throws {
        #expect(try diagnostics([:]).first?.contains("holds no .yaml file") == true)
        let log = DiagnosticLog()
        #expect(Catalogue.read(from: "/nonexistent/catalogue", log) == nil)
        #expect(log.errors.first?.message == "there is no such folder")
    }
}
