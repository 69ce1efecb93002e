import Documents
import Model

/// What stands in a rule file: a list of rules.
struct RuleShape {
    let vocabulary: Vocabulary
    let pack: RulePack
    /// `nil` where the catalogue itself is wrong: then ids are not looked up.
    let catalogue: ControlCatalogue?

    var rules: YAMLShape<[Rule]> { rule.list }

    private static let id = YAMLKey.required("id", .slug, "Never used for anything else afterwards.")
    private static let since = YAMLKey.required(
        "since", .integer(in: 1...10_000), "Version of the pack that brought the rule.")
    private static let status = YAMLKey.required(
        "status", YAMLShape<RuleText.Status>.word, "trial (shown, not counted), active or retired.")
    private static let severity = YAMLKey.required(
        "severity", YAMLShape<Severity>.word, "info, low, medium, high or critical.")
    private static let title = YAMLKey.required("title", CommonShapes.texts, "What was seen.")
    private static let why = YAMLKey.required("why", CommonShapes.texts, "The risk, in one or two plain sentences.")
    private static let fix = YAMLKey.required("fix", CommonShapes.texts, "What to do, concretely.")
    private static let action = YAMLKey.required("action", CommonShapes.texts, "A short imperative for the work list.")
    private static let references = YAMLKey.required("references", CommonShapes.references, "Documents it rests on.")
    private static let scope = YAMLKey.required("scope", .text, "The view every row of which is assessed.")
    private static let see = YAMLKey.optional(
        "see", template, "How to see it with a public tool: a command with {host}, {port}, {name} and {starttls}.")
    private static let equivalent = YAMLKey.optional("equivalent", mutants, "Mutants that mean the same, with reason.")

    private static let queries: [(role: RuleQuery.Role, key: YAMLKey<RuleQuery>)] = [
        (.deviates, .optional("deviates", statement, "Subjects that deviate, with evidence.")),
        (.possible, .optional("possible", statement, "Subjects that may deviate, with evidence that is no proof.")),
        (.phaseOut, .optional("phase_out", statement, "Subjects whose state is to end, with evidence.")),
        (.notListed, .optional("not_listed", statement, "Subjects outside a positive list, with evidence.")),
        (.notApplicable, .optional("not_applicable", statement, "Subjects the rule has nothing to say about.")),
        (.needs, .optional("needs", statement, "Subjects of which enough is known to say conforms.")),
    ]

    private static let statement = YAMLShape<String>.text.map { text, place, _ in
        RuleQuery(sql: text, place: place)
    }

    private static let template = YAMLShape<String>.text.map { text, place, log -> CommandTemplate? in
        do throws(CommandTemplate.Fault) {
            return try CommandTemplate(text)
        } catch {
            let gaps = CommandTemplate.Gap.allCases.map { "{\($0.rawValue)}" }
            switch error {
            case .unknownGap(let name):
                log.error(
                    at: place, "'{\(name.excerpt)}' is no placeholder of a command",
                    hint: Suggestion.hint(for: "{\(name)}", among: gaps))
            case .openBrace: log.error(at: place, "a '{' in the command is never closed", hint: "{host}:{port}")
            case .placeless:
                log.error(
                    at: place, "the command names no place", hint: "put {host} or {name} where the endpoint belongs")
            }
            return nil
        }
    }

    private static let change = YAMLKey.required("change", .text, "As the mutation test names it.")
    private static let reason = YAMLKey.required("reason", .text, "Why it means the same.")
    private static let mutants = YAMLShape<EquivalentMutant>.mapping(
        YAMLMapping("an equivalent mutant", [change.declaration, reason.declaration])
    ) { fields, _ in
        guard let change = fields[change], let reason = fields[reason] else { return nil }
        return EquivalentMutant(change: change, reason: reason)
    }.list

    private var examples: YAMLKey<[RuleExample]> {
        .required("examples", ExampleShape(vocabulary: vocabulary).examples, "At least one for each verdict.")
    }

    private var controls: YAMLKey<[Control]> {
        .optional(
            "controls", ControlsShape(catalogue: catalogue).controls,
            "Requirements it says something about: {grundschutz_2023: [APP.3.2.A11], wiba: [Serversysteme]}.")
    }

    private var rule: YAMLShape<Rule> {
        let examples = examples
        let controls = controls
        let texts = [Self.title, Self.why, Self.fix, Self.action].map(\.declaration)
        let keys =
            [Self.id.declaration, Self.since.declaration, Self.status.declaration, Self.severity.declaration] + texts
            + [Self.scope.declaration] + Self.queries.map(\.key.declaration)
            + [Self.see.declaration, Self.references.declaration, controls.declaration, examples.declaration]
            + [Self.equivalent.declaration]
        return .mapping(YAMLMapping("a rule", keys)) { [pack] fields, log in
            var queries: [RuleQuery.Role: RuleQuery] = [:]
            for (role, key) in Self.queries { queries[role] = fields[key] }
            guard
                let text = Self.text(fields, pack: pack.name, asking: queries, controls: fields[controls] ?? []),
                let since = fields[Self.since], let examples = fields[examples]
            else { return nil }
            if since > pack.version {
                log.error(
                    at: fields.place(of: Self.since), "since \(since) is later than the pack's version \(pack.version)",
                    hint: "raise the version in pack.yaml")
            }
            return Rule(
                text: text, since: since, queries: queries, examples: examples,
                equivalents: fields[Self.equivalent] ?? [], place: fields.place)
        }
    }

    /// The query people see first.
    private static func leading(_ queries: [RuleQuery.Role: RuleQuery]) -> String {
        (queries[.deviates] ?? queries[.possible] ?? queries[.phaseOut] ?? queries[.notListed])?.sql ?? ""
    }

    private static func question(_ scope: String, _ queries: [RuleQuery.Role: RuleQuery]) -> String {
        let asked = RuleQuery.Role.allCases.compactMap { role in queries[role].map { "\(role.rawValue): \($0.sql)" } }
        return ([scope] + asked).joined(separator: "\n")
    }

    private static func text(
        _ fields: YAMLFields, pack: String, asking queries: [RuleQuery.Role: RuleQuery], controls: [Control]
    ) -> RuleText? {
        guard let id = fields[id], let status = fields[status], let severity = fields[severity],
            let title = fields[title], let why = fields[why], let fix = fields[fix], let action = fields[action],
            let scope = fields[scope], let references = fields[references]
        else { return nil }
        return RuleText(
            id: id, pack: pack, status: status, severity: severity, title: title, why: why, fix: fix, action: action,
            scope: scope, deviates: leading(queries), question: question(scope, queries), references: references,
            see: fields[see], controls: controls)
    }
}
