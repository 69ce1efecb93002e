import Model

extension Picture.Harmonisation.Domain {
    var unknown: [String] { cells.filter { $0.state == .unknown }.map(\.body) }

    /// Installations that somebody runs for others.
    var shared: [Picture.Harmonisation.Installation] { installations.filter { $0.provider != nil } }
}

extension Picture.Harmonisation {
    var coverage: Share { Share(part: totals.known, whole: totals.answers) }
    var agreed: [Domain] { domains.filter { $0.target != nil } }

    /// Bodies on the agreed product, of those with one, over the domains for which one was agreed.
    var targetShare: Share { Share(part: totals.onTarget, whole: totals.withTarget) }

    var migrationsLeft: [Migration] { domains.flatMap { $0.target?.left ?? [] } }
    var installations: Int { domains.reduce(0) { $0 + $1.installations.count } }

    /// Months in a row in which the same bodies could buy for a domain.
    struct BuyingSpan: Sendable, Equatable {
        let first: Month
        let last: Month
        let domain: String
        let bodies: [String]
    }

    /// The soonest first.
    var buyingSpans: [BuyingSpan] {
        let spans = Dictionary(grouping: commonMonths, by: \.domain).values.flatMap { months in
            months.sorted { $0.month < $1.month }.reduce(into: [BuyingSpan]()) { spans, next in
                if let span = spans.last, span.bodies == next.bodies, span.last.adding(1) == next.month {
                    spans[spans.count - 1] = BuyingSpan(
                        first: span.first, last: next.month, domain: span.domain, bodies: span.bodies)
                } else {
                    spans.append(
                        BuyingSpan(first: next.month, last: next.month, domain: next.domain, bodies: next.bodies))
                }
            }
        }
        return spans.sorted { ($0.first, $0.last, $0.domain) < ($1.first, $1.last, $1.domain) }
    }
}
