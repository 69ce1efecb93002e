import Model
import Pipeline

/// What the rules say about a checked host: what to do first, then what could not be told, then the counts.
struct CheckJudgementView {
    typealias Entry = (endpoint: Endpoint, rule: RuleText, verdict: RuleVerdict)

    let answer: Check.Answer
    let language: Language
    let verbose: Bool
    let colour: Colour

    func printText() {
        printDeviations()
        printShort(.phaseOut, word("LÄUFT AUS", "PHASING OUT"))
        printShort(.notListed, word("IN DER LISTE DES REGELWERKS NICHT GENANNT", "NOT NAMED IN THE PACK'S LIST"))
        printUnmeasured()
        print(wrapped(counts, width: Environment.columns))
        let number = answer.traffic.connections
        if number > 0 {
            print(
                word(
                    "gefragt mit \(number) Verbindung\(number == 1 ? "" : "en")",
                    "asked with \(count(number, "connection"))"))
        }
        if isGentle { print(wrapped(gentle, width: Environment.columns)) }
    }

    /// TLS was asked, but with ordinary messages only.
    private var isGentle: Bool {
        let answered = Set(answer.observations.filter { $0.outcome == .answered }.map(\.probe))
        return answered.contains("tls") && !answer.observations.contains { $0.probe == "tls_weakness" }
    }

    private var gentle: String {
        word(
            "Fehlerhafte Nachrichten (Heartbleed, ROBOT, ...) wurden nicht gesendet; das tut nur eine Flotte mit der Freigabe intrusive.",
            "Malformed messages (Heartbleed, ROBOT, ...) were not sent; only a fleet with consent intrusive does so.")
    }

    private func printDeviations() {
        let entries = entries(.deviates)
        guard !entries.isEmpty else {
            guard answer.verdicts.contains(where: { $0.verdict.verdict == .conforms }) else {
                return print(colour.paint(word("Nichts konnte beurteilt werden.", "Nothing could be judged."), .yellow))
            }
            return printNoDeviation()
        }
        print(colour.paint(word("ZU TUN", "WHAT TO DO"), .bold))
        for group in byAction(entries) { printGroup(group) }
    }

    /// Green only where most could be judged.
    private func printNoDeviation() {
        let (unmeasured, judged) = (self.entries(.notMeasured).count, self.entries(.conforms).count)
        guard unmeasured > judged else {
            return print(colour.paint(word("Keine Abweichung gefunden.", "No deviation found."), .green))
        }
        print(
            colour.paint(
                word(
                    "Keine Abweichung gefunden, aber die meisten Regeln konnten nicht beurteilt werden.",
                    "No deviation found, but most rules could not be judged."), .yellow))
    }

    /// Deviations that one action mends stand together, the most severe first.
    private func byAction(_ entries: [Entry]) -> [[Entry]] {
        var groups: [String: [Entry]] = [:]
        for entry in entries { groups[entry.rule.action.en, default: []].append(entry) }
        return groups.values.sorted { left, right in
            guard let first = left.first, let second = right.first else { return false }
            return (second.rule.severity, first.rule.id) < (first.rule.severity, second.rule.id)
        }
    }

    private func printGroup(_ group: [Entry]) {
        guard let worst = group.first else { return }
        let head = "\(mark(worst.rule.severity)) \(name(worst.rule.severity))  \(worst.rule.action[language])"
        print("\n" + colour.paint(head, tone(worst.rule.severity)))
        for entry in group {
            print(wrapped(sentence(entry), width: Environment.columns, indent: 2))
        }
        print(wrapped("→ \(worst.rule.fix[language])", width: Environment.columns, indent: 2))
        // Not broken into lines: people copy it.
        if let command = worst.rule.see?.command(for: worst.endpoint) {
            for line in command.split(separator: "\n") { print("  $ \(line)") }
        }
    }

    private func printShort(_ verdict: Verdict, _ title: String) {
        let entries = entries(verdict)
        guard !entries.isEmpty else { return }
        print("\n" + colour.paint(title, .bold))
        for entry in entries {
            print(wrapped(sentence(entry), width: Environment.columns, indent: 2))
        }
    }

    /// Title, what was seen, the rule's id, and where, if the check looked at more than one endpoint.
    private func sentence(_ entry: Entry) -> String {
        let trial = entry.rule.status == .trial ? word(" (auf Probe)", " (trial)") : ""
        let evidence = ["", "-"].contains(entry.verdict.evidence) ? "" : ": \(entry.verdict.evidence)"
        let isOne = Set(answer.verdicts.map(\.endpoint)).count < 2
        return "\(entry.rule.title[language])\(trial)\(evidence) [\(entry.rule.id)]"
            + (isOne ? "" : " \(entry.endpoint.place)")
    }

    /// By reason, because one reason usually keeps many rules from being judged.
    private func printUnmeasured() {
        let entries = entries(.notMeasured)
        guard !entries.isEmpty else { return print("") }
        print(
            "\n"
                + colour.paint(
                    word("NICHT GEMESSEN – weder erfüllt noch verletzt", "NOT MEASURED – neither passed nor failed"),
                    .bold))
        let reasons = Dictionary(grouping: entries) { $0.verdict.evidence }
        for (reason, entries) in reasons.sorted(by: { $0.key < $1.key }) {
            let words = reason.isEmpty ? word("nichts gesehen", "nothing seen") : reason
            print(wrapped("\(words): \(names(of: entries))", width: Environment.columns, indent: 2))
        }
        print("")
    }

    /// A probe that saw nothing leaves dozens of rules open: then their number says enough.
    private func names(of entries: [Entry]) -> String {
        let ids = Set(entries.map(\.rule.id)).sorted()
        guard ids.count > 6, !verbose else { return ids.joined(separator: ", ") }
        return word("\(ids.count) Regeln (--verbose nennt sie)", "\(ids.count) rules (--verbose names them)")
    }

    private func entries(_ verdict: Verdict) -> [Entry] {
        answer.verdicts.filter { $0.verdict.verdict == verdict }
            .sorted { ($1.rule.severity, $0.rule.id, $0.endpoint) < ($0.rule.severity, $1.rule.id, $1.endpoint) }
    }

    private var counts: String {
        Verdict.allCases.compactMap { verdict in
            let number = answer.verdicts.count { $0.verdict.verdict == verdict }
            return number == 0 ? nil : "\(number) \(name(verdict))"
        }.joined(separator: " · ")
    }

    private func name(_ verdict: Verdict) -> String {
        guard language == .de else { return verdict.rawValue }
        return switch verdict {
        case .conforms: "erfüllt"
        case .deviates: "weicht ab"
        case .possible: "möglich"
        case .phaseOut: "läuft aus"
        case .notListed: "nicht gelistet"
        case .notApplicable: "nicht anwendbar"
        case .notMeasured: "nicht gemessen"
        }
    }

    private func name(_ severity: Severity) -> String {
        guard language == .de else { return severity.rawValue }
        return switch severity {
        case .critical: "kritisch"
        case .high: "hoch"
        case .medium: "mittel"
        case .low: "niedrig"
        case .info: "Hinweis"
        }
    }

    private func mark(_ severity: Severity) -> String {
        switch severity {
        case .critical, .high: "▲"
        case .medium: "■"
        case .low: "-"
        case .info: "·"
        }
    }

    private func tone(_ severity: Severity) -> Colour.Tone {
        switch severity {
        case .critical, .high: .red
        case .medium: .yellow
        case .low, .info: .bold
        }
    }

    private func word(_ german: String, _ english: String) -> String { language == .de ? german : english }
}
