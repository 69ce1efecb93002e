import Model

extension Contract {
    /// Months in which a successor can be bought in time: the twelve before notice has to be given, and that one.
    package var buyingWindow: ClosedRange<Month> {
        let last = Month(of: noticeBy)
        return last.adding(-12)...last
    }
}

/// A contract of a body with the dates that matter.
package struct ContractEntry: Sendable, Equatable {
    package let body: String
    package let domain: String
    package let product: String
    package let contract: Contract

    /// Notice can no longer be given in time.
    package func isTooLate(on day: Day) -> Bool { contract.noticeBy < day }
}

/// A month in which several bodies could buy for a domain together.
package struct CommonMonth: Sendable, Equatable {
    package let month: Month
    package let domain: String
    package let bodies: [String]
}

extension SoftwareComparison {
    /// Contracts of what is in use, the first notice first.
    package func contracts(in chosen: [String]? = nil) -> [ContractEntry] {
        (chosen ?? domains).flatMap { domain in
            bodies.flatMap { body in
                position(of: body, in: domain).inUse.compactMap { usage in
                    usage.contract.map {
                        ContractEntry(body: body, domain: domain, product: usage.product ?? "", contract: $0)
                    }
                }
            }
        }
        .sorted {
            ($0.contract.noticeBy, $0.domain, $0.body, $0.product) < (
                $1.contract.noticeBy, $1.domain, $1.body, $1.product
            )
        }
    }

    /// From the day's month on, as far as contracts reach; a month counts where at least two bodies could buy.
    package func commonMonths(in domain: String) -> [CommonMonth] {
        let start = Month(of: day)
        // Contracts that end in a distant future would make an endless calendar.
        let end = start.adding(120)
        var buyers: [Month: Set<String>] = [:]
        for entry in contracts(in: [domain]) where !entry.isTooLate(on: day) {
            let window = entry.contract.buyingWindow
            var month = max(window.lowerBound, start)
            while month <= min(window.upperBound, end) {
                buyers[month, default: []].insert(entry.body)
                month = month.adding(1)
            }
        }
        return buyers.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }
            .map { CommonMonth(month: $0.key, domain: domain, bodies: $0.value.sorted()) }
    }
}
