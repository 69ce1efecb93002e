import Model

/// Packs exist and are chosen once; a rule is weighed once.
extension FleetChecks {
    func checkRuleChoice() {
        guard let choice = draft.defaults?.fields[DefaultsKeys.rules] else { return }
        let chosen = choice.fields[RulesKeys.packs] ?? []
        for pack in chosen { checkExists(pack, mayBeExtra: !choice.value.extra.isEmpty) }
        unique(chosen.map { Placed($0.value.name, at: $0.place) }, "rule pack")
        let weighed = choice.fields[RulesKeys.severity] ?? []
        unique(weighed.compactMap { $0.fields[SeverityKeys.rule] }, "the severity of")
    }

    /// Packs of extra rule folders are not known here, so with such folders only near misses are complained about.
    private func checkExists(_ pack: Placed<PackChoice>, mayBeExtra: Bool) {
        let name = pack.value.name
        guard !packs.contains(name), !mayBeExtra || Suggestion.closest(to: name, among: packs) != nil else { return }
        if let successors = FleetFile.retiredPacks[name] {
            log.error(
                at: pack.place, "the rule pack '\(name)' is no more", hint: "its rules are now in: \(successors)")
        } else {
            known(Placed(name, at: pack.place), packs, "rule pack")
        }
    }
}
