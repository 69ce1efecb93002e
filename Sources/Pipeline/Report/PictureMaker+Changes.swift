import Inventory
import Model
import Reports

// What differs from the comparison run, and the course of the last months.
extension PictureMaker {
    func changes(_ difference: RunDifference) -> [Picture.Change] {
        difference.counting.map { change in
            Picture.Change(
                kind: change.cause.kindOfChange, cause: change.cause.openingCause, finding: change.finding.id,
                rule: change.finding.rule.id, endpoint: change.finding.endpoint.label,
                body: change.finding.endpoint.body, severity: change.finding.severity, day: run.started.day)
        }
    }

    func balances(_ difference: RunDifference) -> [Picture.Balance] {
        difference.balances.map { balance in
            let steps = balance.steps.map { Picture.Balance.Step(shown($0.cause.rawValue), $0.change) }
            guard
                let shown = Picture.Balance(
                    shown(balance.subject.rawValue), before: balance.before, steps: steps, after: balance.after)
            else { preconditionFailure("\(balance) does not fit") }
            return shown
        }
    }

    func events(_ difference: RunDifference) -> [Picture.CommonEvent] {
        difference.events.map { event in
            Picture.CommonEvent(
                kind: event.kind == .fixed ? .fixed : event.kind == .reopened ? .reopened : .opened, rule: event.rule,
                day: event.run.started.day, bodies: event.bodies, findings: event.findings,
                shared: event.bond.map { [$0.shown] } ?? [])
        }
    }

    func movements(_ difference: RunDifference) -> [Picture.Movement] {
        let certificates = difference.certificates.map { change in
            Picture.Movement(
                .certificateReplaced, what: change.endpoint.label, body: change.endpoint.body,
                before: "\(change.before.prefix(16))…",
                after: "\(change.after.prefix(16))…" + (change.notAfter.map { ", \($0.day)" } ?? ""))
        }
        let software = difference.software.map { change in
            Picture.Movement(
                change.before == nil ? .softwareSeen : change.after == nil ? .softwareGone : .softwareChanged,
                what: change.endpoint.label, body: change.endpoint.body,
                before: change.before.map { "\(change.product) \($0)" } ?? "",
                after: change.after.map { "\(change.product) \($0)" } ?? "")
        }
        let added = difference.endpointsAdded.map {
            Picture.Movement(.endpointAdded, what: $0.label, body: $0.body)
        }
        let gone = difference.endpointsRemoved.map { Picture.Movement(.endpointGone, what: $0.label, body: $0.body) }
        return certificates + software + added + gone + exceptionMovements(difference)
            + difference.measurements.compactMap(movement)
    }

    private func exceptionMovements(_ difference: RunDifference) -> [Picture.Movement] {
        difference.exceptions.map { change in
            let kind: Picture.Movement.Kind =
                switch change.kind {
                case .begun: .exceptionBegun
                case .changed: .exceptionChanged
                case .withdrawn: .exceptionRemoved
                case .expired: .exceptionEnded
                }
            let body = fleet.exceptions.first { $0.id == change.id }?.subject.body ?? ""
            return Picture.Movement(kind, what: change.id, body: body, after: "\(change.subject), \(change.expires)")
        }
    }

    private func movement(_ change: RunDifference.MeasurementChange) -> Picture.Movement? {
        switch (change.before.outcome == .answered, change.after.outcome == .answered) {
        case (false, true):
            Picture.Movement(
                .measuredAgain, what: change.endpoint.label, body: change.endpoint.body, before: change.before.reason,
                outcome: change.before.outcome)
        case (true, false):
            Picture.Movement(
                .noLongerMeasured, what: change.endpoint.label, body: change.endpoint.body,
                after: change.after.reason, outcome: change.after.outcome)
        default: nil
        }
    }

    /// The inventory's words and the report's are the same; a new one there needs one here.
    private func shown<Word: RawRepresentable<String>>(_ word: String) -> Word {
        guard let shown = Word(rawValue: word) else { preconditionFailure("the report has no word \(word)") }
        return shown
    }

    /// Six months of judged runs, at most one a day so that the line stays readable.
    func history() throws -> [Picture.HistoryPoint] {
        let trend = try inventory.findingTrend(since: run.started.adding(days: -183))
        var byDay: [Day: FindingTrend] = [:]
        for point in trend { byDay[point.run.started.day] = point }
        let points = byDay.count > 1 ? byDay.values.sorted { $0.run.started < $1.run.started } : trend
        return points.map { point in
            Picture.HistoryPoint(
                run: point.run.name, day: point.run.started.day, open: point.bodies.mapValues(\.open))
        }
    }
}

extension BalanceCause {
    fileprivate var openingCause: Picture.OpeningCause? { Picture.OpeningCause(rawValue: rawValue) }

    fileprivate var kindOfChange: Picture.Change.Kind {
        switch self {
        case .firstRun, .change, .newRule, .newTarget, .coverage: .opened
        case .exceptionEnded: .exceptionEnded
        default: Picture.Change.Kind(rawValue: rawValue) ?? .opened
        }
    }
}

extension CommonEvent.Bond {
    fileprivate var shown: Picture.Common {
        switch self {
        case .provider(let body): Picture.Common(.provider, body)
        case .address(let address): Picture.Common(.address, address)
        case .certificate(let digest): Picture.Common(.certificate, digest)
        }
    }
}

extension OpenedBecause {
    var shown: Picture.OpeningCause {
        switch self {
        case .firstRun: .firstRun
        case .change: .change
        case .newRule: .newRule
        case .newTarget: .newTarget
        case .coverage: .coverage
        case .exceptionEnded: .exceptionExpired
        }
    }
}
