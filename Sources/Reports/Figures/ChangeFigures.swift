import Model

extension Picture.Change {
    /// It adds to what counts.
    var isAddition: Bool {
        switch kind {
        case .opened, .reopened, .confirmed, .exceptionEnded, .ruleRestored: true
        case .fixed, .excepted, .ruleRetired, .onlyPossible, .severityRaised, .severityLowered: false
        }
    }

    /// It counted before and counts now, as more or less than before.
    var isRating: Bool { kind == .severityRaised || kind == .severityLowered }

    /// The word under which a balance counts it; `nil` where a finding was opened and nobody knows why.
    var why: Picture.Cause? {
        switch kind {
        case .opened: cause?.word
        case .reopened: .reopened
        case .confirmed: .confirmed
        case .exceptionEnded: .exceptionEnded
        case .ruleRestored: .ruleRestored
        case .fixed: .fixed
        case .excepted: .excepted
        case .ruleRetired: .ruleRetired
        case .onlyPossible: .onlyPossible
        case .severityRaised: .severityRaised
        case .severityLowered: .severityLowered
        }
    }
}

extension Picture.OpeningCause {
    var word: Picture.Cause {
        switch self {
        case .firstRun: .firstRun
        case .change: .change
        case .newRule: .newRule
        case .newTarget: .newTarget
        case .coverage: .coverage
        case .exceptionExpired: .exceptionEnded
        }
    }
}

extension Picture.Balance {
    var added: Int { steps.reduce(0) { $0 + max(0, $1.amount) } }
    var gone: Int { steps.reduce(0) { $0 - min(0, $1.amount) } }
}

extension Figures {
    /// Balances of the scope, in the order they are explained in: one for the whole, or the body's own.
    func balances(of body: String?) -> [Picture.Balance] {
        let kinds = Picture.Balance.Counted.allCases
        return picture.balances.filter { $0.body == body }
            .sorted { (kinds.firstIndex(of: $0.counted) ?? 0) < (kinds.firstIndex(of: $1.counted) ?? 0) }
    }

    /// Things several bodies rest on: the ones with the most open findings first.
    func shared(_ kind: Picture.Common.Kind) -> [Picture.SharedThing] {
        picture.shared.filter { $0.thing.kind == kind && $0.bodies.contains(where: scope.contains) }
            .sorted {
                ($1.openFindings.count, $1.bodies.count, $0.thing.value)
                    < ($0.openFindings.count, $0.bodies.count, $1.thing.value)
            }
    }

    /// Open findings at a provider or a shared service that other bodies feel.
    var passedOn: [Picture.Finding] { (open + excepted).filter(\.isPassedOn).sorted { $0.comesBefore($1) } }

    /// Findings with a page of their own, worst first: those that count, then accepted, then to be checked.
    var paged: [Picture.Finding] { Array((open + excepted + inherited + possible).prefix(Self.pageLimit)) }

    /// More would make the report too large to hand out; the others stand on the page of their rule.
    static let pageLimit = 500
}
