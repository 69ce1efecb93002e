import Model
import Store

/// What events made of findings between two runs: the changes, and the balance of all that is counted.
struct FindingDifference {
    private let session: StoreSession
    private let to: Int
    private var passages: [Int: FindingPassage] = [:]

    init(session: StoreSession, from: Int, to: Int) throws {
        self.session = session
        self.to = to
        try session.forEach(
            """
            SELECT v.finding_id, v.run_id, v.kind, v.detail, f.severity, f.opened_because FROM h_finding_event v
            JOIN h_finding f ON f.finding_id = v.finding_id ORDER BY v.finding_id, v.event_id
            """
        ) { row in
            let number = try row.integer("finding_id")
            if passages[number] == nil {
                passages[number] = FindingPassage(
                    from: from, to: to, opened: try row.word("opened_because"), severity: try row.word("severity"))
            }
            passages[number]?.take(
                .init(run: try row.integer("run_id"), kind: try row.word("kind"), detail: try row.text("detail")))
        }
    }

    func changes() throws -> [RunDifference.FindingChange] {
        try passages.sorted { $0.key < $1.key }.flatMap { number, passage -> [RunDifference.FindingChange] in
            let kinds = passage.kinds
            guard !kinds.isEmpty, let finding = try session.finding(number) else { return [] }
            return try kinds.map { kind in
                let event = passage.recent.last { $0.kind == kind }
                return RunDifference.FindingChange(
                    kind: kind, finding: finding, because: passage.because(kind), detail: event?.detail ?? "",
                    run: try session.run(sequence: event?.run ?? to).moment)
            }
        }
    }

    /// Why each finding counts, or is urgent, on one side alone.
    func counting() throws -> [RunDifference.CountingChange] {
        try passages.sorted { $0.key < $1.key }.compactMap { number, passage in
            let isUrgent = passage.isUrgent
            guard passage.before.counts != passage.after.counts || isUrgent.before != isUrgent.after,
                let finding = try session.finding(number)
            else { return nil }
            return RunDifference.CountingChange(finding: finding, cause: passage.causeOfUrgency)
        }
    }

    func balances() -> [Balance] {
        var (open, urgent, excepted, possible) = (BalanceSheet(), BalanceSheet(), BalanceSheet(), BalanceSheet())
        for passage in passages.values {
            let (before, after) = (passage.before, passage.after)
            open.count((before.counts, after.counts), because: passage.cause)
            urgent.count(passage.isUrgent, because: passage.causeOfUrgency)
            excepted.count(
                (before.isAccepted, after.isAccepted), because: passage.causeOfStanding(isAfter: after.isAccepted))
            possible.count(
                (before.isOnlyPossible, after.isOnlyPossible),
                because: passage.causeOfStanding(isAfter: after.isOnlyPossible))
        }
        return [
            open.balance(of: .findings), urgent.balance(of: .urgentFindings), excepted.balance(of: .exceptedFindings),
            possible.balance(of: .possibleFindings),
        ]
    }
}

extension FindingLife {
    fileprivate var isAccepted: Bool { isOpen && isJudged && isCertain && isExcepted }
    fileprivate var isOnlyPossible: Bool { isOpen && isJudged && !isCertain }
}
