import Model

/// One body with everything below it: the same six sentences, its list, its exceptions and its authorisation.
struct BodyPage {
    let edition: Edition
    let body: Picture.Body
    let figures: Figures

    init(edition: Edition, body: Picture.Body) {
        self.edition = edition
        self.body = body
        figures = edition.figures.limited(to: body.id)
    }

    private var say: Wording { edition.say }

    var title: String { body.name }

    var content: HTML {
        .group([
            facts, SituationSection(edition: edition, figures: figures).html,
            .h2(.decisions, .text(say("Was zu entscheiden ist", "What has to be decided"))),
            DecisionCards(edition: edition, figures: figures).html, children, balance, openList,
            InheritedSection(edition: edition, figures: figures).html,
            UncountedSections(edition: edition, figures: figures).possible, exceptions,
            PermissionTables(edition: edition, figures: figures).authorisations,
            .h2(
                .certificates,
                .text(say("Ablaufende Zertifikate, nächste 12 Wochen", "Certificates about to expire, next 12 weeks"))),
            CertificateWeeks(edition: edition, figures: figures).html,
        ])
    }

    private var facts: HTML {
        var pairs: [(HTML, HTML)] = [(.text(say("Art", "Kind")), .text(say.kind(body.kind)))]
        if let key = body.key { pairs.append((.text(say("Amtlicher Schlüssel", "Official key")), .text(key))) }
        if let parent = body.parent { pairs.append((.text(say("Gehört zu", "Belongs to")), edition.bodyLink(parent))) }
        pairs.append((.text(say("Zuständig", "Owner")), .text(body.owner)))
        if !body.reportTo.isEmpty {
            pairs.append((.text(say("Bericht an", "Report to")), .text(body.reportTo.joined(separator: ", "))))
        }
        if !body.providers.isEmpty {
            pairs.append(
                (.text(say("IT-Dienstleister", "IT providers")), .joined(body.providers.map(edition.bodyLink), ", ")))
        }
        pairs.append((.text(say("Handlungsbedarf", "Need for action")), Sign.need(figures.need, say)))
        return .div(class: .facts, .terms(pairs))
    }

    private var children: HTML {
        let below = edition.picture.children(of: body.id)
        guard !below.isEmpty else { return .nothing }
        return .group([
            .h2(.bodies, .text(say("Zugehörige Stellen", "Bodies that belong to it"))),
            BodyTable(edition: edition).listing(
                "stellen-tabelle", below, say("Stand der zugehörigen Stellen", "State of the bodies that belong to it")
            ).html(edition),
        ])
    }

    private var balance: HTML {
        guard let comparison = edition.picture.run.comparison else { return .nothing }
        return BalanceTables(edition: edition, comparison: comparison, figures: figures, body: body.id).brief
    }

    private var openList: HTML {
        let heading = HTML.h2(.openList, .text(say("Offene Befunde", "Open findings")))
        guard !figures.open.isEmpty else {
            return .group([
                heading,
                .p(
                    .text(
                        say(
                            "Bei dem, was geprüft wurde, ist kein Befund offen.",
                            "In what was measured, no finding is open."))),
            ])
        }
        let shown = Array(figures.open.prefix(50))
        let table = FindingTable(edition: edition, showsAction: true).listing(
            "liste", say("Offene Befunde, dringende zuerst", "Open findings, urgent ones first"), shown)
        let more = figures.open.count - shown.count
        let rest: HTML =
            more == 0
            ? .nothing
            : .p(
                class: .quiet,
                say(
                    "\(say.number(more)) weitere stehen in der \(HTML.link(edition.address(.findings), "Arbeitsliste")).",
                    "\(say.number(more)) more are in the \(HTML.link(edition.address(.findings), "work list"))."))
        let toDo = HTML.link(edition.address(.findings, .workList), .text(say("Arbeitsliste", "work list")))
        return .group([
            heading, table.html(edition), rest,
            .p(class: .quiet, say("Wie man sie behebt, steht in der \(toDo).", "How to fix them is in the \(toDo).")),
        ])
    }

    private var exceptions: HTML {
        .group([
            .h2(nil, .text(say("Ausnahmen", "Exceptions"))),
            ExceptionTables(edition: edition, figures: figures).all,
        ])
    }
}
