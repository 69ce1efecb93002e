import Model

/// Which body lies in which, who belongs to whom, who provides for whom.
extension FleetChecks {
    func checkFamilies() {
        checkParents()
        for body in draft.bodies {
            for member in body.fields[BodyKeys.members] ?? [] where member.value == body.value.id {
                log.error(at: member.place, "'\(member.value)' cannot be a member of itself", hint: "leave it out")
            }
        }
        for service in draft.services {
            for consumer in service.fields[SharedServiceKeys.consumers] ?? []
            where consumer.value == service.value.provider {
                log.error(
                    at: consumer.place, "'\(consumer.value)' cannot consume what it provides itself",
                    hint: "leave it out of 'consumers'")
            }
        }
    }

    /// A body lies in one other at most, and never in itself, not even in a roundabout way.
    private func checkParents() {
        var parents: [String: String] = [:]
        for body in draft.bodies {
            for child in body.fields[BodyKeys.children] ?? [] {
                if let other = parents[child.value] {
                    log.error(
                        at: child.place, "'\(child.value)' is a child of '\(other)' already",
                        hint: "a body lies in one other at most")
                } else if isAncestor(child.value, of: body.value.id, parents) {
                    log.error(
                        at: child.place, "'\(child.value)' cannot be a child of what it contains",
                        hint: "leave it out of 'children'")
                } else {
                    parents[child.value] = body.value.id
                }
            }
        }
    }

    private func isAncestor(_ candidate: String, of body: String, _ parents: [String: String]) -> Bool {
        var current: String? = body
        while let id = current {
            if id == candidate { return true }
            current = parents[id]
        }
        return false
    }
}
