import Model

/// For a council in a minute: how far the software in use is harmonised, and who works with what.
struct HarmonisationPage {
    let words: HarmonisationWords

    private var edition: Edition { words.edition }
    private var say: Wording { words.say }
    private var harmonisation: Picture.Harmonisation { words.harmonisation }

    var title: String { say("Harmonisierung der Software", "Harmonisation of software") }

    var content: HTML {
        .group([
            alarm, HarmonisationSentences(words: words).html,
            .h2(nil, .text(say("Die Fachbereiche", "The domains"))), DomainTable(words: words).html,
            HarmonisationMatrix(words: words).html, SharedInstallations(words: words).html,
            IndexTrend(words: words).html, limits,
        ])
    }

    private var alarm: HTML {
        guard harmonisation.coverage.isBelow(percent: 50) else { return .nothing }
        return .p(
            class: .alarm,
            .text(
                say(
                    "Die Aussagen sind unvollständig: Weniger als die Hälfte der Antworten ist bekannt.",
                    "The statements are incomplete: fewer than half of the answers are known.")))
    }

    private var limits: HTML {
        .group([
            .h2(nil, .text(say("Was diese Zahlen nicht sagen", "What these numbers do not say"))),
            .list([
                .text(
                    say(
                        "Sie ruhen auf dem, was die Stellen in ihre Nutzungslisten schreiben. Was davon im Netz zu sehen ist, "
                            + "steht unter „Listen und Messung“.",
                        "They rest on what the bodies write into their usage lists. What of it can be seen on the network "
                            + "stands under “Lists and measurement”.")),
                .text(
                    say(
                        "Keine Rangliste: Gleich zu sein ist kein Ziel an sich. Verglichen wird der Verbund mit seinem eigenen "
                            + "früheren Stand.",
                        "No ranking: being alike is no aim in itself. The cooperation is compared with its own earlier state."
                    )),
                .text(
                    say(
                        "Dasselbe Produkt heißt nicht dieselbe Einrichtung: Versionen, Schnittstellen und Abläufe können sich "
                            + "unterscheiden.",
                        "The same product does not mean the same set-up: versions, interfaces and processes may differ."
                    )),
            ]),
            words.source(.harmonisation, .harmonisationTrend),
        ])
    }
}

/// The situation of harmonisation in sentences.
private struct HarmonisationSentences {
    let words: HarmonisationWords

    private var edition: Edition { words.edition }
    private var say: Wording { words.say }
    private var harmonisation: Picture.Harmonisation { words.harmonisation }

    var html: HTML {
        let sentences = [compared, answers, index, target, installations, lists, buying].compactMap(\.self)
        return .tag(.ol, [.class(.lead)], sentences.map { .tag(.li, [], [$0]) })
    }

    private var compared: HTML? {
        let bodies = say.count(harmonisation.bodies.count, .body)
        let domains = say.count(harmonisation.domains.count, .domainDative)
        let day = say.day(harmonisation.day)
        return say(
            "Verglichen werden \(HTML.strong(.text(bodies))) in \(HTML.strong(.text(domains))), so wie ihre Nutzungslisten es für den \(day) sagen.",
            "\(HTML.strong(.text(bodies))) are compared in \(HTML.strong(.text(domains))), as their usage lists say for \(day)."
        )
    }

    private var answers: HTML? {
        let coverage = harmonisation.coverage
        let known = edition.figure(.usageCoverage, coverage.part)
        let all = say.count(coverage.whole, Noun("Antwort", "Antworten", "answer", "answers"))
        let share = say.share(coverage)
        let missing = coverage.whole - coverage.part
        let rest: HTML =
            missing == 0
            ? .nothing
            : .text(
                say(
                    " \(say.number(missing)) \(say.agree(missing, "fehlt", "fehlen")); das zählt nie als „keine Software“.",
                    " \(say.number(missing)) \(say.agree(missing, "is", "are")) missing; that never counts as “no software”."
                ))
        return say(
            "Bekannt sind \(known) von \(all) (\(share)).\(rest)", "\(known) of \(all) are known (\(share)).\(rest)")
    }

