import Model
import Store

extension InventoryStore {
    /// Compares two finished runs; the earlier one first, whichever way they are given.
    package func difference(from one: Run, to other: Run) throws -> RunDifference {
        let (from, to) = one.sequence <= other.sequence ? (one, other) : (other, one)
        return try file.read { session in
            let planned = PlanDifference(session: session, from: from.sequence, to: to.sequence)
            let seen = try ObservationDifference(
                session: session, from: from.sequence, to: to.sequence, vocabulary: vocabulary, reader: current.reader)
            return RunDifference(
                from: from, to: to,
                findings: try FindingDifference(session: session, from: from.sequence, to: to.sequence).changes(),
                endpointsAdded: try planned.added(), endpointsRemoved: try planned.removed(),
                certificates: seen.certificates, software: seen.software, measurements: seen.measurements,
                coverageBefore: try session.coverage(of: from), coverageAfter: try session.coverage(of: to))
        }
    }
}

/// Endpoints planned in one run and not in the other.
private struct PlanDifference {
    let session: StoreSession
    let from: Int
    let to: Int

    func added() throws -> [Endpoint] { try planned(at: to, notAt: from) }
    func removed() throws -> [Endpoint] { try planned(at: from, notAt: to) }

    private func planned(at run: Int, notAt other: Int) throws -> [Endpoint] {
        let ids = try session.rows(
            """
            SELECT endpoint_id FROM h_plan WHERE \(HistoryTables.holds("h_plan"))
            EXCEPT SELECT endpoint_id FROM h_plan WHERE \(HistoryTables.holds("h_plan"))
            """, run, run, other, other
        ) { try $0.integer("endpoint_id") }
        return try ids.map(session.endpoint).sorted()
    }
}

/// What events made of findings between two runs.
private struct FindingDifference {
    private struct Event {
        let finding: Int
        let run: Int
        let kind: FindingEventKind
        let detail: String
    }

    let session: StoreSession
    let from: Int
    let to: Int

    func changes() throws -> [RunDifference.FindingChange] {
        let events = Dictionary(grouping: try self.events(), by: \.finding)
        return try events.keys.sorted().flatMap { try changes(of: $0, events[$0] ?? []) }
    }

    private func events() throws -> [Event] {
        try session.rows(
            """
            SELECT finding_id, run_id, kind, detail FROM h_finding_event WHERE run_id <= ? AND finding_id IN
              (SELECT finding_id FROM h_finding_event WHERE run_id > ? AND run_id <= ?) ORDER BY event_id
            """, to, from, to
        ) {
            Event(
                finding: try $0.integer("finding_id"), run: try $0.integer("run_id"), kind: try $0.word("kind"),
                detail: try $0.text("detail"))
        }
    }

    private func changes(of number: Int, _ events: [Event]) throws -> [RunDifference.FindingChange] {
        var (before, after) = (FindingLife(), FindingLife())
        for event in events {
            if event.run <= from { before.take(event.kind) }
            after.take(event.kind)
        }
        let recent = events.filter { $0.run > from }
        let kinds = Self.kinds(before, after, wasChanged: recent.contains { $0.kind == .changed })
        guard !kinds.isEmpty, let finding = try session.finding(number) else { return [] }
        return kinds.map { kind in
            RunDifference.FindingChange(
                kind: kind, finding: finding, because: Self.because(kind, finding),
                detail: recent.last { $0.kind == kind }?.detail ?? "")
        }
    }

    private static func kinds(_ before: FindingLife, _ after: FindingLife, wasChanged: Bool) -> [FindingEventKind] {
        switch (before.isOpen, after.isOpen) {
        case (false, true): return [before.isKnown ? .reopened : .opened]
        case (true, false): return [.fixed]
        case (false, false): return []
        case (true, true): break
        }
        var kinds: [FindingEventKind] = wasChanged ? [.changed] : []
        if before.isExcepted != after.isExcepted { kinds.append(after.isExcepted ? .excepted : .exceptionEnded) }
        if before.isMeasured != after.isMeasured { kinds.append(after.isMeasured ? .measuredAgain : .notMeasured) }
        return kinds
    }

    private static func because(_ kind: FindingEventKind, _ finding: FindingRecord) -> OpenedBecause? {
        switch kind {
        case .opened: finding.openedBecause
        case .exceptionEnded: .exceptionEnded
        default: nil
        }
    }
}
