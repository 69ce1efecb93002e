import Model

/// A service's processes as tables: steps side by side, likeness, media breaks, systems.
struct ProcessTables {
    let edition: Edition
    let group: Picture.ServiceProcesses
    let number: Int

    private var say: Wording { edition.say }
    private var id: String { "ablauf-\(number)" }

    var html: HTML {
        .group([
            section(say("Schritt für Schritt", "Step by step"), steps),
            group.pairs.isEmpty ? .nothing : section(say("Wie ähnlich sie sich sind", "How alike they are"), pairs),
            breaks.rows.isEmpty
                ? .p(.text(say("Kein Ablauf hat einen Medienbruch.", "No process has a media break.")))
                : section(say("Medienbrüche", "Media breaks"), breaks),
            systems.rows.isEmpty
                ? .p(.text(say("Kein Ablauf nennt ein System.", "No process names a system.")))
                : section(say("Systeme und Inventar", "Systems and inventory"), systems),
        ])
    }

    private func section(_ title: String, _ table: Listing) -> HTML {
        .group([.h3(nil, .text(title)), table.html(edition)])
    }

    private func name(_ body: String) -> String { edition.picture.body(body)?.name ?? body }

    private var steps: Listing {
        Listing(
            id: id + "-schritte",
            caption: say(
                "Wer welchen Schritt womit tut; „–“: diesen Schritt gibt es dort nicht",
                "Who does which step with what; “–”: there is no such step"),
            columns: [.init(title: say("Schritt", "Step"))] + group.entries.map { .init(title: name($0.body)) },
            rows: group.rows.map { row in
                Listing.Row(
                    cells: [.init(.seen(row.name))]
                        + zip(group.entries, row.steps).map { entry, step in
                            .init(step.map { self.step($0, entry) } ?? "–")
                        })
            }, file: .processes, sortable: false, limit: 150)
    }

    private func step(_ step: ProcessModel.Node, _ entry: Picture.ServiceProcesses.Entry) -> HTML {
        let systems = step.systems.compactMap(systemLink)
        let with = systems.isEmpty ? HTML.text(say.medium(step.medium)) : .joined(systems, ", ")
        let isBreak = entry.mediaBreaks.contains { $0.to.id == step.id }
        let other: HTML = isBreak ? "\(HTML.lineBreak)\(Sign.mediaBreak(say))" : .nothing
        guard !step.role.isEmpty else { return "\(with)\(other)" }
        return "\(with)\(HTML.lineBreak)\(HTML.small(.seen(step.role)))\(other)"
    }

    private func systemLink(_ id: String) -> HTML? {
        guard let position = group.systems.firstIndex(where: { $0.system.id == id }) else { return nil }
        return .link(.here(.system(position, of: number)), .seen(group.systems[position].system.name))
    }

    private var pairs: Listing {
        Listing(
            id: id + "-paare",
            caption: say(
                "1 ist derselbe Ablauf, 0 hat nichts gemeinsam", "1 is the same process, 0 has nothing in common"),
            columns: [
                .init(title: say("Stelle", "Body")), .init(title: say("und Stelle", "and body")),
                .init(title: say("Ähnlichkeit", "Similarity"), numeric: true, figure: .similarity),
                .init(title: say("davon Schritte", "of it steps"), numeric: true),
                .init(title: say("davon Reihenfolge", "of it order"), numeric: true),
            ],
            rows: group.pairs.map { pair in
                Listing.Row(cells: [
                    .init(edition.bodyLink(pair.left)), .init(edition.bodyLink(pair.right)),
                    .init(.text(say.hundredths(pair.similarity))), .init(.text(say.hundredths(pair.steps))),
                    .init(.text(pair.order.map { say.hundredths($0) } ?? "–")),
                ])
            }, limit: 100)
    }

    private var breaks: Listing {
        let rows = group.entries.flatMap { entry in
            entry.mediaBreaks.map { found in
                Listing.Row(cells: [
                    .init(edition.bodyLink(entry.body)), .init(.seen(found.from.name)), .init(.seen(found.to.name)),
                    .init(
                        .text(
                            found.onto == .paper
                                ? say("vom System auf Papier", "from the system onto paper")
                                : say("vom Papier ins System", "from paper into the system"))),
                ])
            }
        }
        return Listing(
            id: id + "-medienbrueche",
            caption: say("Hier wird gedruckt, getippt oder gescannt", "Here people print, type or scan"),
            columns: [
                .init(title: say("Stelle", "Body")), .init(title: say("Nach dem Schritt", "After the step")),
                .init(title: say("Vor dem Schritt", "Before the step")), .init(title: say("Richtung", "Direction")),
            ],
            rows: rows, limit: 100)
    }

    private var systems: Listing {
        Listing(
            id: id + "-systeme",
            caption: say(
                "Was die Abläufe nennen, neben Nutzungslisten und Messung",
                "What the processes name, beside usage lists and measurement"),
            columns: [
                .init(title: say("System", "System")), .init(title: say("Genannt bei", "Named at")),
                .init(title: say("In der Nutzungsliste von", "In the usage list of")),
                .init(title: say("Gesehen an", "Seen at")),
            ],
            rows: group.systems.enumerated().map(system), limit: 100)
    }

    private func system(_ position: Int, _ use: Picture.ServiceProcesses.System) -> Listing.Row {
        let product =
            use.system.isCatalogued
            ? HTML.small(.seen(use.system.id))
            : HTML.small(.text(say("ohne Kennung des Katalogs", "without an id of the catalogue")))
        let places = use.seen.prefix(6).map { HTML.seen($0.endpoint) }
        let rest = use.seen.count - places.count
        let more = rest > 0 ? " … (+\(say.number(rest)))" : ""
        let inventory = HTML.link(edition.address(.software), .text(say("im Inventar", "in the inventory")))
        return Listing.Row(
            cells: [
                .init("\(HTML.seen(use.system.name))\(HTML.lineBreak)\(product)"),
                .init(edition.bodyLinks(use.bodies)),
                .init(use.listed.isEmpty ? .text(say("keiner", "none")) : edition.bodyLinks(use.listed)),
                .init(
                    places.isEmpty
                        ? .text(say("nicht gesehen", "not seen"))
                        : "\(HTML.joined(places, ", "))\(more) (\(inventory))"),
            ], anchor: .system(position, of: number))
    }
}

extension Sign {
    static func mediaBreak(_ say: Wording) -> HTML { sign("▲", .medium, say("Medienbruch", "media break")) }
}