    private var index: HTML? {
        guard let value = harmonisation.index else {
            return say(
                "Ein \(edition.figure(.harmonisationIndex, "Index")) lässt sich noch nicht nennen: In keinem Fachbereich reichen die Antworten.",
                "There is no \(edition.figure(.harmonisationIndex, "index")) yet: in no domain are there enough answers."
            )
        }
        let figure = edition.figure(.harmonisationIndex, say.index(value))
        let rest = harmonisation.domains.count - harmonisation.totals.indexed
        let of = say.count(harmonisation.totals.indexed, .domainDative)
        let without: HTML =
            rest == 0
            ? .nothing
            : .text(
                say(
                    "; für \(say.number(rest)) reichen die Antworten nicht",
                    "; for \(say.number(rest)) there are not enough answers"))
        return say(
            "Der Index der Harmonisierung ist \(figure), im Mittel aus \(of)\(without). 1 hieße: alle arbeiten mit demselben Produkt, 0: jeder mit einem anderen.",
            "The index of harmonisation is \(figure), the mean of \(of)\(without). 1 would mean that all work with the same product, 0 that each works with another."
        )
    }

    private var target: HTML? {
        let agreed = harmonisation.agreed
        guard !agreed.isEmpty else {
            return .text(
                say(
                    "Auf ein gemeinsames Produkt hat sich der Verbund noch in keinem Fachbereich geeinigt.",
                    "The cooperation has not agreed on a common product in any domain yet."))
        }
        let share = harmonisation.targetShare
        let domains = say.count(agreed.count, .domainDative)
        let arrived = edition.figure(.targetShare, say.number(share.part))
        let left = harmonisation.migrationsLeft
        let open = left.count { $0.stage == .open }
        let undecided: HTML =
            open == 0
            ? .nothing
            : .text(
                say(
                    ", davon \(say.number(open)) ohne jeden Schritt", ", \(say.number(open)) of them without any step"))
        let count = edition.figure(.migrationsLeft, left.count, .migration)
        let way = HTML.link(words.address(.path), .text(say("Weg zum Ziel", "way to the target")))
        let percent = share.whole == 0 ? "" : " (\(say.share(share)))"
        return say(
            "In \(domains) ist ein Produkt vereinbart. Allein damit arbeiten \(arrived) von \(say.number(share.whole))\(percent); \(count) \(say.agree(left.count, "steht", "stehen")) aus\(undecided) (\(way)).",
            "A product is agreed in \(domains). \(arrived) of \(say.number(share.whole)) work with it alone\(percent); \(count) \(say.agree(left.count, "is", "are")) left\(undecided) (\(way))."
        )
    }

    private var installations: HTML? {
        let shared = harmonisation.domains.flatMap(\.shared)
        guard !shared.isEmpty else { return nil }
        let consumers = shared.reduce(0) { $0 + $1.consumers.count }
        let total = edition.figure(.installations, harmonisation.installations, .installation)
        return say(
            "Es laufen \(total); \(say.number(shared.count)) davon \(say.agree(shared.count, "betreibt", "betreiben")) gemeinsame Stellen oder Dienstleister, für zusammen \(say.number(consumers)) Nutzungen.",
            "There are \(total); \(say.number(shared.count)) of them \(say.agree(shared.count, "is", "are")) run by shared centres or providers, for \(say.number(consumers)) uses together."
        )
    }

    private var lists: HTML? {
        let count = harmonisation.workLists.count
        guard count > 0 else { return nil }
        let figure = edition.figure(.declaredObserved, count)
        let link = HTML.link(words.address(.lists), .text(say("drei Arbeitslisten", "three work lists")))
        return say(
            "An \(figure) \(say.agree(count, "Punkt", "Punkten")) stimmen Listen und Messung nicht überein (\(link)).",
            "At \(figure) \(say.agree(count, "point", "points")) lists and measurement do not agree (\(link)).")
    }

    private var buying: HTML? {
        let spans = harmonisation.buyingSpans
        guard let first = spans.first else { return nil }
        let domains = Set(spans.map(\.domain)).count
        let link = HTML.link(words.address(.contracts), .text(say("Kalender der Verträge", "calendar of contracts")))
        let window = edition.figure(.buyingWindow, say("gemeinsam beschaffen", "buy together"))
        let span = HTML.text(BuyingSpanText(say: say).text(first))
        return say(
            "In \(say.count(domains, .domainDative)) könnten mehrere Stellen \(window); zuerst \(span) für \(words.domain(first.domain)) (\(link)).",
            "In \(say.count(domains, .domain)) several bodies could \(window); first \(span) for \(words.domain(first.domain)) (\(link))."
        )
    }
}

/// Months in a row as people write them.
struct BuyingSpanText {
    let say: Wording

    func text(_ span: Picture.Harmonisation.BuyingSpan) -> String {
        span.first == span.last
            ? say.month(span.first)
            : say(
                "\(say.month(span.first)) bis \(say.month(span.last))",
                "\(say.month(span.first)) to \(say.month(span.last))")
    }
}
