import Model

/// How index and coverage went, run by run, as the lists were recorded there.
struct IndexTrend {
    let words: HarmonisationWords

    private var say: Wording { words.say }
    private var points: [Picture.Harmonisation.TrendPoint] { words.harmonisation.trend }

    var html: HTML {
        let title = HTML.h2(nil, .text(say("Verlauf des Index", "How the index went")))
        guard points.count > 1, let first = points.first, let last = points.last else {
            return .group([
                title,
                .p(
                    .text(
                        say(
                            "Ein Verlauf steht hier, sobald zwei Prüfläufe die Nutzungslisten festgehalten haben.",
                            "A history stands here once two runs have recorded the usage lists."))),
            ])
        }
        return .group([
            title,
            .tag(
                .figure, [],
                [
                    IndexChart(points: points, say: say).html,
                    .tag(.figcaption, [], [caption]),
                ]),
            table.html(words.edition), domains(first, last).html(words.edition),
        ])
    }

    private var caption: HTML {
        let file = HTML.link(.data(.harmonisationTrend), .text("CSV"))
        return say(
            "Durchgezogen: Index über alle Fachbereiche. Gestrichelt: Anteil bekannter Antworten. Steigt der Anteil, kann sich der Index ändern, ohne dass jemand umgestellt hat. Dieselben Zahlen: Tabelle, \(file).",
            "Solid: index over all domains. Dashed: share of known answers. When the share rises, the index can change without anybody having moved. The same numbers: table, \(file)."
        )
    }

    private var table: Listing {
        Listing(
            id: "verlauf", caption: say("Stand der Listen bei den Prüfläufen", "State of the lists at the runs"),
            columns: [
                .init(title: say("Prüflauf vom", "Run of")),
                .init(title: say("Index", "Index"), numeric: true, figure: .harmonisationIndex),
                .init(title: say("Bekannte Antworten", "Known answers"), numeric: true, figure: .usageCoverage),
            ],
            rows: points.map { point in
                Listing.Row(cells: [
                    words.day(point.day), .init(.text(point.index.map(say.index) ?? "–")),
                    .init(
                        .text(
                            say(
                                "\(say.number(point.known)) von \(say.number(point.answers))",
                                "\(say.number(point.known)) of \(say.number(point.answers))"))),
                ])
            }, sortable: false)
    }

    /// Then and now, by domain.
    private func domains(
        _ first: Picture.Harmonisation.TrendPoint, _ last: Picture.Harmonisation.TrendPoint
    ) -> Listing {
        Listing(
            id: "verlauf-fachbereiche",
            caption: say("Index je Fachbereich, damals und zuletzt", "Index of each domain, then and last"),
            columns: [
                .init(title: say("Fachbereich", "Domain")),
                .init(title: say.day(first.day), numeric: true), .init(title: say.day(last.day), numeric: true),
            ],
            rows: words.harmonisation.domains.map { domain in
                Listing.Row(
                    cells: [.init(words.domain(domain.id))]
                        + [first, last].map { .init(.text($0.indexes[domain.id].map(say.index) ?? "–")) })
            }, sortable: false, limit: 100)
    }
}
