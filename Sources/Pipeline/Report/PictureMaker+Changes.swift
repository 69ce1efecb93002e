import Inventory
import Model
import Reports

// What differs from the comparison run, and the course of the last months.
extension PictureMaker {
    func changes() throws -> [Picture.Change] {
        guard let earlier else { return [] }
        return try inventory.difference(from: earlier, to: run).findings.compactMap { change in
            guard let kind = change.kind.shown else { return nil }
            return Picture.Change(
                kind: kind, cause: change.because?.shown, finding: change.finding.id, rule: change.finding.rule.id,
                endpoint: change.finding.endpoint.label, body: change.finding.endpoint.body,
                severity: change.finding.severity, day: run.started.day)
        }
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

extension FindingEventKind {
    /// `nil` for what neither adds nor removes a finding.
    fileprivate var shown: Picture.Change.Kind? {
        switch self {
        case .opened: .opened
        case .reopened: .reopened
        case .fixed: .fixed
        case .ruleRetired: .ruleRetired
        case .changed, .excepted, .exceptionEnded, .notMeasured, .measuredAgain, .possible, .confirmed, .ruleRestored,
            .severity:
            nil
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
