import ArgumentParser
import Pipeline

/// How long one query of a rule may take.
struct RuleLimitOptions: ParsableArguments {
    private static let name = "rule-timeout"
    private static let range = 1...86_400

    @Option(help: "Seconds one query of a rule may take; else LAGEBILD_RULE_TIMEOUT, else 120.")
    var ruleTimeout: Int?

    func validate() throws {
        if let ruleTimeout, !Self.range.contains(ruleTimeout) {
            throw ValidationError("--rule-timeout is 1 to 86400 seconds")
        }
        if ruleTimeout == nil, let word = Environment.value(Self.name),
            Int(word).map(Self.range.contains) != true
        {
            throw ValidationError("LAGEBILD_RULE_TIMEOUT is '\(word)'. Write 1 to 86400 seconds.")
        }
    }

    /// The workspace with this limit in place of its own.
    func applied(to workspace: Workspace) -> Workspace {
        let seconds = ruleTimeout ?? Environment.value(Self.name).flatMap(Int.init)
        return seconds.map(workspace.allowingRules) ?? workspace
    }
}
