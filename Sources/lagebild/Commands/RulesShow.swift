import ArgumentParser
import Model
import Pipeline
import Rules

struct RulesShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "One rule whole: why, what to do, sources, SQL.",
        usage: "lagebild rules show RULE [--lang de|en] [--config FILE]",
        discussion: """
            EXAMPLES
              lagebild rules show certificate-expired --lang de
              lagebild rules show certificate-expired --config fleet.yaml

            EXIT STATUSES
              0 done · 64 usage · 78 fleet or rule file invalid
            """)

    @OptionGroup var places: ChosenRuleOptions
    @Argument(help: "Rule id.") var rule: String
    @OptionGroup var language: RuleLanguage

    func run() throws {
        let (book, choices) = try places.rules()
        guard let found = book.rule(rule) else {
            let hint = closestWord(to: rule, among: book.rules.map(\.id)).map { "did you mean '\($0)'?" }
            throw PlaceError.missing("no rule '\(rule)'", hint: hint ?? "'lagebild rules list' names them all")
        }
        let text = found.text
        print("\(text.id) · \(text.pack) · \(text.severity.rawValue) · \(text.status.rawValue)")
        for note in choices?.notes(on: [text]) ?? [] { print(wrapped(note)) }
        print()
        let language = language.language(of: choices)
        for part in [text.title, text.why, text.fix] { print(wrapped(part[language]) + "\n") }
        if let see = text.see { print("To see it:\n\(see.text)\n") }
        print("Scope: \(text.scope)")
        for (role, query) in found.queries.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            print("\n\(role.rawValue):\n\(query.sql)")
        }
        print("\nSources:")
        for reference in text.references {
            let parts = [reference.document, reference.edition, reference.section, reference.url]
            print("  " + parts.compactMap { $0 }.joined(separator: ", "))
        }
        showControls(text)
    }

    private func showControls(_ rule: RuleText) {
        guard !rule.controls.isEmpty else { return }
        print("\nControls:")
        for framework in Control.Framework.allCases {
            let ids = rule.controls.filter { $0.framework == framework }.map(\.id)
            if !ids.isEmpty { print("  \(framework.title): \(ids.joined(separator: ", "))") }
        }
    }
}
