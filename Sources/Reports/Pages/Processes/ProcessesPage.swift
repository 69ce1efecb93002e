import Model

/// What several bodies do for the same service, drawn and counted, and the chains their work passes through.
struct ProcessesPage {
    let edition: Edition

    private var say: Wording { edition.say }
    private var picture: Picture { edition.picture }

    var title: String { say("Prozesse", "Processes") }

    var content: HTML {
        .group([
            picture.processes.isEmpty ? .nothing : lead,
            picture.processes.count > 1 ? contents : .nothing,
            .group(
                picture.processes.enumerated().map { number, group in
                    ProcessSection(edition: edition, group: group, number: number).html
                }),
            ChainSection(edition: edition).html,
        ])
    }

    private var lead: HTML {
        let similarity = edition.figure(.similarity, say("Ähnlichkeit", "similarity"))
        let mediaBreak = edition.figure(.mediaBreak, say("Medienbrüche", "media breaks"))
        return .p(
            say(
                "Dieselbe Leistung, von jeder Stelle so gezeichnet, wie sie dort läuft: Die Bilder stehen im Layout der BPMN-Datei untereinander, \(similarity) und \(mediaBreak) sind daraus gerechnet. Ein Unterschied ist kein Fehler; er zeigt, worüber zu reden ist.",
                "The same service, drawn by each body as it is done there: the pictures stand below each other in the layout of the BPMN file, \(similarity) and \(mediaBreak) are computed from them. A difference is no fault; it shows what to talk about."
            ))
    }

    private var contents: HTML {
        .list(
            picture.processes.enumerated().map { number, group in
                let likeness = group.similarity.map { say.hundredths($0) } ?? "–"
                return
                    "\(HTML.link(.here(.process(number)), .text(say(group.name)))): \(say.count(group.entries.count, .body)), \(say("Ähnlichkeit", "similarity")) \(likeness)"
            })
    }
}

/// One service: its numbers, its drawings, its steps side by side.
struct ProcessSection {
    let edition: Edition
    let group: Picture.ServiceProcesses
    /// Position on the page.
    let number: Int

    private var say: Wording { edition.say }

    var html: HTML {
        .group([
            .h2(.process(number), .text(say(group.name))), summary, numbers.html(edition), drawings,
            ProcessTables(edition: edition, group: group, number: number).html,
        ])
    }

    private var summary: HTML {
        let bodies = say.count(group.entries.count, .body)
        let common = say.number(group.commonSteps)
        let steps = say.count(group.rows.count, .stepDative)
        let found = group.entries.reduce(0) { $0 + $1.mediaBreaks.count }
        let breaks = edition.figure(.mediaBreak, found, .mediaBreak)
        let drawn = say.agree(group.entries.count, say("hat", "has"), say("haben", "have"))
        guard let value = group.similarity else {
            let breaks = edition.figure(.mediaBreak, found, .mediaBreakDative)
            return .p(
                say(
                    "\(bodies) \(drawn) den Ablauf gezeichnet, mit \(breaks). Verglichen wird ab zwei Stellen.",
                    "\(bodies) \(drawn) drawn the process, with \(breaks). It is compared from two bodies on."))
        }
        let similarity = edition.figure(.similarity, say.hundredths(value))
        return .p(
            say(
                "\(bodies) \(drawn) den Ablauf gezeichnet. \(common) von \(steps) \(say.agree(group.commonSteps, "ist", "sind")) allen gemeinsam, die Ähnlichkeit beträgt \(similarity). Zusammen gibt es \(breaks).",
                "\(bodies) \(drawn) drawn the process. \(common) of \(steps) \(say.agree(group.commonSteps, "is", "are")) common to all, the similarity is \(similarity). Together there are \(breaks)."
            ))
    }

    private var numbers: Listing {
        Listing(
            id: "ablauf-\(number)-zahlen", caption: say("Zahlen je Stelle", "Numbers by body"),
            columns: [
                .init(title: say("Stelle", "Body")), .init(title: say("Schritte", "Steps"), numeric: true),
                .init(title: say("Rollen", "Roles"), numeric: true),
                .init(title: say("Systeme", "Systems"), numeric: true),
                .init(title: say("Medienbrüche", "Media breaks"), numeric: true, figure: .mediaBreak),
                .init(title: say("Gezeichnet mit", "Drawn with")),
            ],
            rows: group.entries.map { entry in
                let process = entry.process
                let counts = [
                    process.steps.count, process.roles.count, process.systems.count, entry.mediaBreaks.count,
                ]
                return Listing.Row(
                    cells: [.init(edition.bodyLink(entry.body))] + counts.map { .init(.text(say.number($0))) }
                        + [.init(.seen(process.exporter.isEmpty ? "–" : process.exporter))])
            }, file: .processes)
    }

    private var drawings: HTML {
        .group([
            .h3(nil, .text(say("Die Abläufe im Bild", "The processes drawn"))), legend,
            .tag(.div, [.class(.drawings)], group.entries.enumerated().map(drawing)),
        ])
    }

    private func drawing(_ position: Int, _ entry: Picture.ServiceProcesses.Entry) -> HTML {
        let id = "ablauf-\(number)-\(position)"
        let name = edition.picture.body(entry.body)?.name ?? entry.body
        let chart = ProcessChart(
            process: entry.process, id: id,
            title: say("\(say(group.name)): \(name)", "\(say(group.name)): \(name)"),
            description: ProcessDescription(entry: entry, say: say).text,
            breaks: Set(entry.mediaBreaks.map(\.to.id)), say: say)
        let picture: HTML =
            chart.html.map {
                .tag(
                    .div, [.class(.diagram), .role(.region), .labelledBy("\(id)-name"), .reachableByKeyboard], [$0])
            }
            ?? .p(
                .text(
                    say(
                        "Die Datei enthält kein Layout: Der Ablauf wird verglichen, aber nicht gezeichnet.",
                        "The file has no layout: the process is compared, but not drawn.")))
        return .tag(.figure, [], [.tag(.figcaption, [.id("\(id)-name")], [.strong(.text(name))]), picture])
    }

    private var legend: HTML {
        .p(
            class: .quiet,
            .text(
                say(
                    "Durchgezogener Rand: am System, dessen Name unten im Kasten steht. Gestrichelter Rand: auf Papier oder von Hand. Dünner Rand: nicht gesagt. ▲ im Kasten: Medienbruch zum Schritt davor.",
                    "Solid border: with the system named at the bottom of the box. Dashed border: on paper or by hand. Thin border: not said. ▲ in the box: media break from the step before."
                )))
    }
}

extension Anchor {
    static func process(_ number: Int) -> Anchor { Anchor(id: "ablauf-\(number)") }
    static func system(_ number: Int, of process: Int) -> Anchor { Anchor(id: "ablauf-\(process)-system-\(number)") }
}
