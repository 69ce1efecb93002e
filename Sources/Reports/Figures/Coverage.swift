import Model

/// How much of what is known was measured, counted in services (endpoints).
///
/// A service counts as measured when every probe planned at it got an answer. What did not answer, answered only in
/// part or was never asked is a gap; what no authorisation covers is known and not planned.
struct Coverage: Sendable, Equatable {
    let planned: Int
    let notAuthorised: Int
    /// Gaps by how the first unanswered probe ended; the key `nil` is "not asked".
    let gaps: [Outcome?: Int]
    /// Gaps where at least one probe was answered.
    let partial: Int

    var known: Int { planned + notAuthorised }
    var unanswered: Int { gaps.values.reduce(0, +) }
    var measured: Int { planned - unanswered }
    var share: Share { Share(part: measured, whole: known) }
    /// Below this the report says first that it is incomplete.
    var isIncomplete: Bool { share.isBelow(percent: 90) }

    init(of endpoints: [Picture.Endpoint]) {
        var gaps: [Outcome?: Int] = [:]
        var planned = 0
        var partial = 0
        for endpoint in endpoints where endpoint.state != .notAuthorised {
            planned += 1
            guard case .gap(let outcome, _) = endpoint.state else { continue }
            gaps[outcome, default: 0] += 1
            if endpoint.probes.contains(where: { $0.outcome == .answered }) { partial += 1 }
        }
        self.gaps = gaps
        self.planned = planned
        self.partial = partial
        notAuthorised = endpoints.count - planned
    }

    /// Gaps in a fixed order, most frequent first.
    var sortedGaps: [(outcome: Outcome?, count: Int)] {
        gaps.map { (outcome: $0.key, count: $0.value) }
            .sorted { ($1.count, $0.outcome?.rawValue ?? "") < ($0.count, $1.outcome?.rawValue ?? "") }
    }
}

/// What became of asking an endpoint.
enum EndpointState: Equatable {
    case measured
    /// `outcome` is `nil` where no probe was asked.
    case gap(outcome: Outcome?, reason: String)
    case notAuthorised
}

extension Picture.Endpoint {
    var state: EndpointState {
        guard authorised else { return .notAuthorised }
        guard !probes.isEmpty else { return .gap(outcome: nil, reason: "") }
        guard let gap = probes.first(where: { $0.outcome != .answered }) else { return .measured }
        // The address lies outside every authorised network: it was never contacted.
        if probes.contains(where: { $0.outcome == .outOfScope }) { return .notAuthorised }
        return .gap(outcome: gap.outcome, reason: gap.reason)
    }
}
