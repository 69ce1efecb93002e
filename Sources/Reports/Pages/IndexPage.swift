import Model

/// The manager's first screen: where we stand, whether it got better, what to decide.
struct IndexPage {
    let edition: Edition

    private var say: Wording { edition.say }
    private var figures: Figures { edition.figures }

    var title: String { "Lagebild \(edition.picture.cooperation.name)" }

    var content: HTML {
        .group([
            SituationSection(edition: edition, figures: figures).html,
            .h2(.decisions, .text(say("Was Sie entscheiden müssen", "What you have to decide"))),
            DecisionCards(edition: edition, figures: figures).html,
            BodyTable(edition: edition).html,
            .h2(
                .certificates,
                .text(say("Ablaufende Zertifikate, nächste 12 Wochen", "Certificates about to expire, next 12 weeks"))),
            CertificateWeeks(edition: edition, figures: figures).html,
        ])
    }
}

/// The six sentences with their heading.
struct SituationSection {
    let edition: Edition
    let figures: Figures

    var html: HTML {
        let situation = Situation(edition: edition, figures: figures)
        let say = edition.say
        let stopped =
            edition.picture.run.interrupted
            ? HTML.p(
                class: .note,
                .text(
                    say(
                        "Der Prüflauf wurde vorzeitig beendet; was nicht gefragt wurde, zählt als nicht geprüft.",
                        "The run was stopped early; what was not asked counts as not measured."))) : .nothing
        return .group([
            .h2(.situation, .text(say("Die Lage in sechs Sätzen", "The situation in six sentences"))),
            situation.alarm.map { .p(class: .alarm, $0) } ?? .nothing, stopped, ruleErrors,
            .tag(.ol, [.class(.lead)], situation.sentences.map { .tag(.li, [], [$0]) }),
            situation.inherited.map { .p(class: .note, $0) } ?? .nothing,
        ])
    }

    /// A rule that failed is never silent: what it should have judged is not measured.
    private var ruleErrors: HTML {
        let failed = edition.picture.rules.filter { $0.error != nil }
        guard !failed.isEmpty else { return .nothing }
        let say = edition.say
        let links = say.enumeration(failed.map { edition.ruleLink($0.id) })
        return .p(
            class: .note,
            say(
                "\(say.count(failed.count, .rule)) \(say.agree(failed.count, "konnte", "konnten")) nicht urteilen: \(links). Was sie prüfen sollten, zählt als nicht gemessen.",
                "\(say.count(failed.count, .rule)) could not judge: \(links). What they should have judged counts as not measured."
            ))
    }
}

/// The bars of the next twelve weeks with the way to the same numbers.
struct CertificateWeeks {
    let edition: Edition
    let figures: Figures

    var html: HTML {
        let say = edition.say
        let table = HTML.link(edition.address(.certificates), .text(say("Tabelle", "table")))
        let file = HTML.link(.data(.certificates), .text("CSV"))
        let calendar = HTML.link(.data(.calendar), .text(say("Kalenderdatei (iCal)", "calendar file (iCal)")))
        let expired = figures.certificates.expired.count
        let gone =
            expired == 0
            ? ""
            : say(
                " Bereits abgelaufen und nicht gezeigt: \(say.number(expired)).",
                " Already expired and not shown: \(say.number(expired)).")
        return .tag(
            .figure, [],
            [
                WeekBars(weeks: figures.certificates.weeks(12), say: say).html,
                .tag(
                    .figcaption, [],
                    [
                        say(
                            "Kalenderwochen; die ersten zwei sind hervorgehoben. Dieselben Zahlen: \(table), \(calendar), \(file).\(gone)",
                            "Calendar weeks; the first two are highlighted. The same numbers: \(table), \(calendar), \(file).\(gone)"
                        )
                    ]),
            ])
    }
}
