/// One kind of thing a server may accept in one version: what is left to ask, and what is known.
struct Candidates<Item: Hashable & Sendable>: Sendable {
    /// Everything that is asked, in our order.
    let all: [Item]
    /// In the order they were found.
    private(set) var accepted: [Item] = []
    private(set) var remaining: [Item]
    /// Neither accepted nor refused, and why.
    private(set) var unknown: [(item: Item, reason: String)] = []
    /// What keeps it from being complete; `nil` while it is open or when everything is proven.
    private(set) var gap: String?
    /// No more questions about these.
    private(set) var isClosed = false

    init(_ all: [Item]) {
        self.all = all
        remaining = all
    }

    /// Everything is accepted or refused.
    var isProven: Bool { remaining.isEmpty && gap == nil }

    func mayBeChosen(_ item: Item) -> Bool { remaining.contains(item) || accepted.contains(item) }

    /// False when it was known already.
    @discardableResult
    mutating func accept(_ item: Item) -> Bool {
        guard !accepted.contains(item) else { return false }
        accepted.append(item)
        remaining.removeAll { $0 == item }
        unknown.removeAll { $0.item == item }
        return true
    }

    /// What is left was refused, provably.
    mutating func refuseRemaining() {
        remaining = []
        isClosed = true
    }

    mutating func refuse(_ items: [Item]) {
        let refused = Set(items)
        remaining.removeAll { refused.contains($0) }
    }

    /// Leaves some open for good.
    mutating func setAside(_ items: [Item], because reason: String) {
        let aside = Set(items)
        unknown += remaining.filter(aside.contains).map { ($0, reason) }
        remaining.removeAll { aside.contains($0) }
        if gap == nil { gap = reason }
    }

    /// No more questions; what is left stays open.
    mutating func giveUp(because reason: String) {
        isClosed = true
        guard !remaining.isEmpty else { return }
        setAside(remaining, because: reason)
    }
}
