import Model

/// Domains and hosts: each belongs to one body, and can be reached at all.
extension FleetChecks {
    func checkTargets() {
        checkDomains()
        checkHosts()
        for body in draft.bodies { warnOfUnreachable(body) }
    }

    private func checkDomains() {
        var first: [String: Place] = [:]
        for domain in draft.bodies.flatMap({ $0.fields[BodyKeys.domains] ?? [] }) {
            let place = domain.fields.place(of: DomainKeys.name)
            if let other = first[domain.value.name] {
                log.error(
                    at: place, "domain '\(domain.value.name)' is given twice", hint: "the other one stands at \(other)")
            } else {
                first[domain.value.name] = place
            }
        }
    }

    private func checkHosts() {
        var first: [String: (body: String, place: Place)] = [:]
        for body in draft.bodies {
            for host in body.fields[BodyKeys.hosts] ?? [] {
                let name = host.value.name
                let place = host.fields.place(of: HostKeys.name)
                guard let other = first[name] else {
                    first[name] = (body.value.id, place)
                    continue
                }
                let same = other.body == body.value.id
                log.error(
                    at: place,
                    same ? "host '\(name)' is given twice" : "host '\(name)' is given twice, also by '\(other.body)'",
                    hint: "the other one stands at \(other.place)" + (same ? "; put all ports into one" : ""))
            }
        }
    }

    /// What will be planned and never asked, because no network of the fleet can hold it.
    private func warnOfUnreachable(_ body: Written<Body>) {
        for host in body.fields[BodyKeys.hosts] ?? [] {
            let networks = self.networks(for: host.value, of: body.value)
            let place = host.fields.place(of: HostKeys.name)
            if networks.isEmpty {
                // Networks that could not be read are complained about where they stand.
                guard !body.fields.contains(BodyKeys.networks) else { continue }
                log.warning(
                    at: place, "host '\(host.value.name)' will never be asked: its body has no networks",
                    hint: "add 'networks' to the body or 'hosted_by' to the host")
            } else if let address = IPAddress(host.value.name), !networks.contains(where: { $0.contains(address) }) {
                log.warning(
                    at: place, "host '\(address)' will never be asked: it lies outside every authorised network")
            }
        }
    }

    private func networks(for host: HostTarget, of body: Body) -> [Network] {
        let provider = host.hostedBy.flatMap { id in draft.bodies.first { $0.value.id == id }?.value }
        return (body.networks + (provider?.networks ?? [])).map(\.network)
    }
}
