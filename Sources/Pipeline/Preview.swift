import Documents
import Inventory
import Model
import Rules

/// What other rules would make of the findings of the last run: asked before a new version of a pack is taken.
package struct Preview: Sendable {
    package enum Effect: String, Sendable, CaseIterable {
        case opens
        /// It would be no more than possible, or proven.
        case becomesPossible = "becomes-possible"
        case isConfirmed = "is-confirmed"
        case changesSeverity = "changes-severity"
        case changesWords = "changes-words"
        case closes
        /// Nobody would be able to say.
        case isNotMeasured = "is-not-measured"
        /// Its rule is retired, on trial or not among these rules.
        case noLongerCounts = "no-longer-counts"
    }

    package struct Change: Sendable {
        package let effect: Effect
        package let rule: String
        package let title: LocalizedText
        package let severity: Severity
        package let endpoint: Endpoint
        /// The finding that stands now; `nil` for one that would open.
        package let finding: String?
        package let detail: String
    }

    package let run: Run
    /// In the order of effects, then by rule and endpoint.
    package let changes: [Change]
    package let errors: [Judgement.RuleError]
    /// Findings that count now, and that would.
    package let counts: (now: Int, then: Int)

    package func changes(_ effect: Effect) -> [Change] { changes.filter { $0.effect == effect } }
}

extension Workspace {
    /// Judges the last finished run by other rules and holds it against the findings as they stand; writes nothing.
    package func preview(_ rules: RuleBook) throws -> Preview {
        try withInventory { inventory in
            let run = try lastRun(of: inventory)
            var filter = FindingFilter()
            filter.state = .open
            return PreviewMaker(
                past: try pastJudgement(of: run, rules, inventory), standing: try inventory.findings(filter)
            ).preview()
        }
    }
}

/// Holds a judgement against findings.
private struct PreviewMaker {
    let past: PastJudgement
    let standing: [FindingRecord]

    func preview() -> Preview {
        var open = Dictionary(grouping: standing, by: \.rule.id)
            .mapValues { $0.reduce(into: [Int: FindingRecord]()) { $0[$1.endpointID] = $1 } }
        var changes: [Preview.Change] = []
        for judgement in past.judgement.rules {
            guard let rule = past.rules.rule(judgement.rule)?.text, rule.status == .active else { continue }
            var findings = open.removeValue(forKey: rule.id) ?? [:]
            for position in judgement.subjects.indices {
                let finding = findings.removeValue(forKey: judgement.subjects[position])
                changes += self.changes(judgement.verdict(at: position), rule, finding)
            }
            changes += findings.values.compactMap { finding in
                finding.measured ? change(.isNotMeasured, rule, finding, "no longer in the rule's scope") : nil
            }
        }
        for finding in open.values.flatMap(\.values) where finding.judged {
            changes.append(
                Preview.Change(
                    effect: .noLongerCounts, rule: finding.rule.id, title: finding.rule.title,
                    severity: finding.severity, endpoint: finding.endpoint, finding: finding.id,
                    detail: finding.evidence))
        }
        return Preview(
            run: past.run, changes: changes.sorted(by: Self.byEffect), errors: past.judgement.errors,
            counts: (standing.count(where: counts), then(changes)))
    }

    private func changes(_ verdict: RuleVerdict, _ rule: RuleText, _ finding: FindingRecord?) -> [Preview.Change] {
        guard let finding else {
            guard let endpoint = past.endpoints[verdict.endpointID],
                verdict.verdict == .deviates || verdict.verdict == .possible
            else { return [] }
            return [
                Preview.Change(
                    effect: verdict.verdict == .deviates ? .opens : .becomesPossible, rule: rule.id, title: rule.title,
                    severity: rule.severity, endpoint: endpoint, finding: nil, detail: verdict.evidence)
            ]
        }
        switch verdict.verdict {
        case .deviates, .possible:
            let certain = verdict.verdict == .deviates
            var changes: [Preview.Change] = []
            if certain != finding.certain || !finding.judged {
                changes.append(change(certain ? .isConfirmed : .becomesPossible, rule, finding, verdict.evidence))
            }
            if rule.severity != finding.severity {
                let detail = "\(finding.severity.rawValue) → \(rule.severity.rawValue)"
                changes.append(change(.changesSeverity, rule, finding, detail))
            }
            if verdict.evidence != finding.evidence {
                changes.append(change(.changesWords, rule, finding, "\(finding.evidence) → \(verdict.evidence)"))
            }
            return changes
        case .notMeasured:
            return finding.measured ? [change(.isNotMeasured, rule, finding, verdict.evidence)] : []
        case .conforms, .phaseOut, .notListed, .notApplicable:
            return [change(.closes, rule, finding, verdict.verdict.rawValue)]
        }
    }

    private func change(
        _ effect: Preview.Effect, _ rule: RuleText, _ finding: FindingRecord, _ detail: String
    ) -> Preview.Change {
        Preview.Change(
            effect: effect, rule: rule.id, title: rule.title, severity: rule.severity, endpoint: finding.endpoint,
            finding: finding.id, detail: detail)
    }

    private func counts(_ finding: FindingRecord) -> Bool {
        finding.effective(on: past.run.started.day).effect == .counts
    }

    /// Exceptions stay as they are.
    private func then(_ changes: [Preview.Change]) -> Int {
        let byID = standing.reduce(into: [String: FindingRecord]()) { $0[$1.id] = $1 }
        return changes.reduce(standing.count(where: counts)) { sum, change in
            let counted = change.finding.flatMap { byID[$0] }.map(counts) ?? false
            switch change.effect {
            case .opens: return sum + 1
            case .isConfirmed: return sum + (counted || byID[change.finding ?? ""]?.exception != nil ? 0 : 1)
            case .closes, .noLongerCounts, .becomesPossible: return sum - (counted ? 1 : 0)
            case .changesSeverity, .changesWords, .isNotMeasured: return sum
            }
        }
    }

    private static func byEffect(_ left: Preview.Change, _ right: Preview.Change) -> Bool {
        let order = Preview.Effect.allCases
        let (a, b) = (order.firstIndex(of: left.effect) ?? 0, order.firstIndex(of: right.effect) ?? 0)
        if a != b { return a < b }
        if left.rule != right.rule { return left.rule < right.rule }
        return left.endpoint == right.endpoint
            ? (left.finding ?? "") < (right.finding ?? "") : left.endpoint < right.endpoint
    }
}

extension Workspace {
    /// The installed rules of the packs the fleet chooses, whatever versions it pins, and of further packs.
    package func offeredRules(adding packs: [String]) throws -> RuleBook {
        let known = installed.packs.map(\.name)
        for pack in packs where !known.contains(pack) {
            throw PlaceError.missing(
                "there is no pack '\(pack)'",
                hint: Suggestion.hint(for: pack, among: known) ?? "known are \(known.joined(separator: ", "))")
        }
        return installed.choosing(rules.packs.map(\.name) + packs)
    }
}
