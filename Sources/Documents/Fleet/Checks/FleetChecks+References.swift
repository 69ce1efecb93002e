import Model

/// Every name that refers to something must find it.
extension FleetChecks {
    func checkReferences() {
        for authorisation in draft.authorisations { contact(authorisation.fields[AuthorisationKeys.signedBy]) }
        for domain in draft.softwareDomains { contact(domain.fields[SoftwareDomainKeys.owner]) }
        for body in draft.bodies { check(body) }
        for service in draft.services {
            known(service.fields[SharedServiceKeys.provider], bodyIDs, "body")
            known(service.fields[SharedServiceKeys.consumers], bodyIDs, "body")
            known(service.fields[SharedServiceKeys.softwareDomain], softwareDomainIDs, "software domain")
            checkHosts(of: service)
        }
        for schedule in draft.schedules { known(schedule.fields[ScheduleKeys.bodies], bodyIDs, "body") }
        for exception in draft.exceptions {
            contact(exception.fields[ExceptionKeys.requestedBy])
            contact(exception.fields[ExceptionKeys.acceptedBy])
            known(exception.fields[ExceptionKeys.subject]?.fields[SubjectKeys.body], bodyIDs, "body")
        }
    }

    private func check(_ body: Written<Body>) {
        contact(body.fields[BodyKeys.owner])
        for id in body.fields[BodyKeys.reportTo] ?? [] { contact(id) }
        known(body.fields[BodyKeys.authorisation], draft.names.authorisations, "authorisation")
        known(body.fields[BodyKeys.children], bodyIDs, "body")
        known(body.fields[BodyKeys.members], bodyIDs, "body")
        for host in body.fields[BodyKeys.hosts] ?? [] {
            known(host.fields[HostKeys.softwareDomain], softwareDomainIDs, "software domain")
            known(host.fields[HostKeys.hostedBy], bodyIDs, "body")
        }
    }

    private func contact(_ id: Placed<String>?) { known(id, draft.names.contacts, "contact") }

    private func known(_ ids: [Placed<String>]?, _ candidates: [String], _ what: String) {
        for id in ids ?? [] { known(id, candidates, what) }
    }

    func known(_ id: Placed<String>?, _ candidates: [String], _ what: String) {
        // Without any body, what is missing is the bodies, which is said once.
        guard let id, !candidates.contains(id.value), what != "body" || !candidates.isEmpty else { return }
        log.error(
            at: id.place, "unknown \(what) '\(id.value.excerpt)'",
            hint: Suggestion.hint(for: id.value, among: candidates))
    }

    /// An unknown provider is complained about where it stands.
    private func checkHosts(of service: Written<SharedService>) {
        let id = service.value.provider
        guard let provider = draft.bodies.first(where: { $0.value.id == id })?.value else { return }
        let known = provider.hosts.map(\.name) + provider.domains.flatMap(\.names)
        for host in service.fields[SharedServiceKeys.hosts] ?? [] where !known.contains(host.value) {
            log.error(
                at: host.place, "'\(host.value)' is no host or domain of '\(id)', which provides the service",
                hint: Suggestion.hint(for: host.value, among: known) ?? "add it to the hosts of '\(id)' first")
        }
    }

    var bodyIDs: [String] { draft.names.bodies }
    private var softwareDomainIDs: [String] { draft.names.softwareDomains }
}

extension DomainTarget {
    /// The domain and the web hosts under it.
    fileprivate var names: [String] { [name] + enumerate.map { "\($0).\(name)" } }
}
