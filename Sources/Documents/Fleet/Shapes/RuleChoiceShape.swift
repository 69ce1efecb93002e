import Model

/// Which rules a fleet chose, and how it weighs them.
struct RuleChoice: Sendable {
    let packs: [PackChoice]
    let extra: [String]
    let severities: [SeverityChoice]
}

/// `defaults.rules:`
enum RulesKeys {
    static let packs = YAMLKey.optional(
        "packs", YAMLShape<PackChoice>.packChoice.placed.list,
        "rule packs by name, or name@version; the default ones if absent")
    static let extra = YAMLKey.optional(
        "extra", YAMLShape.relativePath.list, "folders with further rules, below the fleet file's folder")
    static let severity = YAMLKey.optional(
        "severity", SeverityKeys.shape.list, "severities that differ from the shipped ones, each with its reason")

    static let shape = YAMLShape<Written<RuleChoice>>.written(
        YAMLMapping("a choice of rules", [packs.declaration, extra.declaration, severity.declaration])
    ) { fields, _ in
        RuleChoice(
            packs: fields[packs]?.map(\.value) ?? [], extra: fields[extra] ?? [],
            severities: fields[severity]?.map(\.value) ?? [])
    }
}

/// One entry of `defaults.rules.severity:`
enum SeverityKeys {
    static let rule = YAMLKey.required("rule", YAMLShape.identifier.placed, "rule that is weighed otherwise")
    static let severity = YAMLKey.required(
        "severity", YAMLShape<Severity>.word, "info, low, medium, high or critical")
    static let reason = YAMLKey.required("reason", .reason, "why, in at least 20 characters")

    static let shape = YAMLShape<Written<SeverityChoice>>.written(
        YAMLMapping("a severity", [rule.declaration, severity.declaration, reason.declaration])
    ) { fields, _ in
        guard let rule = fields[rule], let severity = fields[severity], let reason = fields[reason] else { return nil }
        return SeverityChoice(rule: rule.value, severity: severity, reason: reason)
    }
}

extension YAMLShape where Value == PackChoice {
    private static let mostVersions = 10_000

    /// `web`, or `web@3` to hold on to a version.
    static let packChoice: YAMLShape<PackChoice> = YAMLShape<String>.text.map(
        schema: ["type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9._-]{0,63}(@[1-9][0-9]{0,4})?$"]
    ) { text, place, log in
        let parts = text.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let node = YAMLNode(.scalar(YAMLScalar(parts[0], isPlain: false)), at: place)
        guard let name = YAMLShape<String>.identifier.read(node, log) else { return nil }
        guard parts.count == 2 else { return PackChoice(name: name) }
        guard parts[1].utf8.allSatisfy({ (48...57).contains($0) }), let version = Int(parts[1]),
            (1...mostVersions).contains(version)
        else {
            log.error(
                at: place, "'\(parts[1].excerpt)' in '\(text.excerpt)' is not a version of a rule pack",
                hint: "write a whole number from 1, as \(name)@3, or \(name) for the one installed")
            return nil
        }
        return PackChoice(name: name, version: version)
    }
}
