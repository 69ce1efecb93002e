import Model

/// The counties side by side, each with everything below it, and the other bodies in a table of their own.
struct BodyTable {
    let edition: Edition

    private var say: Wording { edition.say }
    private var picture: Picture { edition.picture }

    var html: HTML {
        let counties = picture.topCounties
        let others = picture.topBodies.filter { body in !counties.contains { $0.id == body.id } }
        return .group([
            .h2(.bodies, .text(heading(counties.count))),
            listing("stellen-tabelle", counties.isEmpty ? others : counties, counties.isEmpty ? caption : countyCaption)
                .html(edition),
            counties.isEmpty ? .nothing : listing("weitere-stellen", others, otherCaption).html(edition),
            .p(class: .quiet, .text(noRanking)),
        ])
    }

    private func heading(_ counties: Int) -> String {
        switch counties {
        case 0: say("Die Stellen im Einzelnen", "The bodies one by one")
        case 1: say("Der Landkreis", "The county")
        default: say("Die \(say.spelled(counties)) Landkreise", "The \(say.spelled(counties)) counties")
        }
    }

    private var countyCaption: String {
        say(
            "Stand je Landkreis einschließlich der zugehörigen Stellen",
            "State of each county with the bodies that belong to it")
    }
    private var otherCaption: String { say("Weitere Stellen des Verbunds", "Further bodies of the cooperation") }
    private var caption: String { say("Stand je Stelle", "State of each body") }

    private var noRanking: String {
        say(
            "Keine Rangliste: Die Stellen betreiben unterschiedlich viele und unterschiedlich alte Systeme. Verglichen wird "
                + "jede mit ihrem eigenen früheren Stand.",
            "Not a ranking: the bodies run different numbers of systems of different age. Each is compared with its own "
                + "earlier state.")
    }

    func listing(_ id: String, _ bodies: [Picture.Body], _ caption: String) -> Listing {
        Listing(
            id: id, caption: caption,
            columns: [
                .init(title: say("Stelle", "Body")),
                .init(title: say("Geprüft", "Measured"), numeric: true, figure: .measured),
                .init(title: say("Dringend offen", "Urgent open"), numeric: true, figure: .urgent),
                .init(title: say("Über Frist", "Overdue"), numeric: true, figure: .overdue),
                .init(title: say("Handlungsbedarf", "Need for action"), figure: .need),
                .init(title: say("Offene Befunde, 6 Monate", "Open findings, 6 months"), figure: .trend),
                .init(title: say("Behoben nach (Median)", "Fixed after (median)"), figure: .median),
            ],
            rows: bodies.map { row($0, edition.figures.limited(to: $0.id)) })
    }

    private func row(_ body: Picture.Body, _ figures: Figures) -> Listing.Row {
        let coverage = figures.coverage
        let share = HTML.small(
            .text(coverage.known == 0 ? say("keine Dienste", "no services") : say.share(coverage.share)))
        let gap: HTML =
            coverage.isIncomplete
            ? "\(HTML.lineBreak)\(Sign.sign("◆", .unknown, say("unvollständig", "incomplete")))" : .nothing
        let part = say(
            "\(say.number(coverage.measured)) von \(say.number(coverage.known))",
            "\(say.number(coverage.measured)) of \(say.number(coverage.known))")
        let now = HTML.text(say.number(figures.open.count))
        let trend = Sparkline(points: figures.trend, say: say).html
        return Listing.Row(cells: [
            .init(.link(edition.address(.body(body.id)), .text(body.name))),
            .init("\(part)\(HTML.lineBreak)\(share)\(gap)", sortKey: String(coverage.share.tenthsOfPercent)),
            .init(.text(say.number(figures.urgent.count))),
            .init(.text(say.number(figures.overdue.count))),
            .init(Sign.need(figures.need, say), sortKey: String(figures.need.rank)),
            .init(
                trend ?? "\(now) \(HTML.small(.text(say("(noch kein Verlauf)", "(no trend yet)"))))",
                sortKey: String(figures.open.count)),
            .init(.text(median(figures.medianDaysToFix)), sortKey: String(figures.medianDaysToFix ?? 9_999)),
        ])
    }

    private func median(_ days: Int?) -> String {
        days.map { say.count($0, .day) } ?? say("zu wenige Fälle", "too few cases")
    }
}

extension Need {
    var rank: Int {
        switch self {
        case .high: 0
        case .medium: 1
        case .unknown: 2
        case .none: 3
        }
    }
}
