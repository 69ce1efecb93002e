import Foundation
import Testing

@testable import Pipeline

/// The shipped catalogue.
private let rules = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "rules").path

struct ImportTests {
    private let folder: TestFolder

    init() throws {
        folder = try TestFolder()
        try folder.writePack("pack", rule: "tls-old")
        try folder.writeFleet(rules: "{packs: [pack]}")
    }

    /// Of a fleet with the body `nord`, and of the shipped catalogue.
    private func workspace(catalogue: String = rules) throws -> Workspace {
        var workspace = try folder.open()
        workspace.software = SoftwarePlaces(folders: [catalogue])
        return workspace
    }

    private func imported(
        _ text: String, _ name: String = "liste.csv", body: String? = "nord", dryRun: Bool = false,
        into workspace: Workspace? = nil
    ) throws -> ImportOutcome {
        try folder.write(text, to: name)
        var request = ImportRequest(file: "\(folder.path)/\(name)")
        request.body = body
        request.isDryRun = dryRun
        return try (workspace ?? self.workspace()).importFile(request)
    }

    private let list = "Produkt;Version;Fachbereich\nInfoma newsystem;24.1;Finanzen\nFriedhof 2000;3;\nnginx;1.18;\n"

    @Test func `a dry run makes no store and says what the import then does`() throws {
        let dry = try imported(list, dryRun: true)
        #expect(dry.id == nil && dry.difference.new.count == 3)
        #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/lagebild.db"))
        let outcome = try imported(list)
        #expect(outcome.id == "I-1" && outcome.difference == dry.difference)
        #expect(try imported(list, dryRun: true).difference.sameAs == "I-1")
    }

    @Test func `an imported list answers where no usage list does, an inventory and an unknown domain do not`() throws {
        _ = try imported(list + "Eigenbau;1;Gartenzwerge\n")
        let declared = try workspace().declared()
        let finance = declared.position(of: "nord", in: "finance")
        #expect(finance.products == ["infoma-newsystem"])
        #expect(finance.inUse.first?.version == "24.1" && finance.inUse.first?.imported?.confidence == "declared")
        #expect(declared.figures(of: "finance").coverage == 1)
        #expect(!declared.domains.contains("Gartenzwerge"))
        let domains = declared.domains
        _ = try imported("adduser\t3.134\nlibc6:amd64\t2.36-9\nnextcloud\t27.1\npostfix\t3.7.11\n", "web-01.txt")
        #expect(try workspace().declared().domains == domains)
    }

    @Test func `a row names its body by id, name or not at all, and one of nobody is refused with its line`() throws {
        let text = "Produkt;Körperschaft\nnginx;nord\nenaio;LANDKREIS NORD\nAllris;Süd\n"
        let outcome = try imported(text, body: nil)
        #expect(outcome.draft.rows.map(\.body) == ["nord", "nord"] && outcome.refusals.map(\.line) == [4])
        // The file says it all, so naming the body too changes nothing.
        #expect(try imported(text, body: "nord").difference.sameAs == "I-1")
    }

    @Test func `names that are like one of the catalogue are shown and not taken for it`() throws {
        let recognition = try imported("Produkt\nInfoma newsystm\nnginx\nFriedhof 2000\n").recognition
        #expect(recognition.software == 3 && recognition.recognised == 1)
        #expect(recognition.alike.map(\.name) == ["Infoma newsystm"])
        #expect(recognition.alike.map(\.product) == ["infoma-newsystem"])
    }

    @Test func `an imported list is held against imported inventories`() throws {
        _ = try imported(list)
        _ = try imported("nginx\t1.22.1-9\nzlib1g\t1.2.13\nopenssh-server\t1:9.2p1-2\n", "web-01.txt")
        _ = try imported("nginx\t1.22.1-9\n", "web-02.txt")
        let programs = #"[{"name": "FRIEDHOF-2000", "version": "3.1", "hostname": "pc"}]"#
        _ = try imported(programs, "programs.json")
        let workspace = try workspace()
        #expect(try !workspace.hasScan())
        let lists = try workspace.workLists()
        #expect(lists.notSeen.map(\.product) == ["infoma-newsystem"] && lists.notSeen.map(\.domain) == ["finance"])
        #expect(lists.notDeclared.map(\.product) == ["openssh"])
        #expect(lists.otherVersion.map(\.seen.endpoint) == ["dpkg:web-01 +1"])
        #expect(lists.otherVersion.map(\.declared.product) == ["nginx"])
    }

    @Test func `work lists follow a changed catalogue at once, the store with the next import`() throws {
        _ = try imported(list)
        let own = "\(folder.path)/own"
        try FileManager.default.createDirectory(atPath: own, withIntermediateDirectories: true)
        try FileManager.default.copyItem(atPath: "\(rules)/catalogue", toPath: "\(own)/catalogue")
        try folder.write(
            """
            source: Test
            products:
              - {id: cemetery, name: Friedhof 2000, vendor: X, domains: [facility], mark: K}

            """, to: "own/catalogue/own.yaml")
        let workspace = try workspace(catalogue: own)
        #expect(try workspace.workLists().notSeen.map(\.product) == ["cemetery", "infoma-newsystem", "nginx"])
        #expect(try stored(workspace) == ["infoma-newsystem", "nginx"])
        _ = try imported("Produkt\nenaio\n", "andere.csv", into: workspace)
        #expect(try stored(workspace) == ["cemetery", "enaio", "infoma-newsystem", "nginx"])
    }

    private func stored(_ workspace: Workspace) throws -> [String] {
        try workspace.withInventory { try $0.importedSoftware().compactMap(\.product).sorted() }
    }

    @Test(arguments: [
        ("softwareliste", "softwareliste"), ("Softwareliste 2026-11-28", "softwareliste"),
        ("28.11.2026 Liste", "liste"), ("liste_20261128_neu", "liste-neu"), ("Liste November 2026", "liste"),
        ("2026-11 Server", "server"), ("web-01", "web-01"), ("server1", "server1"), ("web-01-2026-11-28", "web-01"),
        ("Windows 10", "windows-10"), ("2026", ""), ("GRÖSSE", "grösse"),
    ])
    func `the source of a list is its name without the date`(file: String, source: String) {
        #expect(ImportSource.undated(file) == source)
    }
}
