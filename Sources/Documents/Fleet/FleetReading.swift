import Model

/// A valid fleet with what was said of its file, and where in it the rules are spoken of.
package struct FleetReading: Sendable {
    package let fleet: Fleet
    package let warnings: [Diagnostic]
    package let places: FleetPlaces
}

/// Where a fleet file names rules and packs: what they are is known only when the rules have been read.
package struct FleetPlaces: Sendable {
    private var packs: [String: Place] = [:]
    private var severities: [String: Place] = [:]
    private var exceptions: [String: Place] = [:]
    /// Ids of the service catalogue in service lists.
    package let services: [Placed<String>]
    /// What usage lists, targets and chains name, in their order.
    package let usages: [UsageNames]
    private let start: Place

    /// A software domain and the product named for it; `nil`: none is.
    package struct UsageNames: Sendable {
        package let domain: Placed<String>
        package let product: Placed<String>?
    }

    init(_ draft: FleetDraft) {
        start = draft.fields.place
        services = draft.onlineOffers.compactMap { $0.fields[OnlineOfferKeys.service] }
        usages =
            draft.usages.compactMap { usage in
                usage.fields[UsageKeys.domain].map {
                    UsageNames(domain: $0, product: usage.value.product == nil ? nil : usage.fields[UsageKeys.product])
                }
            }
            + draft.targets.compactMap { target in
                target.fields[TargetProductKeys.domain].map {
                    UsageNames(domain: $0, product: target.fields[TargetProductKeys.product])
                }
            }
            + draft.chains.flatMap { $0.fields[ChainKeys.links] ?? [] }.compactMap { link in
                link.fields[ChainLinkKeys.domain].map { UsageNames(domain: $0, product: nil) }
            }
        let choice = draft.defaults?.fields[DefaultsKeys.rules]
        for pack in choice?.fields[RulesKeys.packs] ?? [] { packs[pack.value.name] = pack.place }
        for severity in choice?.fields[RulesKeys.severity] ?? [] {
            severities[severity.value.rule] = severity.fields.place(of: SeverityKeys.rule)
        }
        for exception in draft.exceptions {
            exceptions[exception.value.id] = exception.fields.place(of: ExceptionKeys.rule)
        }
    }

    /// Of a pack in `defaults.rules.packs`.
    package func place(ofPack name: String) -> Place { packs[name] ?? start }

    /// Of a rule in `defaults.rules.severity`.
    package func place(ofSeverityOf rule: String) -> Place { severities[rule] ?? start }

    /// Of the rule an exception names.
    package func place(ofRuleIn exception: String) -> Place { exceptions[exception] ?? start }
}
