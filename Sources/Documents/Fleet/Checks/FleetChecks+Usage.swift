import Model

/// Usage lists and targets: bodies and contacts that exist, each product of a body once.
extension FleetChecks {
    func checkUsage() {
        for usage in draft.usages {
            known(usage.fields[UsageKeys.body], bodyIDs, "body")
            known(usage.fields[UsageKeys.provider], bodyIDs, "body")
            known(usage.fields[UsageKeys.owner], draft.names.contacts, "contact")
        }
        checkUsageOnce()
        unique(draft.targets.compactMap { $0.fields[TargetProductKeys.domain] }, "target for the domain")
    }

    private func checkUsageOnce() {
        var first: [[String]: Place] = [:]
        for usage in draft.usages {
            let value = usage.value
            let product = usage.fields[UsageKeys.product]?.value ?? ""
            let key = [value.body, value.domain, product]
            if let other = first[key] {
                log.error(
                    at: usage.place, "'\(value.body)' states '\(product.excerpt)' for '\(value.domain)' twice",
                    hint: "the other one stands at \(other)")
            } else {
                first[key] = usage.place
            }
        }
    }
}
