import Model

/// A product that neighbours work with and a body could take over, with the reasons for its rank.
package struct AdoptionCandidate: Sendable, Equatable {
    /// From 1; candidates that no reason tells apart share it.
    package let rank: Int
    package let product: String
    /// Other bodies that work with nothing else.
    package let neighbours: [String]
    package let isTarget: Bool
    /// Days until the maker's support ends, below 0 where it has ended; `nil`: not known.
    package let supportDays: Int?
    /// Neighbours whose contract can be renewed in a month in which the body's own can.
    package let meeting: [String]
    /// Endpoints at which it was seen, at the neighbours or at who runs it for them, and the open findings there.
    package let endpoints: Int
    package let openFindings: Int
}

extension SoftwareComparison {
    /// What the neighbours of a body run in a domain, the best first: most bodies, longest support, most contracts that
    /// meet, fewest open findings for each endpoint. A later reason counts only where the earlier ones are equal; what
    /// is not known comes after what is.
    ///
    /// `support`: last day of the maker's support, by product.
    package func adoptionCandidates(
        for body: String, in domain: String, support: [String: Day] = [:], seen: [SeenInstallation] = []
    ) -> [AdoptionCandidate] {
        let own = position(of: body, in: domain).products
        let window = contractWindow(of: body, in: domain)
        let unranked = figures(of: domain).shares.compactMap { share -> AdoptionCandidate? in
            let neighbours = share.bodies.filter { $0 != body }.sorted()
            guard share.products.count == 1, let product = share.products.first, !neighbours.isEmpty, own != [product]
            else { return nil }
            let uses = neighbours.flatMap { position(of: $0, in: domain).inUse }
            let places = RunningPlaces(of: uses, in: seen)
            return AdoptionCandidate(
                rank: 0, product: product, neighbours: neighbours, isTarget: targets[domain]?.product == product,
                supportDays: support[product].map { $0.number - day.number },
                meeting: neighbours.filter { meets(window, contractWindow(of: $0, in: domain)) },
                endpoints: places.endpoints, openFindings: places.openFindings)
        }
        return ranked(unranked.sorted { $0.merit == $1.merit ? $0.product < $1.product : $0.merit > $1.merit })
    }

    private func ranked(_ sorted: [AdoptionCandidate]) -> [AdoptionCandidate] {
        var rank = 0
        return sorted.enumerated().map { place, candidate in
            if place == 0 || sorted[place - 1].merit != candidate.merit {
                rank = place + 1
            }
            return AdoptionCandidate(
                rank: rank, product: candidate.product, neighbours: candidate.neighbours, isTarget: candidate.isTarget,
                supportDays: candidate.supportDays, meeting: candidate.meeting, endpoints: candidate.endpoints,
                openFindings: candidate.openFindings)
        }
    }

    private func contractWindow(of body: String, in domain: String) -> ClosedRange<Month>? {
        position(of: body, in: domain).inUse.compactMap(\.contract).map(\.buyingWindow)
            .filter { $0.upperBound >= Month(of: day) }.min { $0.upperBound < $1.upperBound }
    }

    private func meets(_ left: ClosedRange<Month>?, _ right: ClosedRange<Month>?) -> Bool {
        guard let left, let right else { return false }
        return left.overlaps(right)
    }
}

extension AdoptionCandidate {
    /// In the order in which reasons weigh.
    fileprivate var merit: (Int, Int, Int, Double) {
        (
            neighbours.count, supportDays ?? .min, meeting.count,
            endpoints == 0 ? -.infinity : -Double(openFindings) / Double(endpoints)
        )
    }
}
