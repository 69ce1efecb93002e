import Model

/// No packet without a permission that holds today and goes far enough.
extension FleetChecks {
    private static let warningDays = 60

    func checkAuthorisations() {
        for body in draft.bodies {
            guard let place = body.fields[BodyKeys.authorisation]?.place, let authorisation = authorisation(of: body)
            else { continue }
            let id = authorisation.value.id, name = body.value.name
            if authorisation.value.validUntil < today {
                log.error(
                    at: place,
                    "authorisation '\(id)' ended on \(authorisation.value.validUntil): "
                        + "no packet may be sent to '\(name)'",
                    hint: "have it renewed (\(authorisation.fields.place(of: AuthorisationKeys.validUntil)))")
            } else if authorisation.value.validFrom > today {
                log.warning(
                    at: place,
                    "authorisation '\(id)' begins on \(authorisation.value.validFrom): "
                        + "'\(name)' will not be scanned before"
                )
            }
        }
        for authorisation in draft.authorisations { warnOfEnd(authorisation) }
    }

    private func warnOfEnd(_ authorisation: Written<Authorisation>) {
        let until = authorisation.value.validUntil
        let left = until.number - today.number
        let users = draft.bodies.filter { $0.value.authorisation == authorisation.value.id }.map(\.value.name)
        guard !users.isEmpty, (0...FleetChecks.warningDays).contains(left) else { return }
        let when = left == 0 ? "today" : left == 1 ? "tomorrow" : "in \(left) days"
        log.warning(
            at: authorisation.fields.place(of: AuthorisationKeys.validUntil),
            "\(authorisation.value.id) ends \(when) (\(until)): "
                + "\(users.joined(separator: ", ")) will not be scanned after that",
            hint: "have it renewed")
    }

    /// No target and no schedule asks for more than its body's authorisation allows.
    func checkLevels() {
        let common = draft.effectiveDefaults.consent
        for body in draft.bodies {
            guard let authorisation = authorisation(of: body)?.value else { continue }
            for network in body.fields[BodyKeys.networks] ?? [] {
                if let level = network.value.consent, level > authorisation.consent {
                    complain(network.fields.place(of: NetworkKeys.level), level, authorisation)
                }
            }
            if common > authorisation.consent, let place = body.fields[BodyKeys.authorisation]?.place {
                complain(place, common, authorisation)
            }
        }
        for schedule in draft.schedules { check(schedule) }
    }

    private func check(_ schedule: Written<Schedule>) {
        guard let level = schedule.value.consent else { return }
        let ids = schedule.value.bodies
        for body in draft.bodies where ids.isEmpty || ids.contains(body.value.id) {
            guard let authorisation = authorisation(of: body)?.value, level > authorisation.consent else { continue }
            return complain(schedule.fields.place(of: ScheduleKeys.level), level, authorisation)
        }
    }

    private func complain(_ place: Place, _ level: Consent, _ authorisation: Authorisation) {
        log.error(
            at: place,
            "level '\(level.rawValue)' goes further than authorisation '\(authorisation.id)', "
                + "which allows '\(authorisation.consent.rawValue)'",
            hint: "lower the level or have the authorisation extended")
    }

    private func authorisation(of body: Written<Body>) -> Written<Authorisation>? {
        draft.authorisations.first { $0.value.id == body.value.authorisation }
    }
}
