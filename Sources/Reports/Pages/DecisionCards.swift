import Model

/// What a manager has to decide: at most three cards, or a calm sentence.
struct DecisionCards {
    let edition: Edition
    let figures: Figures

    private var say: Wording { edition.say }

    var html: HTML {
        let decisions = Decision.needed(by: figures)
        guard !decisions.isEmpty else { return .p(.text(calm)) }
        let cards = decisions.prefix(3).map { HTML.tag(.li, [], [card($0)]) }
        return .group([.tag(.ul, [.class(.cards), .role(.list)], cards), further(decisions.count - 3)])
    }

    private var calm: String {
        say(
            "Heute ist nichts zu entscheiden: Keine Frist ist überschritten, keine Freigabe fehlt oder endet in den nächsten "
                + "30 Tagen, keine Ausnahme läuft ab.",
            "Nothing has to be decided today: no deadline has passed, no authorisation is missing or ends within 30 days, no "
                + "exception ends.")
    }

    private func further(_ count: Int) -> HTML {
        guard count > 0 else { return .nothing }
        let pages = [PageName.exceptions, .permissions, .certificates].map {
            HTML.link(edition.address($0), .text(say($0.menuTitle)))
        }
        let rest = say.enumeration(pages)
        return .p(class: .quiet, say("Weniger eilig: siehe \(rest).", "Less pressing: see \(rest)."))
    }

    private func card(_ decision: Decision) -> HTML {
        switch decision {
        case .overdue(let count):
            card(
                say.number(count),
                say(
                    "\(say.agree(count, "Frist ist überschritten und braucht", "Fristen sind überschritten und brauchen")) "
                        + "einen neuen Termin oder eine Ausnahme.",
                    "\(say.agree(count, "deadline has passed and needs", "deadlines have passed and need")) a new date or an exception."
                ),
                .findings, .overdue, say("Liste", "List"))
        case .authorisationEnds(let ending): authorisations(ending)
        case .incomplete(let share):
            card(
                say.share(share),
                say(
                    "der bekannten Dienste wurden geprüft. Wer sorgt dafür, dass der Rest antwortet oder freigegeben wird?",
                    "of the known services were measured. Who sees to it that the rest answers or is authorised?"),
                .permissions, .notScanned, say("Was fehlt", "What is missing"))
        case .notAuthorised(let count):
            card(
                say.number(count),
                say(
                    "\(Noun.service(count, .de)) \(say.agree(count, "darf", "dürfen")) mangels Freigabe nicht geprüft werden.",
                    "\(Noun.service(count, .en)) may not be asked because no authorisation covers \(say.agree(count, "it", "them"))."
                ),
                .permissions, .notScanned, say("Freigaben", "Authorisations"))
        case .exceptionsExpired(let count):
            card(
                say.number(count),
                say(
                    "\(Noun.exception(count, .de)) \(say.agree(count, "ist abgelaufen, ihr Befund zählt", "sind abgelaufen, ihre Befunde zählen")) wieder: verlängern oder beheben.",
                    "\(Noun.exception(count, .en)) \(say.agree(count, "is", "are")) over and count again: extend or fix."
                ),
                .exceptions, .decisions, say("Ausnahmen", "Exceptions"))
        case .exceptionsEnd(let count):
            card(
                say.number(count),
                say(
                    "\(Noun.exception(count, .de)) \(say.agree(count, "endet", "enden")) in den nächsten 30 Tagen.",
                    "\(Noun.exception(count, .en)) \(say.agree(count, "ends", "end")) within 30 days."),
                .exceptions, .decisions, say("Ausnahmen", "Exceptions"))
        case .certificatesUnattended(let count):
            card(
                say.number(count),
                say(
                    "\(Noun.certificate(count, .de)) \(say.agree(count, "endet", "enden")) in den nächsten 14 Tagen ohne erkennbare automatische Erneuerung: Wer erneuert?",
                    "\(Noun.certificate(count, .en)) \(say.agree(count, "ends", "end")) within 14 days without recognisable automatic renewal: who renews?"
                ),
                .certificates, .certificates, say("Zertifikate", "Certificates"))
        }
    }

    private func authorisations(_ ending: [Picture.Authorisation]) -> HTML {
        let count = ending.count
        let first = ending.first
        let over = first.map { $0.validUntil < edition.today } ?? false
        let day = first.map { say.nearDay($0.validUntil, seenFrom: edition.today) } ?? ""
        let names = first?.bodies.prefix(2).compactMap { edition.picture.body($0)?.name }.joined(separator: ", ") ?? ""
        let who = count == 1 && !names.isEmpty ? " (\(names))" : ""
        let when: String = say(
            over
                ? "\(count == 1 ? "endete" : "enden, die erste endete") am \(day)"
                : "\(count == 1 ? "endet" : "enden, die erste") am \(day)",
            over
                ? "\(count == 1 ? "ended" : "end, the first ended") on \(day)"
                : "\(count == 1 ? "ends" : "end, the first") on \(day)")
        return card(
            say.number(count),
            say(
                "\(count == 1 ? "Freigabe" : "Freigaben")\(who) \(when); danach ruhen dort die Prüfungen.",
                "\(count == 1 ? "authorisation" : "authorisations")\(who) \(when); after that nothing is asked there."),
            .permissions, nil, say("Freigaben", "Authorisations"))
    }

    private func card(_ amount: String, _ text: String, _ page: PageName, _ anchor: Anchor?, _ label: String) -> HTML {
        "\(HTML.span(class: .amount, .text(amount)))\(text) \(HTML.link(edition.address(page, anchor), .text(label)))"
    }
}
