import Model

/// An exception is decided by somebody else, holds for a time, and covers something there is.
extension FleetChecks {
    /// An exception that holds longer is a state, not an exception.
    private static let longestDays = 400

    func checkExceptions() {
        for exception in draft.exceptions {
            checkDecision(exception)
            checkDates(exception)
            checkPlan(exception)
            checkSubject(exception)
        }
    }

    private func checkDecision(_ exception: Written<FleetException>) {
        guard exception.value.requestedBy == exception.value.acceptedBy else { return }
        log.error(
            at: exception.fields.place(of: ExceptionKeys.acceptedBy),
            "exception '\(exception.value.id)' is accepted by '\(exception.value.acceptedBy)', who asked for it",
            hint: "somebody else must decide")
    }

    private func checkDates(_ exception: Written<FleetException>) {
        let (id, approved, expires) = (exception.value.id, exception.value.approvedOn, exception.value.expires)
        let place = exception.fields.place(of: ExceptionKeys.expires)
        if expires < approved {
            log.error(
                at: place, "'\(expires)' lies before approved_on '\(approved)'", hint: "expires is its last day")
        } else if expires < today {
            log.warning(
                at: place, "exception '\(id)' expired on \(expires): its findings count again",
                hint: "remove it or decide again")
        } else if expires.number - approved.number > Self.longestDays {
            log.warning(
                at: place, "exception '\(id)' holds for \(expires.number - approved.number) days",
                hint: "decide again at least every \(Self.longestDays) days")
        }
        if approved > today {
            log.error(
                at: exception.fields.place(of: ExceptionKeys.approvedOn), "'\(approved)' has not come yet",
                hint: "approved_on is the day of the decision")
        }
    }

    private func checkPlan(_ exception: Written<FleetException>) {
        guard let plan = exception.fields[ExceptionKeys.plan] else {
            let fields = exception.fields
            guard !fields.contains(ExceptionKeys.plan), !fields.contains(ExceptionKeys.compensating) else { return }
            return log.warning(
                at: exception.place,
                "exception '\(exception.value.id)' has neither 'compensating' nor 'plan': nothing lowers or ends the risk",
                hint: "plan: {what: \"what ends the deviation\", by: \(exception.value.expires)}")
        }
        guard plan.value.by < exception.value.approvedOn else { return }
        log.error(
            at: plan.fields.place(of: ReplacementKeys.by),
            "'\(plan.value.by)' lies before approved_on '\(exception.value.approvedOn)'",
            hint: "by is the day by which the plan is done")
    }

    private func checkSubject(_ exception: Written<FleetException>) {
        // A body that could not be read is complained about where it stands.
        guard !draft.bodies.isEmpty, draft.bodies.count == draft.names.bodies.count,
            let host = exception.value.subject.host, let subject = exception.fields[ExceptionKeys.subject],
            !names.contains(where: { host == $0 || host.hasSuffix("." + $0) }), IPAddress(host) == nil
        else { return }
        log.warning(
            at: subject.fields.place(of: SubjectKeys.host),
            "exception '\(exception.value.id)' covers nothing: '\(host)' is no host or domain of this fleet",
            hint: Suggestion.closest(to: host, among: names).map { "did you mean '\($0)'?" })
    }

    private var names: [String] {
        draft.bodies.flatMap { body in body.value.domains.map(\.name) + body.value.hosts.map(\.name) }
    }
}
