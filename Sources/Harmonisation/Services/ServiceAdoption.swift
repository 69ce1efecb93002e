import Model

/// From whom a body could take over a service it does not offer.
///
/// A neighbour whose platform the body has itself comes first; among several, one that was seen live, then one whose
/// provider already runs something for the body, then the first of the fleet.
struct ServiceAdoption {
    private let order: [String: Int]
    private let offers: [String: [OfferedService]]
    private let platforms: Set<String>
    /// By body: what it runs, and who runs it.
    private let own: [String: Set<String>]
    private let providers: [String: Set<String>]

    init(participants: [ServiceComparison.Participant], offers: [OfferedService], platforms: Set<String>) {
        order = Dictionary(
            participants.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
        self.offers = Dictionary(grouping: offers) { $0.offer.service }
        self.platforms = platforms
        var own = Dictionary(participants.map { ($0.id, $0.platforms) }, uniquingKeysWith: { $0.union($1) })
        var providers: [String: Set<String>] = [:]
        for offer in offers {
            if let platform = offer.platform(among: platforms) {
                own[offer.offer.body, default: []].insert(platform)
            }
            if let provider = offer.provider { providers[offer.offer.body, default: []].insert(provider) }
        }
        self.own = own
        self.providers = providers
    }

    func state(of service: String, for body: String) -> ServiceState {
        let neighbours = (offers[service] ?? []).filter { $0.offer.body != body && order[$0.offer.body] != nil }
        let best = neighbours.min { rank($0, for: body) < rank($1, for: body) }
        guard let best else { return .missing }
        guard let platform = best.platform(among: platforms), own[body]?.contains(platform) == true else {
            return .elsewhere(at: best.offer.body)
        }
        return .adoptable(from: best.offer.body, platform: platform)
    }

    /// Lower is better.
    private func rank(_ neighbour: OfferedService, for body: String) -> (Int, Int, Int, Int) {
        let platform = neighbour.platform(among: platforms)
        let isShared = platform.map { own[body]?.contains($0) == true } ?? false
        let isClose = neighbour.provider.map { providers[body]?.contains($0) == true } ?? false
        return (
            isShared ? 0 : 1, neighbour.seen?.state == .live ? 0 : 1, isClose ? 0 : 1,
            order[neighbour.offer.body] ?? .max
        )
    }
}
