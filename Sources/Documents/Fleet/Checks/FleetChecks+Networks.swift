import Model

/// An address belongs to one network of one body.
extension FleetChecks {
    private struct Claim {
        let network: Network
        let body: String
        let place: Place
    }

    func checkNetworks() {
        // Networks either nest or are apart: sorted by base, a container stands before all it contains.
        let claims = draft.bodies.flatMap { body in
            (body.fields[BodyKeys.networks] ?? []).map {
                Claim(network: $0.value.network, body: body.value.id, place: $0.fields.place(of: NetworkKeys.cidr))
            }
        }
        let sorted = claims.enumerated().sorted { left, right in
            let (a, b) = (left.element.network, right.element.network)
            if a.base != b.base { return a.base < b.base }
            return (a.prefixLength, left.offset) < (b.prefixLength, right.offset)
        }
        var around: [(offset: Int, element: Claim)] = []
        for claim in sorted {
            while let last = around.last, !last.element.network.overlaps(claim.element.network) { around.removeLast() }
            if let last = around.last {
                complain(last.offset < claim.offset ? (last.element, claim.element) : (claim.element, last.element))
            }
            around.append(claim)
        }
    }

    private func complain(_ pair: (first: Claim, second: Claim)) {
        let (first, second) = pair
        let owner = first.body == second.body ? "the same body" : "'\(first.body)'"
        log.error(
            at: second.place, "network \(second.network) overlaps \(first.network) of \(owner)",
            hint: "the other one stands at \(first.place); an address belongs to one network of one body")
    }
}
