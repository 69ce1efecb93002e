import Model

/// Online services and processes: each body and service once, and bodies that exist.
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
