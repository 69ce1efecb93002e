import Model

/// When notice is due, and the months in which several bodies could buy together.
struct ContractsPage {
    let words: HarmonisationWords

    private var edition: Edition { words.edition }
    private var say: Wording { words.say }
    private var harmonisation: Picture.Harmonisation { words.harmonisation }

    var title: String { say("Verträge und gemeinsame Beschaffung", "Contracts and buying together") }

    var content: HTML {
        .group([
            lead, .h2(nil, .text(say("Wann mehrere gemeinsam beschaffen könnten", "When several could buy together"))),
            together, .h2(nil, .text(say("Alle Verträge", "All contracts"))), contracts,
            words.source(.contracts, .buying),
        ])
    }

    private var late: [Picture.Harmonisation.ContractTerm] {
        harmonisation.contracts.filter { $0.noticeBy < harmonisation.day }
    }

    private var lead: HTML {
        let contracts = harmonisation.contracts
        guard let next = contracts.first(where: { $0.noticeBy >= harmonisation.day }) else {
            return .p(
                .text(
                    say(
                        "Keine Nutzungsliste nennt einen Vertrag, der noch gekündigt werden kann.",
                        "No usage list names a contract that can still be given notice.")))
        }
        let count = say.count(contracts.count, .contract)
        let missed: HTML =
            late.isEmpty
            ? .nothing
            : .text(
                say(
                    " Bei \(say.number(late.count)) ist die Kündigungsfrist verstrichen.",
                    " For \(say.number(late.count)) notice can no longer be given in time."))
        return .p(
            say(
                "Die Listen nennen \(count). Die nächste Kündigungsfrist endet am \(say.day(next.noticeBy)): \(HTML.seen(next.product)) bei \(edition.bodyLink(next.body)).\(missed) Kosten stehen hier nur, wo die Stelle sie für die anderen freigibt.",
                "The lists name \(count). The next notice is due on \(say.day(next.noticeBy)): \(HTML.seen(next.product)) at \(edition.bodyLink(next.body)).\(missed) Costs stand here only where the body shares them."
            ))
    }

    private var together: HTML {
        let spans = harmonisation.buyingSpans
        guard !spans.isEmpty else {
            return .p(
                .text(
                    say(
                        "In keinem Monat treffen sich die Fenster von zwei Stellen für denselben Fachbereich.",
                        "In no month do the windows of two bodies meet for the same domain.")))
        }
        let window = edition.figure(.buyingWindow, say("Fenster", "window"))
        return .group([
            .p(
                say(
                    "Die Zahl sagt, wie viele Stellen in diesem Monat für denselben Fachbereich beschaffen könnten, ohne eine Frist zu versäumen (\(window): zwölf Monate vor der Kündigung).",
                    "The number says how many bodies could buy for the same domain in this month without missing a notice (\(window): twelve months before it)."
                )), calendar.html(edition), spanTable(spans).html(edition),
        ])
    }

    /// A year at a glance: as many months as fit a screen and a sheet of paper.
    private static let months = 12

    private var calendar: Listing {
        let start = Month(of: harmonisation.day)
        let months = (0..<Self.months).map { start.adding($0) }
        let domains = harmonisation.domains.filter { domain in
            harmonisation.commonMonths.contains { $0.domain == domain.id && $0.month <= months[months.count - 1] }
        }
        return Listing(
            id: "kalender",
            caption: say("Stellen je Monat, die nächsten zwölf Monate", "Bodies by month, the next twelve months"),
            columns: [.init(title: say("Fachbereich", "Domain"))]
                + months.map { .init(title: say.shortMonth($0), numeric: true) },
            rows: domains.map { domain in
                Listing.Row(
                    cells: [.init(words.domain(domain.id))]
                        + months.map { month in
                            let buyers = harmonisation.commonMonths.first {
                                $0.domain == domain.id && $0.month == month
                            }
                            return .init(.text(buyers.map { say.number($0.bodies.count) } ?? "·"))
                        })
            }, file: .buying, sortable: false, limit: 60, slim: true, matrix: true)
    }

    private func spanTable(_ spans: [Picture.Harmonisation.BuyingSpan]) -> Listing {
        Listing(
            id: "zeitraeume", caption: say("Zeiträume mit denselben Stellen", "Periods with the same bodies"),
            columns: [
                .init(title: say("Zeitraum", "Period")), .init(title: say("Fachbereich", "Domain")),
                .init(title: say("Stellen", "Bodies")),
            ],
            rows: spans.map { span in
                Listing.Row(cells: [
                    .init(.text(BuyingSpanText(say: say).text(span)), sortKey: "\(span.first)"),
                    .init(words.domain(span.domain)),
                    .init(edition.bodyLinks(span.bodies), sortKey: String(span.bodies.count)),
                ])
            }, file: .buying, limit: 160)
    }

    private var contracts: HTML {
        let showsCosts = harmonisation.contracts.contains { $0.sharedCost != nil }
        let cost = Listing.Column(title: say("Euro im Jahr", "Euros a year"), numeric: true)
        return Listing(
            id: "vertraege", caption: say("Nach Kündigungsfrist", "By day of notice"),
            columns: [
                .init(title: say("Kündigen bis", "Notice by")), .init(title: say("Stelle", "Body")),
                .init(title: say("Fachbereich", "Domain")), .init(title: say("Produkt", "Product")),
                .init(title: say("Vertrag bis", "Contract until")),
            ] + (showsCosts ? [cost] : []),
            rows: harmonisation.contracts.map { row($0, showsCosts) }, file: .contracts, filterable: true, limit: 200
        ).html(edition)
    }

    private func row(_ term: Picture.Harmonisation.ContractTerm, _ showsCosts: Bool) -> Listing.Row {
        let isLate = term.noticeBy < harmonisation.day
        let sign = Sign.sign("▲", .high, say("verstrichen", "passed"))
        let notice = HTML.text(say.day(term.noticeBy))
        return Listing.Row(
            cells: [
                .init(isLate ? "\(notice)\(HTML.lineBreak)\(sign)" : notice, sortKey: "\(term.noticeBy)"),
                .init(edition.bodyLink(term.body)), .init(words.domain(term.domain)), .init(.seen(term.product)),
                words.day(term.end),
            ]
                + (showsCosts
                    ? [
                        .init(
                            .text(term.sharedCost.map(say.number) ?? say("nicht freigegeben", "not shared")),
                            sortKey: term.sharedCost.map(String.init) ?? "-1")
                    ] : []))
    }
}
