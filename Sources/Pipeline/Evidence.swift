import Inventory
import Model
import Rules

/// What one run can support of a requirement. Evidence for people to judge, never a statement of compliance.
package struct ControlEvidence: Sendable, Equatable {
    package static let statement = LocalizedText(
        de: "Das sind Belege aus einem Lauf, keine Aussage darüber, ob eine Anforderung erfüllt ist.",
        en: "This is evidence from one run, not a statement of compliance.")

    /// What one rule contributes.
    package struct Rule: Sendable, Equatable {
        package let id: String
        package let pack: String
        package let status: RuleText.Status
        package let title: LocalizedText
        /// Subjects of its scope by verdict; `nil` where the run did not ask it.
        package let subjects: [Verdict: Int]?
        /// Why it could not be judged; then every subject is not measured.
        package let error: String?
        /// Findings that have to be worked on.
        package let open: Int
        /// Findings accepted for a while.
        package let excepted: Int

        /// Rules on trial or retired are shown, not counted.
        package var counts: Bool { status == .active && subjects != nil }
    }

    package let control: Control
    package let support: Control.Support
    /// The BSI's draft mapping links it, or the project does; only of Grundschutz++.
    package let basis: ControlCatalogue.Entry.Basis?
    /// What a scan can say there, and what it cannot.
    package let note: LocalizedText
    /// Those the fleet's packs hold and those the run asked, sorted by id.
    package let rules: [Rule]
    /// Packs that have rules about it and that the fleet does not use.
    package let unusedPacks: [String]

    /// Verdicts of the rules that count: one for each rule and subject.
    package var verdicts: [Verdict: Int] {
        counted.reduce(into: [:]) { $0.merge($1.subjects ?? [:], uniquingKeysWith: +) }
    }

    package var assessed: Int { verdicts.values.reduce(0, +) }
    package var open: Int { counted.map(\.open).reduce(0, +) }
    package var excepted: Int { counted.map(\.excepted).reduce(0, +) }

    private var counted: [Rule] { rules.filter(\.counts) }
}

/// The evidence of a run, requirement by requirement, in the order of the catalogue.
package struct EvidenceList: Sendable {
    package let run: Run
    package let controls: [ControlEvidence]
}

/// Counts what a run said about requirements.
struct EvidenceMaker {
    let book: RuleBook
    let available: RuleBook
    let tallies: [RuleTally]
    let findings: [FindingRecord]
    /// The day on which exceptions must still hold.
    let day: Day

    init(_ workspace: Workspace, _ inventory: InventoryStore, _ run: Run) throws {
        book = workspace.rules
        available = workspace.available
        tallies = try inventory.tallies(of: run)
        findings = try inventory.findings(FindingFilter(state: .open))
        day = run.started.day
    }

    func evidence(of entry: ControlCatalogue.Entry) -> ControlEvidence {
        let judged = Set(tallies.map(\.rule))
        let known = Dictionary(
            (book.texts + available.texts).filter { $0.controls.contains(entry.control) }.map { ($0.id, $0) },
            uniquingKeysWith: { first, _ in first })
        let shown = known.values.filter { judged.contains($0.id) || book.rule($0.id) != nil }
        let unused = Set(known.values.map(\.pack)).subtracting(shown.map(\.pack))
        return ControlEvidence(
            control: entry.control, support: entry.support, basis: entry.basis, note: entry.note,
            rules: shown.sorted { $0.id < $1.id }.map(rule), unusedPacks: unused.sorted())
    }

    private func rule(_ text: RuleText) -> ControlEvidence.Rule {
        let tally = tallies.first { $0.rule == text.id }
        let effects = findings.filter { $0.rule.id == text.id }.map { $0.effective(on: day).effect }
        return ControlEvidence.Rule(
            id: text.id, pack: text.pack, status: tally?.status ?? text.status, title: text.title,
            subjects: tally?.counts, error: tally?.error, open: effects.count { $0 == .counts },
            excepted: effects.count { if case .excepted = $0 { true } else { false } })
    }
}

extension Workspace {
    /// What the last finished run can support of the requirements asked for; of all where none is.
    package func evidence(of words: [String], framework: Control.Framework?) throws -> EvidenceList {
        let asked = try words.flatMap { word throws(PlaceError) in
            let found = try rules.controls(named: word)
            if let framework, !found.contains(where: { $0.framework == framework }) {
                throw .missing("\(word) is no control of \(framework.rawValue)", hint: "leave --framework out")
            }
            return found
        }
        let entries = rules.catalogue.entries.filter { entry in
            (asked.isEmpty || asked.contains(entry.control)) && [nil, entry.control.framework].contains(framework)
        }
        return try withInventory { inventory in
            let run = try lastRun(of: inventory)
            guard run.judged != nil else {
                throw PlaceError.missing("run \(run.name) is not judged yet", hint: "run 'lagebild rules judge' first")
            }
            let maker = try EvidenceMaker(self, inventory, run)
            return EvidenceList(run: run, controls: entries.map(maker.evidence))
        }
    }
}
