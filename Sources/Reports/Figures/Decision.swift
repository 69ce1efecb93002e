import Model

/// Something only a person can decide, most pressing first.
enum Decision: Sendable {
    case overdue(Int)
    case incomplete(Share)
    /// Authorisations that end soon or have ended, with the bodies they cover.
    case authorisationEnds([Picture.Authorisation])
    case notAuthorised(Int)
    case exceptionsExpired(Int)
    case exceptionsEnd(Int)
    case certificatesUnattended(Int)

    /// What the figures ask for.
    static func needed(by figures: Figures) -> [Decision] {
        var decisions: [Decision] = []
        if !figures.overdue.isEmpty { decisions.append(.overdue(figures.overdue.count)) }
        let ending = figures.authorisationsEnding(within: 30)
        if !ending.isEmpty { decisions.append(.authorisationEnds(ending)) }
        if figures.coverage.isIncomplete { decisions.append(.incomplete(figures.coverage.share)) }
        if figures.coverage.notAuthorised > 0 { decisions.append(.notAuthorised(figures.coverage.notAuthorised)) }
        let again = figures.exceptions.countingAgain.count
        if again > 0 { decisions.append(.exceptionsExpired(again)) }
        let unattended = figures.certificates.ending(within: 14).count { $0.certificate.looksUnattended }
        if unattended > 0 { decisions.append(.certificatesUnattended(unattended)) }
        let soon = figures.exceptions.ending(within: 30).count
        if soon > 0 { decisions.append(.exceptionsEnd(soon)) }
        return decisions
    }
}

extension Figures {
    /// Authorisations of bodies in the scope whose last day is near or past, soonest first.
    func authorisationsEnding(within days: Int) -> [Picture.Authorisation] {
        let limit = today.number + days
        return authorisations.filter { $0.validUntil.number <= limit }
    }

    /// Authorisations that a body in the scope rests on, soonest end first.
    var authorisations: [Picture.Authorisation] {
        let used = Set(picture.bodies.filter { scope.contains($0.id) }.map(\.authorisation))
        return picture.authorisations.filter { used.contains($0.id) || $0.bodies.contains(where: scope.contains) }
            .sorted { ($0.validUntil.number, $0.id) < ($1.validUntil.number, $1.id) }
    }
}
