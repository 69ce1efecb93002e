import Model

/// For IT leads: where the lists and the network disagree, and what to do about it.
struct WorkListsPage {
    let words: HarmonisationWords

    private var edition: Edition { words.edition }
    private var say: Wording { words.say }
    private var lists: Picture.Harmonisation.WorkLists { words.harmonisation.workLists }

    var title: String { say("Nutzungslisten und Messung", "Usage lists and measurement") }

    var content: HTML {
        .group([
            lead,
            section(
                say("In der Liste, nicht gesehen", "In the list, not seen"),
                say(
                    "Nicht gesehen heißt nicht: nicht da. Viele Fachverfahren zeigen sich nach außen nicht, und was die "
                        + "Flottendatei nicht nennt, wird nicht gefragt.",
                    "Not seen does not mean not there. Many applications show nothing outside, and what the fleet file does "
                        + "not name is not asked."), notSeen),
            section(
                say("Gesehen, nicht in der Liste", "Seen, not in the list"),
                say(
                    "Dienste nennen dieses Produkt, die Liste der Stelle nicht.",
                    "Services name this product, the list of the body does not."), notDeclared),
            section(
                say("In anderer Version gesehen", "Seen in another version"),
                say(
                    "Liste und Dienst nennen verschiedene Versionen desselben Produkts.",
                    "List and service name different versions of the same product."), otherVersion),
            words.source(.workLists),
        ])
    }

    private var lead: HTML {
        let figure = edition.figure(.declaredObserved, lists.count)
        let day = say.day(edition.today)
        let counts = say(
            "\(say.number(lists.notSeen.count)) nicht gesehen, \(say.number(lists.notDeclared.count)) nicht in der Liste, \(say.number(lists.otherVersion.count)) in anderer Version",
            "\(say.number(lists.notSeen.count)) not seen, \(say.number(lists.notDeclared.count)) not in the list, \(say.number(lists.otherVersion.count)) in another version"
        )
        return .p(
            say(
                "Nutzungslisten und Prüflauf vom \(day) widersprechen sich an \(figure) \(say.agree(lists.count, "Punkt", "Punkten")): \(counts). Jede Zeile sagt, was als Nächstes zu tun ist.",
                "Usage lists and the run of \(day) contradict each other at \(figure) \(say.agree(lists.count, "point", "points")): \(counts). Each line says what to do next."
            ))
    }

    private func section(_ title: String, _ explanation: String, _ table: Listing) -> HTML {
        let body: HTML =
            table.rows.isEmpty
            ? .p(.text(say("Hier ist nichts zu tun.", "There is nothing to do here.")))
            : .group([.p(.text(explanation)), table.html(edition)])
        return .group([.h2(nil, .text(title)), body])
    }

    private var nextStep: Listing.Column { .init(title: say("Nächster Schritt", "Next step")) }

    private var notSeen: Listing {
        Listing(
            id: "nicht-gesehen", caption: say("Produkte in Betrieb laut Liste", "Products in use by the list"),
            columns: [
                .init(title: say("Stelle", "Body")), .init(title: say("Fachbereich", "Domain")),
                .init(title: say("Produkt laut Liste", "Product by the list")), nextStep,
            ],
            rows: lists.notSeen.map { entry in
                Listing.Row(cells: [
                    .init(edition.bodyLink(entry.body)), .init(words.domain(entry.domain)),
                    .init(product(entry.product, entry.version)),
                    .init(
                        .text(
                            say(
                                "Nachsehen, ob es noch läuft. Wenn ja und es im Netz erreichbar ist: den Dienst in die "
                                    + "Flottendatei. Wenn nein: „abgeschaltet am“ eintragen.",
                                "Look whether it still runs. If so and it can be reached: name the service in the fleet "
                                    + "file. If not: fill in “retired”."))),
                ])
            }, file: .workLists, filterable: true, limit: 160)
    }

    private var notDeclared: Listing {
        Listing(
            id: "nicht-gelistet", caption: say("Software, die Dienste nennen", "Software services name"),
            columns: [
                .init(title: say("Stelle", "Body")), .init(title: say("Produkt", "Product")),
                .init(title: say("Dienste", "Services")),
                .init(title: say("Offene Befunde dort", "Open findings there"), numeric: true), nextStep,
            ],
            rows: lists.notDeclared.map { seen in
                Listing.Row(cells: [
                    .init(edition.bodyLink(seen.body)), .init(product(seen.product, seen.version)),
                    .init(services(seen.endpoints), sortKey: String(seen.endpoints.count)), findings(seen),
                    .init(
                        .text(
                            say(
                                "Gehört es zu einem Fachbereich: eine Zeile in die Nutzungsliste. Kennt es niemand: "
                                    + "klären, wer es betreibt, und abschalten.",
                                "If it belongs to a domain: a line in the usage list. If nobody knows it: find out who "
                                    + "runs it, and switch it off."))),
                ])
            }, file: .workLists, filterable: true, limit: 160)
    }

    private var otherVersion: Listing {
        Listing(
            id: "andere-version", caption: say("Version laut Liste und gesehen", "Version by the list and as seen"),
            columns: [
                .init(title: say("Stelle", "Body")), .init(title: say("Produkt", "Product")),
                .init(title: say("Laut Liste", "By the list")), .init(title: say("Gesehen", "Seen")),
                .init(title: say("Dienste", "Services")), nextStep,
            ],
            rows: lists.otherVersion.map { entry in
                Listing.Row(cells: [
                    .init(edition.bodyLink(entry.declared.body)), .init(.seen(entry.declared.product)),
                    .init(.seen(entry.declared.version ?? "–")), .init(.seen(entry.seen.version ?? "–")),
                    .init(services(entry.seen.endpoints)),
                    .init(
                        .text(
                            say(
                                "Ist die gesehene neuer: die Liste nachziehen. Ist sie älter: hier fehlt eine Aktualisierung.",
                                "If the one seen is newer: bring the list up to date. If it is older: an update is missing here."
                            ))),
                ])
            }, file: .workLists, filterable: true, limit: 160)
    }

    private func product(_ name: String, _ version: String?) -> HTML {
        .seen(version.map { "\(name) \($0)" } ?? name)
    }

    private func services(_ endpoints: [String]) -> HTML {
        let shown = HTML.joined(endpoints.prefix(4).map { .seen($0) }, ", ")
        let rest = endpoints.count - 4
        return rest > 0
            ? say("\(shown) und \(say.number(rest)) weitere", "\(shown) and \(say.number(rest)) more") : shown
    }

    private func findings(_ seen: Picture.Harmonisation.Seen) -> Listing.Cell {
        let count = HTML.text(say.number(seen.openFindings))
        guard seen.openFindings > 0, edition.picture.body(seen.body) != nil else { return .init(count) }
        return .init(
            .link(edition.address(.body(seen.body)), count), sortKey: String(seen.openFindings))
    }
}
