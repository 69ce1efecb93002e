import Model

/// One finding as of two runs, and what happened to it between them.
struct FindingPassage {
    struct Event {
        let run: Int
        let kind: FindingEventKind
        let detail: String
    }

    let from: Int
    let to: Int
    private let opened: OpenedBecause
    private(set) var before = FindingLife()
    private(set) var after = FindingLife()
    /// Between the runs, oldest first.
    private(set) var recent: [Event] = []
    private var severityBefore: Severity?
    private var severityAfter: Severity?
    private let severityToday: Severity

    init(from: Int, to: Int, opened: OpenedBecause, severity: Severity) {
        self.from = from
        self.to = to
        self.opened = opened
        severityToday = severity
    }

    /// Every event of the finding, oldest first.
    mutating func take(_ event: Event) {
        if event.run <= from { before.take(event.kind) }
        if event.run <= to { after.take(event.kind) }
        if event.run > from, event.run <= to { recent.append(event) }
        guard event.kind == .severity, let old = event.detail.split(separator: " ").first.map(String.init) else {
            return
        }
        if event.run > from { severityBefore = severityBefore ?? Severity(rawValue: old) }
        if event.run > to { severityAfter = severityAfter ?? Severity(rawValue: old) }
    }

    var isUrgent: (before: Bool, after: Bool) {
        (
            before.counts && (severityBefore ?? severityToday).isUrgent,
            after.counts && (severityAfter ?? severityToday).isUrgent
        )
    }

    /// What the comparison names, the most telling first.
    var kinds: [FindingEventKind] {
        switch (before.isOpen, after.isOpen) {
        case (false, true): return [after.isCertain ? before.isKnown ? .reopened : .opened : .possible]
        case (true, false): return [.fixed]
        case (false, false): return []
        case (true, true): break
        }
        var kinds: [FindingEventKind] = []
        if before.isCertain != after.isCertain { kinds.append(after.isCertain ? .confirmed : .possible) }
        if recent.contains(where: { $0.kind == .changed }) { kinds.append(.changed) }
        if recent.contains(where: { $0.kind == .severity }) { kinds.append(.severity) }
        if before.isJudged != after.isJudged { kinds.append(after.isJudged ? .ruleRestored : .ruleRetired) }
        if before.isExcepted != after.isExcepted { kinds.append(after.isExcepted ? .excepted : .exceptionEnded) }
        if before.isMeasured != after.isMeasured, before.isJudged == after.isJudged {
            kinds.append(after.isMeasured ? .measuredAgain : .notMeasured)
        }
        return kinds
    }

    /// Why a change makes the finding count; `nil` for all other changes.
    func because(_ kind: FindingEventKind) -> OpenedBecause? {
        switch kind {
        case .opened: opened
        case .exceptionEnded: .exceptionEnded
        default: nil
        }
    }

    /// Why it counts on one side alone.
    var cause: BalanceCause { after.counts ? causeOfCounting : causeOfNotCounting }

    var causeOfUrgency: BalanceCause {
        guard before.counts, after.counts else { return cause }
        return isUrgent.after ? .severityRaised : .severityLowered
    }

    /// Why it is accepted, or possible, on one side alone; `isAfter`: on the later one.
    func causeOfStanding(isAfter: Bool) -> BalanceCause {
        if !before.isOpen { return before.isKnown ? .reopened : BalanceCause(opened) }
        if !after.isOpen { return .fixed }
        if before.isJudged != after.isJudged { return after.isJudged ? .ruleRestored : .ruleRetired }
        if before.isCertain != after.isCertain { return after.isCertain ? .confirmed : .onlyPossible }
        return isAfter ? .excepted : .exceptionEnded
    }

    private var causeOfCounting: BalanceCause {
        if !before.isOpen { return before.isKnown ? .reopened : BalanceCause(opened) }
        if !before.isCertain { return .confirmed }
        return before.isJudged ? .exceptionEnded : .ruleRestored
    }

    private var causeOfNotCounting: BalanceCause {
        if !after.isOpen { return .fixed }
        if !after.isJudged { return .ruleRetired }
        return after.isCertain ? .excepted : .onlyPossible
    }
}
