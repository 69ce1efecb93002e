import Model

/// An exception is decided by somebody else, holds for a time, and covers something there is.
extension FleetChecks {
    func checkExceptions() {
        for exception in draft.exceptions {
            checkDecision(exception)
            checkDates(exception)
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
            log.error(at: place, "'\(expires)' lies before approved_on '\(approved)'")
        } else if expires < today {
            log.warning(
                at: place, "exception '\(id)' expired on \(expires): its findings count again",
                hint: "remove it or decide again")
        }
        if approved > today {
            log.error(
                at: exception.fields.place(of: ExceptionKeys.approvedOn), "'\(approved)' has not come yet",
                hint: "approved_on is the day of the decision")
        }
    }

    private func checkSubject(_ exception: Written<FleetException>) {
        guard let host = exception.value.subject.host, let subject = exception.fields[ExceptionKeys.subject],
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
