import Model

/// How each number came from then to now: one table over all, and one for each with its causes.
struct BalanceTables {
    let edition: Edition
    let comparison: Picture.Comparison
    let figures: Figures
    /// Whose balances; `nil`: the whole cooperation's.
    let body: String?

    private var say: Wording { edition.say }
    private var balances: [Picture.Balance] { figures.balances(of: body) }
    private var then: String { say.day(comparison.day) }
    private var now: String { say.day(edition.today) }

    var html: HTML {
        guard !balances.isEmpty else { return .nothing }
        return .group([
            .h2(.balance, .text(say("Die Rechnung: vorher und jetzt", "The sum: before and now"))),
            overview(linked: true),
            .group(balances.filter { !$0.steps.isEmpty }.map(detail)),
        ])
    }

    /// The table over all alone, for a page where the details would be too much.
    var brief: HTML {
        guard !balances.isEmpty else { return .nothing }
        return .group([
            .h2(.balance, .text(say("Was sich geändert hat", "What has changed"))), overview(linked: false),
            .p(
                class: .quiet,
                say(
                    "Die Listen dazu: \(HTML.link(edition.address(.changes), "Änderungen")).",
                    "The lists behind them: \(HTML.link(edition.address(.changes), "Changes")).")),
        ])
    }

    private func overview(linked: Bool) -> HTML {
        Listing(
            id: "bilanz-tabelle",
            caption: say(
                "Vorher (\(then)) + dazu − weg = jetzt (\(now))", "Before (\(then)) + added − gone = now (\(now))"),
            columns: [
                .init(title: say("Was gezählt wird", "What is counted"), figure: .balance),
                .init(title: say("Vorher", "Before"), numeric: true),
                .init(title: say("+ dazu", "+ added"), numeric: true),
                .init(title: say("− weg", "− gone"), numeric: true),
                .init(title: say("= jetzt", "= now"), numeric: true),
            ],
            rows: balances.map { balance in
                let word = HTML.text(say.counted(balance.counted))
                let isLinked = linked && !balance.steps.isEmpty
                return Listing.Row(cells: [
                    .init(isLinked ? .link(.here(.balance(balance.counted)), word) : word),
                    .init(.text(say.number(balance.before))), .init(.text(say.number(balance.added))),
                    .init(.text(say.number(balance.gone))), .init(.strong(.text(say.number(balance.after)))),
                ])
            }, file: .balances, sortable: false, slim: true
        ).html(edition)
    }

    private func detail(_ balance: Picture.Balance) -> HTML {
        let anchor = Anchor.balance(balance.counted)
        let table = Listing(
            id: anchor.id + "-tabelle", caption: sum(balance),
            columns: [
                .init(title: say("Warum", "Why")), .init(title: say("Zahl", "Number"), numeric: true),
                .init(title: say("Was das heißt", "What it means")),
            ],
            rows: [end(then, balance.before, strong: false)] + balance.steps.map { step($0, of: balance) }
                + [end("= \(now)", balance.after, strong: true)],
            sortable: false)
        return .group([.h3(anchor, .text(say.counted(balance.counted))), table.html(edition)])
    }

    /// `16 + 5 − 4 = 17`.
    private func sum(_ balance: Picture.Balance) -> String {
        let steps = balance.steps.map { "\($0.amount < 0 ? "−" : "+")\u{A0}\(say.number(abs($0.amount)))" }
        return ([say.number(balance.before)] + steps + ["=\u{A0}\(say.number(balance.after))"]).joined(separator: " ")
    }

    private func end(_ day: String, _ value: Int, strong: Bool) -> Listing.Row {
        let number = HTML.text(say.number(value))
        let word = strong ? say("jetzt", "now") : say("Vergleichslauf", "comparison run")
        return Listing.Row(cells: [.init(.text(day)), .init(strong ? .strong(number) : number), .init(.text(word))])
    }

    private func step(_ step: Picture.Balance.Step, of balance: Picture.Balance) -> Listing.Row {
        let sign = step.amount < 0 ? "−" : "+"
        let word = HTML.text(say.cause(step.cause))
        let linked = place(of: step.cause, in: balance.counted).map { HTML.link(.here($0), word) } ?? word
        return Listing.Row(cells: [
            .init("\(sign) \(linked)"), .init(.text("\(sign)\(say.number(abs(step.amount)))")),
            .init(.text(say.meaning(step.cause))),
        ])
    }

    /// The list on this page that has what a step counts.
    private func place(of cause: Picture.Cause, in counted: Picture.Balance.Counted) -> Anchor? {
        switch counted {
        case .findings, .urgent, .excepted, .possible:
            figures.changes.contains { $0.why == cause } ? .cause(cause) : nil
        case .known, .measured, .certificates, .software, .exceptions:
            cause.movement(of: counted).flatMap { kind in
                figures.picture.movements.contains { $0.kind == kind } ? .movement(kind) : nil
            }
        }
    }
}

extension Picture.Cause {
    /// The kind of movement that lists it, where it is not about findings.
    fileprivate func movement(of counted: Picture.Balance.Counted) -> Picture.Movement.Kind? {
        let isNew = [.added, .appeared, .measured, .authorised].contains(self)
        return switch (counted, self) {
        case (.known, .added), (.measured, .added): .endpointAdded
        case (.known, .removed), (.measured, .removed): .endpointGone
        case (.measured, _): isNew ? .measuredAgain : .noLongerMeasured
        case (.certificates, _): isNew ? .certificateNew : .certificateGone
        case (.software, _): isNew ? .softwareSeen : .softwareGone
        case (.exceptions, .begun): .exceptionBegun
        case (.exceptions, .expired): .exceptionEnded
        case (.exceptions, .withdrawn): .exceptionRemoved
        default: nil
        }
    }
}
