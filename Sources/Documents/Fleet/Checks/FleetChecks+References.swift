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
        }
        for schedule in draft.schedules { known(schedule.fields[ScheduleKeys.bodies], bodyIDs, "body") }
        for exception in draft.exceptions {
            contact(exception.fields[ExceptionKeys.requestedBy])
            contact(exception.fields[ExceptionKeys.acceptedBy])
            known(exception.fields[ExceptionKeys.subject]?.fields[SubjectKeys.body], bodyIDs, "body")
        }
        checkPacks()
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

    /// Packs of extra rule folders are not known here, so with such folders only near misses are complained about.
    private func checkPacks() {
        guard let choice = draft.defaults?.fields[DefaultsKeys.rules] else { return }
        let mayBeExtra = !choice.value.extra.isEmpty
        for pack in choice.fields[RulesKeys.packs] ?? []
        where !packs.contains(pack.value) && (!mayBeExtra || Suggestion.closest(to: pack.value, among: packs) != nil) {
            if let successors = FleetFile.retiredPacks[pack.value] {
                log.error(
                    at: pack.place, "the rule pack '\(pack.value)' is no more",
                    hint: "its rules are now in: \(successors)")
            } else {
                known(pack, packs, "rule pack")
            }
        }
    }

    private func contact(_ id: Placed<String>?) { known(id, draft.names.contacts, "contact") }

    private func known(_ ids: [Placed<String>]?, _ candidates: [String], _ what: String) {
        for id in ids ?? [] { known(id, candidates, what) }
    }

    private func known(_ id: Placed<String>?, _ candidates: [String], _ what: String) {
        // Without any body, what is missing is the bodies, which is said once.
        guard let id, !candidates.contains(id.value), what != "body" || !candidates.isEmpty else { return }
        log.error(
            at: id.place, "unknown \(what) '\(id.value.excerpt)'",
            hint: Suggestion.hint(for: id.value, among: candidates))
    }

    var bodyIDs: [String] { draft.names.bodies }
    private var softwareDomainIDs: [String] { draft.names.softwareDomains }
}
