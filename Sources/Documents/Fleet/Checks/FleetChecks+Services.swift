import Model

/// Online services, processes and chains: each body and service once, and bodies, domains and services that exist.
extension FleetChecks {
    func checkOnlineServices() {
        for offer in draft.onlineOffers { known(offer.fields[OnlineOfferKeys.body], bodyIDs, "body") }
        once(
            draft.onlineOffers.map { ("\($0.value.body) offers '\($0.value.service)'", $0.place) })
    }

    func checkProcesses() {
        for process in draft.processes { known(process.fields[ProcessKeys.body], bodyIDs, "body") }
        once(draft.processes.map { ("\($0.value.body) has a process for '\($0.value.service)'", $0.place) })
    }

    /// Whether a link's software domain is one is known only when the catalogue has been read.
    func checkChains() {
        unique(draft.chains.compactMap { $0.fields[ChainKeys.id] }, "chain")
        for chain in draft.chains {
            for body in chain.fields[ChainKeys.bodies] ?? [] { known(body, bodyIDs, "body") }
            for link in chain.fields[ChainKeys.links] ?? [] {
                known(link.fields[ChainLinkKeys.service], draft.services.map(\.value.id), "service")
            }
        }
    }

    private func once(_ statements: [(text: String, place: Place)]) {
        var first: [String: Place] = [:]
        for (text, place) in statements {
            if let other = first[text] {
                log.error(at: place, "\(text), which is said twice", hint: "the other one stands at \(other)")
            } else {
                first[text] = place
            }
        }
    }
}
