import Model

/// What is counted over some cells of the matrix of online services.
struct ServiceFigures: Sendable {
    /// Services times bodies that offer such a service.
    let total: Int
    let offered: Int
    let live: Int
    let adoptable: Int
    /// Offered with a trust level below the one required.
    let below: Int

    init(_ cells: [Picture.OnlineServices.Cell]) {
        total = cells.count
        offered = cells.count { $0.state.isOffered }
        live = cells.count { $0.state == .live }
        adoptable = cells.count { $0.state.adoptablePlatform != nil }
        below = cells.count { $0.trust == .below }
    }

    var share: Share { Share(part: offered, whole: total) }
}

extension Picture.OnlineServices {
    var figures: ServiceFigures { ServiceFigures(cells) }
    func figures(of body: String) -> ServiceFigures { ServiceFigures(cells.filter { $0.body == body }) }

    /// Who runs services for others, with those services; most first.
    var providers: [(provider: String, cells: [Cell])] {
        Dictionary(grouping: cells.filter { $0.provider != nil }) { $0.provider ?? "" }
            .map { ($0.key, $0.value) }
            .sorted { $0.1.count == $1.1.count ? $0.0 < $1.0 : $0.1.count > $1.1.count }
    }
}
