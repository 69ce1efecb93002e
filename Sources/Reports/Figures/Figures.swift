import Model

/// Every figure a report shows, for the whole cooperation or for one body with everything below it.
///
/// This is the only place that counts; pages and exports print what they find here. `Figure` says each definition in
/// words, and the page on method prints those.
struct Figures: Sendable {
    let picture: Picture
    let scope: Scope
    let coverage: Coverage
    /// Open findings no valid exception covers, worst first.
    let open: [Picture.Finding]
    /// Open findings a valid exception covers.
    let excepted: [Picture.Finding]
    /// To be checked; counted nowhere.
    let possible: [Picture.Finding]
    /// Open at a body outside the scope and felt inside it; they count there.
    let inherited: [Picture.Finding]
    let changes: [Picture.Change]
    let certificates: CertificateFigures
    let software: SoftwareFigures
    let exceptions: ExceptionFigures

    init(_ picture: Picture, scope: Scope) {
        self.picture = picture
        self.scope = scope
        let today = picture.run.day
        coverage = Coverage(of: picture.endpoints.filter { scope.contains($0.body) })
        let everything = picture.findings.filter { $0.state == .open }
        let standing = everything.filter { !$0.possible && scope.contains($0.body) }
        possible = everything.filter { $0.possible && scope.contains($0.body) }.sorted { $0.comesBefore($1) }
        inherited = everything.filter {
            !$0.possible && !scope.contains($0.body) && $0.affects.contains(where: scope.contains)
        }.sorted { $0.comesBefore($1) }
        open = standing.filter { !$0.isExcepted(on: today) }.sorted { $0.comesBefore($1) }
        excepted = standing.filter { $0.isExcepted(on: today) }.sorted { $0.comesBefore($1) }
        changes = picture.changes.filter { scope.contains($0.body) }
        certificates = CertificateFigures(
            picture.certificates.filter { scope.contains($0.body) }, at: picture.run.started)
        software = SoftwareFigures(picture.software.filter { scope.contains($0.body) })
        exceptions = ExceptionFigures(
            picture.exceptions.filter {
                scope == .everything(in: picture) || $0.bodies.contains(where: scope.contains)
            },
            on: today)
    }

    var today: Day { picture.run.day }
    var urgent: [Picture.Finding] { open.filter { $0.severity.isUrgent } }
    var overdue: [Picture.Finding] { open.filter { isOverdue($0) } }
    var urgentOverdue: [Picture.Finding] { urgent.filter { isOverdue($0) } }

    /// Due before the day of the run.
    func isOverdue(_ finding: Picture.Finding) -> Bool { finding.isOverdue(on: today) }

    var fixed: Int { changes.count { $0.kind == .fixed } }
    var added: Int { changes.count { $0.isAddition } }
    var reopened: Int { changes.count { $0.kind == .reopened } }

    func added(because cause: Picture.Cause) -> Int { changes.count { $0.isAddition && $0.why == cause } }

    /// Days from opening to closing, over findings fixed within six months; `nil` below five cases.
    var medianDaysToFix: Int? {
        let days = picture.findings.compactMap { finding -> Int? in
            guard scope.contains(finding.body), !finding.possible, finding.state == .fixed, let closed = finding.closed,
                closed.number > today.number - Self.halfYear
            else { return nil }
            return closed.number - finding.opened.number
        }
        return days.count < 5 ? nil : days.sorted()[days.count / 2]
    }

    /// Open findings at each run of the last six months, oldest first.
    var trend: [TrendPoint] {
        picture.history.filter { $0.day.number > today.number - Self.halfYear }.map { point in
            TrendPoint(day: point.day, open: point.open.reduce(0) { $0 + (scope.contains($1.key) ? $1.value : 0) })
        }
    }

    /// How much has to be done, in three steps; a body that was hardly measured never gets the good one.
    var need: Need {
        if urgent.contains(where: { $0.severity == .critical }) || !urgentOverdue.isEmpty { return .high }
        if !urgent.isEmpty || !overdue.isEmpty { return .medium }
        return coverage.isIncomplete ? .unknown : .none
    }

    static let halfYear = 183
}

/// Open findings at the end of one run.
struct TrendPoint: Sendable, Equatable {
    let day: Day
    let open: Int
}

/// What a manager has to know of a body in one word.
enum Need: Sendable { case high, medium, none, unknown }

extension Picture.Finding {
    func isExcepted(on day: Day) -> Bool { exception.map { day <= $0.until } ?? false }

    func isOverdue(on day: Day) -> Bool { state == .open && !isExcepted(on: day) && due < day }

    /// Worst first, then what is due first; ids make the order total.
    func comesBefore(_ other: Self) -> Bool {
        if severity != other.severity { return severity > other.severity }
        return (due.number, endpoint, rule, id) < (other.due.number, other.endpoint, other.rule, other.id)
    }
}

extension Picture.Finding {
    /// Felt by bodies that cannot mend it themselves.
    var isPassedOn: Bool { !affects.isEmpty }
}
