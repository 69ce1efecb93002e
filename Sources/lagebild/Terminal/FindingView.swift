import Model
import Pipeline

/// One finding for a person.
struct FindingView {
    private let story: FindingStory
    private let language: Language
    private let now: Timestamp

    init(_ story: FindingStory, language: Language, now: Timestamp) {
        self.story = story
        self.language = language
        self.now = now
    }

    func show() {
        let finding = story.finding
        let state = [
            finding.state.rawValue, finding.measured ? nil : "not measured in the last run",
            finding.exception.map { "excepted until \($0.until) by \($0.id)" },
            finding.isOverdue(at: now) ? "overdue" : nil,
        ].compactMap { $0 }.joined(separator: ", ")
        print("\(finding.id) · \(finding.severity.rawValue) · \(state)")
        print(wrapped(finding.rule.title[language]) + "\n")
        line("where", finding.endpoint.label + (finding.endpoint.address.map { " (\($0))" } ?? ""))
        line("body", finding.endpoint.body)
        line("seen", finding.evidence)
        line("rule", "\(finding.rule.id) (pack \(finding.rule.pack))")
        if let weighing = story.rule?.weighing { line("weighed", weighing) }
        line("owner", finding.owner ?? "nobody")
        line("due", finding.due.map { "\($0)" } ?? "no term")
        if let command = story.rule?.see?.command(for: finding.endpoint) { print("\nTo see it:\n\(command)") }
        print("\nLife:")
        for event in story.events {
            print(
                "  \(event.run.name.padded(to: 14))\(event.kind.rawValue)"
                    + (event.detail.isEmpty ? "" : ": \(printable(event.detail))"))
        }
    }

    func explain() {
        let rule = story.finding.rule
        print("\n" + wrapped(rule.why[language]) + "\n\n" + wrapped("→ " + rule.fix[language]))
        print(
            "\nSources:\n"
                + rule.sources.split(separator: "\n").map { "  \(printable(String($0)))" }.joined(separator: "\n"))
        if let sql = story.rule?.deviates { print("\nThe question asked (scope \(story.rule?.scope ?? "")):\n\(sql)") }
        print("\nTo accept it for a while, put this into the fleet file:\n\n\(story.exceptionBlock)")
    }

    private func line(_ name: String, _ value: String) {
        print(name.padded(to: 8) + wrapped(value, width: Environment.columns, indent: 8).dropFirst(8))
    }
}
