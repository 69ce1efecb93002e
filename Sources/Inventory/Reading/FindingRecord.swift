import Model
import Store

/// A finding as reports and commands show it.
package struct FindingRecord: Sendable, Equatable {
    package enum State: String, Sendable, CaseIterable { case open, fixed }

    /// What the rule says to people, as of the last run that judged it.
    package struct Rule: Sendable, Equatable {
        package let id: String
        package let pack: String
        package let status: RuleText.Status
        package let title: LocalizedText
        package let why: LocalizedText
        package let fix: LocalizedText
        package let action: LocalizedText
        /// `document, edition, section, url`, one source a line.
        package let sources: String
    }

    package struct Exception: Sendable, Equatable {
        package let id: String
        /// Last day on which it holds.
        package let until: Day
    }

    let number: Int
    package let rule: Rule
    package let severity: Severity
    package let endpointID: Int
    package let endpoint: Endpoint
    /// Contact id of whoever has to act: the provider that runs the host, else the body; `nil` when the fleet no longer
    /// names the body.
    package let owner: String?
    /// Body id of the provider that runs the host; `nil`: the body itself.
    package let provider: String?
    package let state: State
    /// The last judged run measured it. An open finding that is not measured stays open.
    package let measured: Bool
    /// A proven deviation; else a possible one, which is shown and does not count.
    package let certain: Bool
    /// Its rule is active; one whose rule is retired, on trial or no longer chosen does not count.
    package let judged: Bool
    package let exception: Exception?
    package let opened: RunMoment
    package let openedBecause: OpenedBecause
    package let closed: RunMoment?
    package let due: Day?
    package let evidence: String

    /// `F-12`.
    package var id: String { "F-\(number)" }

    package func effective(on day: Day) -> EffectiveVerdict {
        EffectiveVerdict(
            state == .fixed ? .conforms : certain ? .deviates : .possible, status: judged ? rule.status : .retired,
            exception: exception.map { ($0.id, $0.until) }, on: day)
    }

    /// Open, not excepted, and its last day is over. Computed, never stored.
    package func isOverdue(at time: Timestamp) -> Bool {
        guard let due, effective(on: time.day).effect == .counts else { return false }
        return due < time.day
    }

    /// Critical or high, open, without a valid exception.
    package func isUrgent(at time: Timestamp) -> Bool {
        severity.isUrgent && effective(on: time.day).effect == .counts
    }

    init(_ row: SQLRow) throws {
        number = try row.integer("finding_id")
        rule = Rule(
            id: try row.text("rule"), pack: try row.text("pack"), status: try row.word("status"),
            title: try row.localized("title"), why: try row.localized("why"), fix: try row.localized("fix"),
            action: try row.localized("action"), sources: try row.text("sources"))
        severity = try row.word("severity")
        endpointID = try row.integer("endpoint_id")
        endpoint = try row.endpoint()
        owner = try row.optionalText("owner")
        provider = try row.optionalText("provider")
        closed = try row.moment("closed")
        state = closed == nil ? .open : .fixed
        measured = try row.boolean("measured")
        certain = try row.boolean("certain")
        judged = try row.boolean("judged")
        let until = try row.optionalDay("excepted_until")
        exception = try row.optionalText("exception").flatMap { id in until.map { Exception(id: id, until: $0) } }
        guard let opened = try row.moment("opened") else { throw SQLRow.missing("the run that opened F-\(number)") }
        self.opened = opened
        openedBecause = try row.word("opened_because")
        due = try row.optionalDay("due")
        evidence = try row.text("evidence")
    }
}

/// Which findings are asked for; every given part must match.
package struct FindingFilter: Sendable, Equatable {
    package var state: FindingRecord.State?
    package var atLeast: Severity?
    package var bodies: Set<String>?
    package var rules: Set<String>?
    package var owners: Set<String>?
    package var endpointIDs: Set<Int>?

    package init(state: FindingRecord.State? = nil, atLeast: Severity? = nil) {
        self.state = state
        self.atLeast = atLeast
    }

    package func admits(_ finding: FindingRecord) -> Bool {
        (state.map { $0 == finding.state } ?? true) && (atLeast.map { $0 <= finding.severity } ?? true)
            && bodies?.contains(finding.endpoint.body) ?? true && rules?.contains(finding.rule.id) ?? true
            && owners?.contains(finding.owner ?? "") ?? true && endpointIDs?.contains(finding.endpointID) ?? true
    }
}

/// One line of a finding's life.
package struct FindingEvent: Sendable, Equatable {
    package let run: RunMoment
    package let kind: FindingEventKind
    package let detail: String
}

extension SQLRow {
    fileprivate func localized(_ name: String) throws -> LocalizedText {
        LocalizedText(de: try text("\(name)_de"), en: try text("\(name)_en"))
    }
}
