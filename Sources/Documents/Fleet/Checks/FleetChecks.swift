import Model

/// What can only be seen with the whole fleet at hand: references, authorisations, overlaps, exceptions.
struct FleetChecks {
    let draft: FleetDraft
    let today: Day
    let packs: [String]
    let log: DiagnosticLog

    func run() {
        checkPresence()
        checkUniqueness()
        checkReferences()
        checkRuleChoice()
        checkFamilies()
        checkAuthorisations()
        checkLevels()
        checkNetworks()
        checkTargets()
        checkExceptions()
        checkMarkings()
        checkOnlineServices()
        checkProcesses()
        checkChains()
        checkUsage()
    }

    private func checkPresence() {
        let includes = draft.fields.contains(FleetKeys.include)
        if !draft.fields.contains(FleetKeys.bodies), !includes {
            log.error(
                at: draft.fields.place, "a fleet file lacks the key 'bodies'", hint: "bodies or include must be there")
        } else if draft.bodies.isEmpty, !log.hasErrors {
            log.error(
                at: draft.fields.place(of: FleetKeys.bodies), "the fleet has no bodies",
                hint: "list at least one under 'bodies'")
        }
    }

    private func checkUniqueness() {
        unique(draft.bodies.compactMap { $0.fields[BodyKeys.id] }, "body")
        unique(draft.services.compactMap { $0.fields[SharedServiceKeys.id] }, "service")
        unique(draft.exceptions.compactMap { $0.fields[ExceptionKeys.id] }, "exception")
    }

    func unique(_ ids: [Placed<String>], _ what: String) {
        var first: [String: Place] = [:]
        for id in ids {
            if let other = first[id.value] {
                log.error(
                    at: id.place, "\(what) '\(id.value)' is given twice", hint: "the other one stands at \(other)")
            } else {
                first[id.value] = id.place
            }
        }
    }

    /// A body may ask for a stricter marking, never for a looser one.
    private func checkMarkings() {
        guard let common = draft.cooperation?.value.tlp else { return }
        for body in draft.bodies {
            guard let tlp = body.value.tlp, tlp < common else { continue }
            log.error(
                at: body.fields.place(of: BodyKeys.tlp),
                "TLP \(tlp.rawValue) is looser than the cooperation's \(common.rawValue)",
                hint: "a body may tighten the marking, never loosen it")
        }
    }
}
