import Model

/// One entry of `usage:` in a usage list, or one row of a CSV list.
enum UsageKeys {
    /// Words that stand in place of a product.
    static let noSoftware = "none"
    static let noAnswer = "unknown"

    static let body = YAMLKey.required("body", YAMLShape.slug.placed, "body that uses it")
    static let domain = YAMLKey.required("domain", YAMLShape.slug.placed, "what it is for, by the catalogue's id")
    static let product = YAMLKey.required(
        "product", YAMLShape.text.placed,
        "catalogue id or name; 'none': the body has no software for it, 'unknown': nobody answered")
    static let version = YAMLKey.optional("version", .text, "version in use, in quotes")
    static let operation = YAMLKey.optional(
        "operator", YAMLShape<OperationKind>.word, "who runs it; the body itself if absent")
    static let provider = YAMLKey.optional(
        "provider", YAMLShape.slug.placed, "body that runs it, where the body itself does not")
    static let users = YAMLKey.optional("users", .integer(in: 0...10_000_000), "people who work with it")
    static let workplaces = YAMLKey.optional("workplaces", .integer(in: 0...10_000_000), "workplaces it is used at")
    static let status = YAMLKey.optional(
        "status", StatusKeys.shape, "first day of each status; days ahead are plans")
    static let contractEnd = YAMLKey.optional("contract_end", .day, "last day of the contract")
    static let notice = YAMLKey.optional(
        "notice_months", YAMLShape.integer(in: 0...120).placed, "months before the end by which notice must be given")
    static let cost = YAMLKey.optional(
        "cost_per_year", .integer(in: 0...1_000_000_000), "euros; stays in the body's own report")
    static let shareCost = YAMLKey.optional(
        "share_cost", YAMLShape.boolean.placed, "true: the others may see the cost too")
    static let owner = YAMLKey.optional("owner", YAMLShape.identifier.placed, "contact that answers for it")
    static let registeredBy = YAMLKey.optional(
        "registered_by", YAMLShape<Usage.Registrar>.word,
        "who wrote this down: the body, or the cooperation with its consent; the body if absent")

    static let mapping = YAMLMapping(
        "a usage",
        [
            body.declaration, domain.declaration, product.declaration, version.declaration, operation.declaration,
            provider.declaration, users.declaration, workplaces.declaration, status.declaration,
            contractEnd.declaration, notice.declaration, cost.declaration, shareCost.declaration, owner.declaration,
            registeredBy.declaration,
        ])

    static let shape = YAMLShape<Written<Usage>>.written(mapping) { fields, log in
        guard let body = fields[body], let domain = fields[domain], let product = fields[product],
            let operation = operation(fields, log)
        else { return nil }
        let answer = answer(product.value)
        let history = fields[status] ?? []
        if case .product = answer, history.isEmpty, !fields.contains(status) {
            log.error(
                at: product.place, "'\(product.value.excerpt)' has no status",
                hint: "say since when, for example live: 2019-03-01")
        }
        complainAboutLonelyKeys(fields, log)
        return Usage(
            body: body.value, domain: domain.value, answer: answer, version: fields[version], operation: operation,
            users: fields[users], workplaces: fields[workplaces], history: history,
            contract: fields[contractEnd].map { Contract(end: $0, noticeMonths: fields[notice]?.value) },
            cost: fields[cost].map { Cost(eurosPerYear: $0, isShared: fields[shareCost]?.value ?? false) },
            owner: fields[owner]?.value, registeredBy: fields[registeredBy] ?? .body)
    }

    private static func answer(_ product: String) -> Usage.Answer {
        switch product {
        case noSoftware: .none
        case noAnswer: .unknown
        default: .product(product)
        }
    }

    private static func operation(_ fields: YAMLFields, _ log: DiagnosticLog) -> Usage.Operation? {
        let kind = fields[operation] ?? .own
        switch (kind, fields[provider]) {
        case (.own, nil): return .own
        case (.own, let provider?):
            log.error(
                at: provider.place, "a provider is named, but the body runs it itself",
                hint: "write operator: provider or operator: shared-centre")
        case (.sharedCentre, let provider?): return .sharedCentre(provider.value)
        case (.provider, let provider?): return .provider(provider.value)
        case (_, nil):
            if !fields.contains(provider) {
                log.error(
                    at: fields.place(of: operation), "operator '\(kind.rawValue)' says not which body it is",
                    hint: "provider: id of the body that runs it")
            }
        }
        return nil
    }

    /// A notice period without a contract, and a permission to show a cost that is not there.
    private static func complainAboutLonelyKeys(_ fields: YAMLFields, _ log: DiagnosticLog) {
        if let notice = fields[notice], !fields.contains(contractEnd) {
            log.error(at: notice.place, "a notice period without 'contract_end'", hint: "say when the contract ends")
        }
        if let share = fields[shareCost], !fields.contains(cost) {
            log.error(at: share.place, "'share_cost' without 'cost_per_year'", hint: "leave it out")
        }
    }
}

/// Who runs an installation, as lists write it.
enum OperationKind: String, Sendable, CaseIterable {
    case own = "self"
    case sharedCentre = "shared-centre"
    case provider
}

/// The days of `status:`.
enum StatusKeys {
    private static let keys: [(status: UsageStatus, key: YAMLKey<Placed<Day>>)] = UsageStatus.allCases.map {
        ($0, YAMLKey.optional($0.rawValue, YAMLShape<Day>.day.placed, "first day of this status"))
    }

    static let shape = YAMLShape<[UsageStep]>.mapping(YAMLMapping("a status", keys.map(\.key.declaration))) {
        fields, log in
        let days = keys.compactMap { status, key in fields[key].map { (status, $0) } }
        for ((before, earlier), (status, day)) in zip(days, days.dropFirst()) where day.value < earlier.value {
            log.error(
                at: day.place, "'\(status.rawValue)' begins before '\(before.rawValue)' (\(earlier.value))",
                hint: "the order is \(UsageStatus.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        return days.map { UsageStep($0, since: $1.value) }
    }
}

/// A usage list in YAML.
enum UsageListKeys {
    static let usage = YAMLKey.required("usage", UsageKeys.shape.list, "one entry for each body, domain and product")
    static let mapping = YAMLMapping("a usage list", [usage.declaration])
}

/// One entry of `targets:`
enum TargetProductKeys {
    static let domain = YAMLKey.required("domain", YAMLShape.slug.placed, "software domain, by the catalogue's id")
    static let product = YAMLKey.required(
        "product", YAMLShape.text.placed, "the agreed product, by the catalogue's id or name")
    static let agreedOn = YAMLKey.required("agreed_on", .day, "day of the decision")
    static let by = YAMLKey.optional("by", YAMLShape<Day>.day.placed, "day by which every body shall have arrived")

    static let shape = YAMLShape<Written<TargetProduct>>.written(
        YAMLMapping(
            "a target", [domain.declaration, product.declaration, agreedOn.declaration, by.declaration])
    ) { fields, log in
        guard let domain = fields[domain], let product = fields[product], let agreedOn = fields[agreedOn] else {
            return nil
        }
        if let by = fields[by], by.value < agreedOn {
            log.error(at: by.place, "\(by.value) is before the decision of \(agreedOn)")
        }
        return TargetProduct(domain: domain.value, product: product.value, agreedOn: agreedOn, by: fields[by]?.value)
    }
}
