import Model

extension FleetDefaults {
    /// What holds where a fleet says nothing.
    static let careful = FleetDefaults(
        consent: .light, limits: .polite, timeoutSeconds: 8, retries: 1, window: nil, dueDays: carefulDueDays,
        packs: [], extraRules: [])

    static let carefulDueDays: [Severity: Int] = [.critical: 3, .high: 14, .medium: 60, .low: 180, .info: 365]
}

/// `defaults:`
enum DefaultsKeys {
    static let level = YAMLKey.optional("level", YAMLShape<Consent>.word, "consent level; light if absent")
    static let rate = YAMLKey.optional("rate", RateKeys.shape, "how hard the scanner may ask")
    static let timeout = YAMLKey.optional(
        "timeout", YAMLShape.seconds(in: 1...120), "for one step of a conversation; 8s if absent")
    static let retries = YAMLKey.optional(
        "retries", YAMLShape.integer(in: 0...5), "further tries after silence or reset; 1 if absent")
    static let window = YAMLKey.optional(
        "window", YAMLShape.window, "local time in which packets may be sent; always if absent")
    static let due = YAMLKey.optional("due", dueShape, "days until a finding is due, by severity")
    static let rules = YAMLKey.optional("rules", RulesKeys.shape, "which rules judge")

    static let mapping = YAMLMapping(
        "defaults",
        [
            level.declaration, rate.declaration, timeout.declaration, retries.declaration, window.declaration,
            due.declaration, rules.declaration,
        ])

    static let shape = YAMLShape<Written<FleetDefaults>>.written(mapping) { fields, _ in
        let rules = fields[rules]?.value
        return FleetDefaults(
            consent: fields[level] ?? .light, limits: fields[rate] ?? .polite, timeoutSeconds: fields[timeout] ?? 8,
            retries: fields[retries] ?? 1, window: fields[window],
            dueDays: FleetDefaults.carefulDueDays.merging(fields[due] ?? [:]) { $1 }, packs: rules?.packs ?? [],
            extraRules: rules?.extra ?? [], severities: rules?.severities ?? [])
    }

    private static let dueKeys = Severity.allCases.reversed().map { severity in
        (severity, YAMLKey.optional(severity.rawValue, YAMLShape.days(in: 0...3_650), "days for \(severity.rawValue)"))
    }

    private static let dueShape = YAMLShape<[Severity: Int]>.mapping(
        YAMLMapping("due days", dueKeys.map(\.1.declaration))
    ) { fields, _ in
        var days: [Severity: Int] = [:]
        for (severity, key) in dueKeys { days[severity] = fields[key] }
        return days
    }
}

/// `defaults.rate:`
private enum RateKeys {
    static let perAddress = YAMLKey.optional(
        "per_address", YAMLShape.perSecond(in: 1...1_000), "new connections to one address; 10/s if absent")
    static let perAddressAtOnce = YAMLKey.optional(
        "per_address_at_once", YAMLShape.integer(in: 1...100), "open connections to one address; 2 if absent")
    static let total = YAMLKey.optional(
        "total", YAMLShape.perSecond(in: 1...100_000), "new connections to all addresses; 500/s if absent")
    static let atOnce = YAMLKey.optional(
        "at_once", YAMLShape.integer(in: 1...100_000), "open connections to all addresses; 1000 if absent")

    static let shape = YAMLShape<Limits>.mapping(
        YAMLMapping(
            "a rate",
            [perAddress.declaration, perAddressAtOnce.declaration, total.declaration, atOnce.declaration])
    ) { fields, _ in
        Limits(
            connectionsPerSecondPerAddress: fields[perAddress] ?? Limits.polite.connectionsPerSecondPerAddress,
            connectionsAtOncePerAddress: fields[perAddressAtOnce] ?? Limits.polite.connectionsAtOncePerAddress,
            connectionsPerSecond: fields[total] ?? Limits.polite.connectionsPerSecond,
            connectionsAtOnce: fields[atOnce] ?? Limits.polite.connectionsAtOnce)
    }
}
