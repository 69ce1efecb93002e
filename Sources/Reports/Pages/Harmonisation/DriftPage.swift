import Model

/// For administrators: where the same product is configured differently, and how far its versions lie apart.
struct DriftPage {
    let words: HarmonisationWords

    private var edition: Edition { words.edition }
    private var say: Wording { words.say }
    private var drifts: [Picture.Harmonisation.Drift] { words.harmonisation.drifts }
    private var skews: [Picture.Harmonisation.Skew] { words.harmonisation.skews }

    var title: String {
        say("Gleiches Produkt, verschieden eingestellt", "Same product, different configuration")
    }

    var content: HTML {
        .group([
            lead,
            section(
                say("Einstellungen von TLS und SSH", "Configuration of TLS and SSH"),
                say(
                    "Jede Zeile ist eine Gruppe gleich eingestellter Dienste. Genannt ist, was nicht alle Gruppen haben. Eine "
                        + "Abweichung ist kein Fehler; wer gleich einstellt, muss Vorgaben nur einmal schreiben und prüfen.",
                    "Each line is a group of services configured alike. It names what not every group has. A difference is no "
                        + "fault; who configures alike has to write and check rules only once."),
                groups, none: noDifference),
            section(
                say("Versionen", "Versions"),
                say(
                    "Versionslinien desselben Produkts, die neueste zuerst, ohne Tag nach Namen. Version laut Dienst: Ein gepflegtes Paket einer "
                        + "Distribution kann alt heißen und aktuell sein.",
                    "Release lines of the same product, the newest first, without a day by name. Version as the service says: a maintained package "
                        + "of a distribution may have an old name and be up to date."),
                lines,
                none: say(
                    "Kein Produkt ist in mehreren Versionslinien zu sehen.",
                    "No product can be seen in several release lines.")),
            words.source(.configurations, .versions),
        ])
    }

    private var lead: HTML {
        // A product may be seen by TLS and by SSH.
        let products = Set(drifts.map(\.product)).count
        let different = edition.figure(.drift, products)
        let apart = edition.figure(.skew, say("auseinander", "apart"))
        let furthest = skews.compactMap { skew in skew.days.map { (skew.product, $0) } }.max { $0.1 < $1.1 }
        let most: HTML =
            furthest.map { product, days in
                say(
                    " Am weitesten \(apart) liegen die Versionen von \(HTML.seen(product)): \(say.number(days)) \(say.agree(days, "Tag", "Tage")).",
                    " Furthest \(apart) lie the versions of \(HTML.seen(product)): \(say.number(days)) \(say.agree(days, "day", "days"))."
                )
            } ?? .nothing
        return .p(
            say(
                "\(different) \(say.agree(products, "Produkt ist", "Produkte sind")) verschieden eingestellt, \(say.number(skews.count)) \(say.agree(skews.count, "läuft", "laufen")) in mehreren Versionslinien.\(most)",
                "\(different) \(say.agree(products, "product is", "products are")) configured differently, \(say.number(skews.count)) \(say.agree(skews.count, "runs", "run")) in several release lines.\(most)"
            ))
    }

    private func section(_ title: String, _ explanation: String, _ table: Listing, none: String) -> HTML {
        let body: HTML =
            table.rows.isEmpty ? .p(.text(none)) : .group([.p(.text(explanation)), table.html(edition)])
        return .group([.h2(nil, .text(title)), body])
    }

    private var noDifference: String {
        words.harmonisation.compared == 0
            ? say(
                "Von keinem Produkt wurde eine Einstellung ganz gemessen.",
                "Of no product was a configuration measured whole.")
            : say("Kein Unterschied ist zu sehen.", "No difference can be seen.")
    }

    private var groups: Listing {
        Listing(
            id: "einstellungen", caption: say("Gruppen gleicher Einstellung", "Groups configured alike"),
            columns: [
                .init(title: say("Produkt", "Product")), .init(title: say("Stellen", "Bodies")),
                .init(title: say("Dienste", "Services"), numeric: true),
                .init(title: say("Nur in dieser Gruppe", "Only in this group")),
            ],
            rows: drifts.flatMap { drift in drift.groups.map { row($0, of: drift) } }, file: .configurations,
            sortable: false, limit: 160)
    }

    private func row(_ group: Picture.Harmonisation.AlikeGroup, of drift: Picture.Harmonisation.Drift) -> Listing.Row {
        let own = drift.differing.map { aspect -> HTML in
            let values = group.own[aspect] ?? []
            let shown =
                values.isEmpty
                ? HTML.text(say("nichts weiter", "nothing more")) : .joined(values.map { .seen($0) }, ", ")
            return say("\(HTML.text(say(aspect.title))): \(shown)", "\(HTML.text(say(aspect.title))): \(shown)")
        }
        return Listing.Row(cells: [
            .init(.seen("\(drift.product) (\(drift.kind.title))")), .init(edition.bodyLinks(group.bodies)),
            .init(.text(say.number(group.endpoints.count)), sortKey: String(group.endpoints.count)),
            .init(.list(own)),
        ])
    }

    private var lines: Listing {
        Listing(
            id: "versionslinien", caption: say("Versionslinien im Einsatz", "Release lines in use"),
            columns: [
                .init(title: say("Produkt", "Product")),
                .init(title: say("Abstand in Tagen", "Skew in days"), numeric: true),
                .init(title: say("Versionslinie", "Release line")), .init(title: say("Seit", "Since")),
                .init(title: say("Stellen", "Bodies")),
            ],
            rows: skews.flatMap { skew in
                skew.lines.map { line in
                    Listing.Row(cells: [
                        .init(.seen(skew.product)),
                        .init(.text(skew.days.map(say.number) ?? unknown), sortKey: skew.days.map(String.init) ?? "-1"),
                        .init(.seen(line.name)), .init(.text(line.released.map(say.day) ?? unknown)),
                        .init(edition.bodyLinks(line.bodies)),
                    ])
                }
            }, file: .versions, sortable: false, limit: 160)
    }

    private var unknown: String { say("unbekannt", "unknown") }
}
