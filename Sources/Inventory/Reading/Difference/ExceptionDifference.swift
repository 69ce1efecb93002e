import Model
import Store

/// Exceptions in force as of two runs.
struct ExceptionDifference {
    private struct Decision: Equatable {
        let rule: String
        let subject: String
        let expires: Day
        let content: String
    }

    private let before: [String: Decision]
    private let after: [String: Decision]
    private let days: (before: Day, after: Day)

    init(session: StoreSession, from: Run, to: Run) throws {
        before = try Self.decisions(session, at: from.sequence)
        after = try Self.decisions(session, at: to.sequence)
        days = (from.started.day, to.started.day)
    }

    func balance() -> Balance {
        var sheet = BalanceSheet()
        for id in ids {
            let inForce = (holds(before[id], on: days.before), holds(after[id], on: days.after))
            sheet.count(inForce, because: inForce.1 ? .begun : after[id] == nil ? .withdrawn : .expired)
        }
        return sheet.balance(of: .exceptions)
    }

    func changes() -> [RunDifference.ExceptionChange] {
        ids.compactMap { id in
            let (old, new) = (before[id], after[id])
            guard let decision = new ?? old else { return nil }
            let inForce = (holds(old, on: days.before), holds(new, on: days.after))
            let change: RunDifference.ExceptionChange.Kind? =
                switch inForce {
                case (false, true): .begun
                case (true, false): new == nil ? .withdrawn : .expired
                case (true, true): old == new ? nil : .changed
                case (false, false): nil
                }
            return change.map {
                .init(
                    kind: $0, id: id, rule: decision.rule, subject: decision.subject, expires: decision.expires)
            }
        }
    }

    private var ids: [String] { Set(before.keys).union(after.keys).sorted() }

    private func holds(_ decision: Decision?, on day: Day) -> Bool { decision.map { day <= $0.expires } ?? false }

    private static func decisions(_ session: StoreSession, at run: Int) throws -> [String: Decision] {
        var decisions: [String: Decision] = [:]
        try session.forEach(
            "SELECT * FROM h_exception x WHERE \(HistoryTables.holds("x"))", run, run
        ) { row in
            guard let expires = try row.optionalDay("expires") else { return }
            decisions[try row.text("exception")] = Decision(
                rule: try row.text("rule"), subject: try row.text("subject"), expires: expires,
                content: try row.text("content"))
        }
        return decisions
    }
}
