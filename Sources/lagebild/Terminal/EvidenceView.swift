import Documents
import Model
import Pipeline
import Rules

/// Evidence of a run, requirement by requirement, for a person or a program.
struct EvidenceView {
    private let list: EvidenceList
    private let catalogue: ControlCatalogue
    private let language: Language

    init(_ list: EvidenceList, catalogue: ControlCatalogue, language: Language) {
        self.list = list
        self.catalogue = catalogue
        self.language = language
    }

    func show() {
        print(wrapped(ControlEvidence.statement[language]))
        print(wrapped("Run \(list.run.name). A verdict is one rule at one subject; rules on trial are not counted."))
        var shown: Control.Framework?
        for evidence in list.controls {
            let framework = evidence.control.framework
            if shown != framework, let source = catalogue.source(of: framework) {
                print("\n\(framework.title.uppercased()) (\(source.document), \(source.edition))")
            }
            shown = framework
            show(evidence)
        }
    }

    private func show(_ evidence: ControlEvidence) {
        let basis = evidence.basis.map { $0 == .map ? ", linked by the BSI's draft" : ", our assignment" } ?? ""
        print("\n\(evidence.control.id) · \(evidence.support.phrase)\(basis)")
        line(evidence.note[language], indent: 2)
        guard evidence.support != .people else { return }
        if evidence.rules.isEmpty {
            return line(
                evidence.unusedPacks.isEmpty
                    ? "No rule says anything about it yet."
                    : "The rules about it are in packs this fleet does not use: "
                        + evidence.unusedPacks.joined(separator: ", "), indent: 2)
        }
        line(
            "\(count(evidence.assessed, "verdict")): \(evidence.verdicts.phrase); \(findings(evidence.open, evidence.excepted))",
            indent: 2)
        for rule in evidence.rules { line(sentence(rule), indent: 4) }
    }

    private func sentence(_ rule: ControlEvidence.Rule) -> String {
        guard let subjects = rule.subjects else { return "\(rule.id): not asked in this run" }
        let assessed = subjects.values.reduce(0, +)
        let trial = rule.status == .active ? "" : " (\(rule.status.rawValue), not counted)"
        let fault = rule.error.map { "; rule error: \($0)" } ?? ""
        return "\(rule.id)\(trial): \(count(assessed, "subject")): \(subjects.phrase)"
            + (rule.open + rule.excepted == 0 ? "" : "; \(findings(rule.open, rule.excepted))") + fault
    }

    private func findings(_ open: Int, _ excepted: Int) -> String {
        count(open, "open finding") + (excepted == 0 ? "" : ", \(excepted) excepted")
    }

    private func line(_ text: String, indent: Int) {
        print(wrapped(text, width: Environment.columns, indent: indent))
    }
}

// For programs.
extension EvidenceView {
    var document: [JSONMember] {
        [
            JSONMember("statement", .string(ControlEvidence.statement[language])),
            JSONMember("run", .string(list.run.name)),
            JSONMember("controls", .array(list.controls.map(json))),
        ]
    }

    /// One line for each requirement.
    var listing: Listing {
        Listing(
            name: "evidence",
            columns: ["framework", "control", "support", "basis", "rules", "verdicts"] + Self.verdicts.map(\.name)
                + ["open_findings", "excepted_findings", "note"],
            rows: list.controls.map { evidence in
                let counted = evidence.rules.count { $0.counts }
                return [
                    .string(evidence.control.framework.rawValue), .string(evidence.control.id),
                    .string(evidence.support.rawValue), .string(evidence.basis?.rawValue ?? ""), .integer(counted),
                    .integer(evidence.assessed),
                ] + Self.verdicts.map { .integer(evidence.verdicts[$0.verdict] ?? 0) } + [
                    .integer(evidence.open), .integer(evidence.excepted), .string(evidence.note[language]),
                ]
            })
    }

    private static let verdicts = Verdict.allCases.map { verdict in
        (verdict: verdict, name: verdict.rawValue.replacing("-", with: "_").replacing(" ", with: "_"))
    }

    private func json(_ evidence: ControlEvidence) -> JSONValue {
        .object(
            [
                JSONMember("framework", .string(evidence.control.framework.rawValue)),
                JSONMember("control", .string(evidence.control.id)),
                JSONMember("support", .string(evidence.support.rawValue)),
                JSONMember("basis", evidence.basis.map { .string($0.rawValue) } ?? .null),
                JSONMember("note", .string(evidence.note[language])),
                JSONMember("verdicts", counts(evidence.verdicts)),
                JSONMember("open_findings", .integer(evidence.open)),
                JSONMember("excepted_findings", .integer(evidence.excepted)),
                JSONMember("rules", .array(evidence.rules.map(json))),
                JSONMember("unused_packs", .array(evidence.unusedPacks.map { .string($0) })),
            ])
    }

    private func json(_ rule: ControlEvidence.Rule) -> JSONValue {
        .object(
            [
                JSONMember("rule", .string(rule.id)), JSONMember("pack", .string(rule.pack)),
                JSONMember("status", .string(rule.status.rawValue)), JSONMember("counted", .boolean(rule.counts)),
                JSONMember("subjects", rule.subjects.map(counts) ?? .null),
                JSONMember("open_findings", .integer(rule.open)),
                JSONMember("excepted_findings", .integer(rule.excepted)),
                JSONMember("error", rule.error.map { .string($0) } ?? .null),
            ])
    }

    private func counts(_ verdicts: [Verdict: Int]) -> JSONValue {
        .object(Self.verdicts.map { JSONMember($0.name, .integer(verdicts[$0.verdict] ?? 0)) })
    }
}

extension [Verdict: Int] {
    /// `12 conforms, 3 deviates`: what there is any of.
    fileprivate var phrase: String {
        let parts = Verdict.allCases.compactMap { verdict in
            self[verdict].flatMap { $0 == 0 ? nil : "\($0) \(verdict.rawValue)" }
        }
        return parts.isEmpty ? "nothing to assess" : parts.joined(separator: ", ")
    }
}

extension Control.Support {
    fileprivate var phrase: String {
        switch self {
        case .measured: "measured"
        case .partly: "partly measured"
        case .people: "needs answers by people"
        }
    }
}
