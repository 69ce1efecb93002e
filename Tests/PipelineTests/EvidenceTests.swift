import Documents
import Foundation
import Inventory
import Model
import Scanning
import Testing

@testable import Pipeline
@testable import Rules

private let tls = Control(.grundschutz2023, "APP.3.2.A11")
private let networks = Control(.wiba, "Netze")
private let backup = Control(.wiba, "Backup")
private let nowhere = Place(file: "test.yaml", line: 1, column: 1)

/// Four servers of body `a`, judged by rules the test names.
private final class JudgedRun {
    let folder = FileManager.default.temporaryDirectory.appending(path: "lagebild-\(UUID().uuidString)")
    let workspace: Workspace
    private let store: InventoryStore
    private let servers = ["good", "bad", "excepted", "silent"]

    init(chosen: [RuleText], unused: [RuleText] = []) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let path = folder.appending(path: "lagebild.db").path
        store = try InventoryStore.open(path: path, vocabulary: Probes.vocabulary)
        let catalogue = ControlCatalogue(
            sources: [],
            entries: [
                Self.entry(tls, .measured), Self.entry(networks, .partly), Self.entry(backup, .people),
            ])
        func book(_ texts: [RuleText]) -> RuleBook {
            RuleBook(packs: [], rules: texts.map(Self.rule), catalogue: catalogue)
        }
        workspace = Workspace(
            fleetFile: folder.appending(path: "fleet.yaml").path, fleet: Self.fleet, databaseFile: path,
            rules: book(chosen), available: book(chosen + unused), installed: book(chosen + unused),
            vocabulary: Probes.vocabulary, warnings: [],
            now: Self.day.start)
    }

    deinit {
        try? store.close()
        try? FileManager.default.removeItem(at: folder)
    }

    private static let day = Day(year: 2026, month: 11, day: 23)

    private static let fleet = TestFleet.make(
        window: nil,
        exceptions: [
            FleetException(
                id: "AUS-1", rule: "old",
                subject: FleetException.Subject(body: nil, host: "excepted.example.org", port: 443),
                reason: "a legacy client needs it", compensating: nil, residualRisk: "low", requestedBy: "it",
                acceptedBy: "isb",
                approvedOn: day, expires: Day(number: day.number + 30))
        ])

    private static func entry(_ control: Control, _ support: Control.Support) -> ControlCatalogue.Entry {
        ControlCatalogue.Entry(
            control: control, support: support, basis: nil, note: LocalizedText(de: "Satz", en: "Sentence"),
            place: nowhere)
    }

    private static func rule(_ text: RuleText) -> Rule {
        Rule(text: text, since: 1, queries: [:], examples: [], equivalents: [], place: nowhere)
    }

    /// Scans; the rules say `deviates` of all servers but the good and the silent one.
    func judge(by rules: [RuleText], failing: Set<String> = []) throws {
        let run = try scan()
        let known = try store.endpoints().sorted { $0.id < $1.id }
        let judged = rules.map { rule in
            let verdicts = known.map { record -> Verdict in
                switch record.endpoint.serverName.prefix(while: { $0 != "." }) {
                case _ where failing.contains(rule.id): .notMeasured
                case "silent": .notMeasured
                case "good": .conforms
                default: .deviates
                }
            }
            let words = Dictionary(uniqueKeysWithValues: known.map { ($0.id, "because") })
            return RuleJudgement(
                rule: rule.id, subjects: known.map(\.id), verdicts: verdicts, words: words,
                error: failing.contains(rule.id) ? "broken" : nil)
        }
        try store.record(
            Judgement(rules: judged), rules: rules, fleet: workspace.fleet, in: run, at: run.started)
    }

    func scan() throws -> Run {
        let now = Self.day.start
        let run = try store.beginRun(at: now, fleet: workspace.fleet, fleetSHA256: "", toolVersion: "0")
        for name in servers {
            let endpoint = Endpoint(
                body: "a", address: IPAddress("192.0.2.1"), port: 443, serverName: "\(name).example.org",
                service: .https)
            try store.record(plan: [PlannedEndpoint(endpoint: endpoint, probes: ["tls"], barrier: nil)], in: run)
            try store.record(
                [
                    Observation(
                        endpoint: endpoint, probe: "tls", at: now, outcome: name == "silent" ? .silent : .answered,
                        facts: Facts(rows: [:]))
                ], in: run)
        }
        return try store.finish(run, at: now)
    }
}

