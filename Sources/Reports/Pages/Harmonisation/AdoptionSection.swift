import Model

/// What bodies could take over from their neighbours, each with its reasons.
struct AdoptionSection {
    let words: HarmonisationWords

    private var edition: Edition { words.edition }
    private var say: Wording { words.say }
    private var adoption: [Picture.Harmonisation.Adoption] { words.harmonisation.adoption }

    /// Ranks shown of each body and domain; the file has all.
    private static let ranks = 2

    var html: HTML {
        let heading = HTML.h2(
            nil, .text(say("Was sich von Nachbarn übernehmen lässt", "What can be taken over from neighbours")))
        guard !adoption.isEmpty else {
            return .group([
                heading,
                .p(
                    .text(
                        say(
                            "Wer ein Produkt hat, arbeitet schon mit dem vereinbarten oder mit dem aller Nachbarn.",
                            "Whoever has a product works with the agreed one already, or with that of all neighbours."))
                ),
            ])
        }
        let rank = edition.figure(.adoptionRank, say("Rang", "rank"))
        let intro: HTML = say(
            "Für jede Stelle, die nicht mit dem Vereinbarten arbeitet, was Nachbarn nutzen: die ersten zwei nach \(rank), mit den Gründen. Ein Rang ist ein Hinweis, keine Empfehlung: Kosten und fachliche Eignung kennt dieser Bericht nicht.",
            "For each body that does not work with what was agreed, what neighbours use: the first two by \(rank), with the reasons. A rank is a hint, no recommendation: this report does not know costs and fitness."
        )
        return .group([heading, .p(intro), table.html(edition)])
    }

    private var table: Listing {
        Listing(
            id: "uebernahme-kandidaten", caption: say("Kandidaten mit Gründen", "Candidates with reasons"),
            columns: [
                .init(title: say("Stelle", "Body")), .init(title: say("Fachbereich", "Domain")),
                .init(title: say("Heute", "Today")), .init(title: say("Rang", "Rank"), numeric: true),
                .init(title: say("Kandidat", "Candidate")), .init(title: say("Gründe", "Reasons")),
            ],
            rows: adoption.flatMap { entry in
                entry.candidates.filter { $0.rank <= Self.ranks || $0.isTarget }.map { row($0, entry) }
            }, file: .adoption, filterable: true, limit: 200)
    }

    private func row(
        _ candidate: Picture.Harmonisation.Candidate, _ entry: Picture.Harmonisation.Adoption
    ) -> Listing.Row {
        Listing.Row(cells: [
            .init(edition.bodyLink(entry.body)), .init(words.domain(entry.domain)), .init(words.products(entry.today)),
            .init(.text(say.number(candidate.rank))), .init(.seen(candidate.product)),
            .init(.list(reasons(candidate)), sortKey: String(candidate.neighbours.count)),
        ])
    }

    /// In the order in which they weigh.
    private func reasons(_ candidate: Picture.Harmonisation.Candidate) -> [HTML] {
        [
            candidate.isTarget ? .strong(.text(say("vereinbart", "agreed"))) : nil, neighbours(candidate),
            .text(support(candidate.supportDays)), contracts(candidate), .text(findings(candidate)),
        ].compactMap(\.self)
    }

    private func neighbours(_ candidate: Picture.Harmonisation.Candidate) -> HTML {
        let names = edition.bodyLinks(Array(candidate.neighbours.prefix(4)))
        let rest = candidate.neighbours.count - 4
        let more = rest > 0 ? say(" und \(say.number(rest)) weitere", " and \(say.number(rest)) more") : ""
        let count = say.count(candidate.neighbours.count, .neighbour)
        return "\(count): \(names)\(more)"
    }

    private func support(_ days: Int?) -> String {
        guard let days else { return say("Support-Ende nicht bekannt", "end of support not known") }
        return days < 0
            ? say(
                "Support vor \(say.count(-days, .dayDative)) beendet", "support ended \(say.count(-days, .day)) ago")
            : say("Support noch \(say.count(days, .day))", "supported for \(say.count(days, .day))")
    }

    private func contracts(_ candidate: Picture.Harmonisation.Candidate) -> HTML? {
        guard !candidate.meeting.isEmpty else { return nil }
        let count = say.count(candidate.meeting.count, .neighbour)
        return .link(
            words.address(.contracts),
            .text(
                say(
                    "Vertrag in denselben Monaten erneuerbar wie bei \(count)",
                    "contract renewable in the same months as at \(count)")))
    }

    private func findings(_ candidate: Picture.Harmonisation.Candidate) -> String {
        guard candidate.endpoints > 0 else {
            return say("im Netz nirgends gesehen", "seen nowhere on the network")
        }
        let findings = say.count(candidate.openFindings, .finding)
        return say(
            "\(findings) offen an \(say.count(candidate.endpoints, .serviceDative)), wo es läuft",
            "\(findings) open at \(say.count(candidate.endpoints, .service)) where it runs")
    }
}
