import Model

extension Picture.OnlineServices.Counts {
    var share: Share { Share(part: offered, whole: total) }

    static func + (left: Self, right: Self) -> Self {
        Self(
            total: left.total + right.total, offered: left.offered + right.offered, live: left.live + right.live,
            adoptable: left.adoptable + right.adoptable, below: left.below + right.below)
    }
}

extension Picture.OnlineServices {
    /// Of all bodies together.
    var figures: Counts { counts.values.reduce(Counts(), +) }
    func figures(of body: String) -> Counts { counts[body] ?? Counts() }

    /// Who runs services for others, with those services; most first.
    var providers: [(provider: String, cells: [Cell])] {
        Dictionary(grouping: cells.filter { $0.provider != nil }) { $0.provider ?? "" }
            .map { ($0.key, $0.value) }
            .sorted { $0.1.count == $1.1.count ? $0.0 < $1.0 : $0.1.count > $1.1.count }
    }
}