private func text(
    _ id: String, pack: String = "test", status: RuleText.Status = .active, _ controls: [Control]
) -> RuleText {
    let words = LocalizedText(de: "x", en: "x")
    return RuleText(
        id: id, pack: pack, status: status, severity: .high, title: words, why: words, fix: words, action: words,
        scope: "tls_endpoint", deviates: "SELECT 1", references: [], controls: controls)
}

/// Verdicts there are any of.
private func seen(_ evidence: ControlEvidence) -> [Verdict: Int] { evidence.verdicts.filter { $0.value > 0 } }

@Test func `a control's evidence counts verdicts of rules that count, and open and excepted findings apart`() throws {
    let old = text("old", [tls, networks])
    let older = text("older", [tls])
    let run = try JudgedRun(chosen: [old, older])
    try run.judge(by: [old, older])
    let list = try run.workspace.evidence(of: ["APP.3.2.A11"], framework: nil)
    let evidence = try #require(list.controls.first)
    #expect(list.controls.count == 1)
    #expect(evidence.rules.map(\.id) == ["old", "older"])
    #expect(seen(evidence) == [.conforms: 2, .deviates: 4, .notMeasured: 2])
    #expect(evidence.assessed == 8)
    #expect(evidence.open == 3)
    #expect(evidence.excepted == 1)
    #expect(evidence.rules.map(\.open) == [1, 2])
}

@Test func `a rule on trial, one not asked and one that erred are named and add no deviation`() throws {
    let asked = [text("broken", [tls]), text("trial", status: .trial, [tls])]
    let run = try JudgedRun(chosen: asked + [text("added-later", [tls])])
    try run.judge(by: asked, failing: ["broken"])
    let evidence = try #require(try run.workspace.evidence(of: ["app.3.2.a11"], framework: nil).controls.first)
    #expect(evidence.rules.map(\.id) == ["added-later", "broken", "trial"])
    #expect(evidence.rules.map(\.counts) == [false, true, false])
    #expect(evidence.rules.map(\.error) == [nil, "broken", nil])
    #expect(evidence.rules[0].subjects == nil)
    #expect(evidence.rules[2].subjects?[.deviates] == 2)
    #expect(seen(evidence) == [.notMeasured: 4])
    #expect(evidence.open == 0)
    #expect(evidence.excepted == 0)
}

@Test func `rules in packs the fleet does not use are no evidence, and their packs are named`() throws {
    let old = text("old", [tls])
    let run = try JudgedRun(chosen: [old], unused: [text("stranger", pack: "foreign", [tls, networks])])
    try run.judge(by: [old])
    let list = try run.workspace.evidence(of: [], framework: nil)
    #expect(list.controls.map(\.control) == [tls, networks, backup])
    #expect(list.controls.map { $0.rules.map(\.id) } == [["old"], [], []])
    #expect(list.controls.map(\.unusedPacks) == [["foreign"], ["foreign"], []])
    #expect(try run.workspace.rules(naming: "netze") == ["stranger"])
}

@Test func `evidence is asked for by framework, and an unknown word is refused with the one that was meant`() throws {
    let run = try JudgedRun(chosen: [text("old", [tls])])
    try run.judge(by: [text("old", [tls])])
    #expect(try run.workspace.evidence(of: [], framework: .wiba).controls.map(\.control) == [networks, backup])
    #expect(throws: PlaceError.missing("Netze is no control of grundschutz_2023", hint: "leave --framework out")) {
        try run.workspace.evidence(of: ["Netze"], framework: .grundschutz2023)
    }
    let refusal = PlaceError.missing(
        "no control or checklist \"APP.3.2.A12\" in the catalogue", hint: "did you mean 'APP.3.2.A11'?")
    #expect(throws: refusal) { try run.workspace.evidence(of: ["APP.3.2.A12"], framework: nil) }
    #expect(throws: refusal) { try run.workspace.rules(naming: "APP.3.2.A12") }
}

@Test func `a run that is not judged is no evidence`() throws {
    let run = try JudgedRun(chosen: [text("old", [tls])])
    #expect(throws: PlaceError.self) { try run.workspace.evidence(of: [], framework: nil) }
    _ = try run.scan()
    #expect(throws: PlaceError.missing("run 2026-11-23/1 is not judged yet", hint: "run 'lagebild rules judge' first"))
    {
        try run.workspace.evidence(of: [], framework: nil)
    }
}
