import Model

extension Situation {
    private var say: Wording { edition.say }

    var changes: HTML {
        guard let comparison = figures.picture.run.comparison else { return firstRun }
        let since = say.nearDay(comparison.day, seenFrom: figures.today)
        let fixed =
            figures.fixed == 0
            ? HTML.text(say("kein Befund behoben", "no finding was fixed"))
            : say(
                "\(edition.figure(.fixed, figures.fixed, .finding)) behoben",
                "\(edition.figure(.fixed, figures.fixed, .finding)) \(say.agree(figures.fixed, "was", "were")) fixed")
        let added =
            figures.added == 0
            ? HTML.text(say("keiner kam hinzu", "none was added"))
            : say(
                "\(edition.figure(.added, figures.added)) \(say.agree(figures.added, "kam", "kamen")) hinzu",
                "\(edition.figure(.added, figures.added)) \(say.agree(figures.added, "was", "were")) added")
        let verb = say.agree(figures.fixed, "wurde", figures.fixed == 0 ? "wurde" : "wurden")
        return say(
            "Seit dem \(since) \(verb) \(fixed), \(added).\(causes)", "Since \(since) \(fixed), \(added).\(causes)")
    }

    private var firstRun: HTML {
        let count = figures.open.count
        let found =
            count == 0
            ? HTML.text(say("kein Befund ist offen", "no finding is open"))
            : say(
                "\(edition.figure(.open, count, .finding)) \(say.agree(count, "ist", "sind")) insgesamt offen",
                "\(edition.figure(.open, count, .finding)) \(say.agree(count, "is", "are")) open in total")
        return say(
            "Erster Prüflauf: noch kein Vergleich; \(found).", "First run: nothing to compare with yet; \(found).")
    }

    /// Where the added ones come from; only causes that occurred.
    private var causes: HTML {
        var parts: [HTML] = []
        let worse = figures.added(because: .change)
        if worse > 0 {
            let noun = Noun(
                "echte Verschlechterung", "echte Verschlechterungen", "a change for the worse", "changes for the worse")
            parts.append(
                say(
                    "\(say.agree(worse, "ist", "sind")) \(edition.figure(.worsened, worse, noun))",
                    "\(edition.figure(.worsened, worse)) \(say.agree(worse, "is", "are")) \(noun(worse, .en))"))
        }
        // The verb stands once: "6 stammen aus neuen Regeln, 3 aus neu erfassten Systemen".
        var first = true
        for (cause, figure, de, en) in Self.sources {
            let count = figures.added(because: cause)
            guard count > 0 else { continue }
            let number = edition.figure(figure, count)
            let verb = say(say.agree(count, "stammt", "stammen"), say.agree(count, "comes", "come"))
            parts.append(first ? "\(number) \(verb) \(say(de, en))" : "\(number) \(say(de, en))")
            first = false
        }
        guard !parts.isEmpty else { return .nothing }
        return say(" Von den neuen \(HTML.joined(parts, ", ")).", " Of the new ones \(HTML.joined(parts, ", ")).")
    }

    private static let sources: [(Picture.Cause, Figure, String, String)] = [
        (.newRule, .newRule, "aus neuen Regeln", "from new rules"),
        (.newTarget, .newTarget, "aus neu erfassten Systemen", "from newly recorded systems"),
        (
            .coverage, .firstMeasured, "aus erstmals gelungenen Messungen",
            "from measurements that succeeded for the first time"
        ),
        (.exceptionEnded, .exceptionExpired, "aus abgelaufenen Ausnahmen", "from expired exceptions"),
        (.reopened, .reopened, "aus wieder aufgetretenen Mängeln", "from faults that came back"),
        (.ruleRestored, .newRule, "aus wieder gültigen Regeln", "from rules that hold again"),
        (.confirmed, .possible, "aus bestätigtem Verdacht", "from confirmed suspicions"),
    ]

    var certificates: HTML {
        guard !figures.certificates.served.isEmpty else {
            return say("Es wurde kein Zertifikat gesehen.", "No certificate was seen.")
        }
        let ending = figures.certificates.ending(within: 30)
        let expired = figures.certificates.expired.count
        let gone: HTML =
            expired == 0
            ? .nothing
            : say(
                " \(edition.figure(.expired, expired, .certificate)) \(say.agree(expired, "ist", "sind")) bereits abgelaufen.",
                " \(edition.figure(.expired, expired, .certificate)) \(say.agree(expired, "has", "have")) already expired."
            )
        guard let next = ending.first else {
            let none = edition.figure(.expiring, say("kein Zertifikat", "no certificate"))
            return say(
                "In den nächsten 30 Tagen läuft \(none) ab.\(gone)", "In the next 30 days \(none) expires.\(gone)")
        }
        let count = edition.figure(.expiring, ending.count, .certificate)
        return say(
            "\(count) \(say.agree(ending.count, "läuft", "laufen")) in den nächsten 30 Tagen ab\(unattended(ending)); \(nextOne(next)).\(gone)",
            "\(count) \(say.agree(ending.count, "expires", "expire")) within 30 days\(unattended(ending)); \(nextOne(next)).\(gone)"
        )
    }

    private func unattended(_ ending: [CertificateFigures.Served]) -> HTML {
        let guess = ending.count { $0.certificate.looksUnattended }
        if guess == 0 { return .nothing }
        if ending.count == 1 {
            return say(
                ", \(edition.figure(.unattended, "ohne erkennbare automatische Erneuerung"))",
                ", \(edition.figure(.unattended, "without recognisable automatic renewal"))")
        }
        return say(
            ", \(edition.figure(.unattended, guess)) davon ohne erkennbare automatische Erneuerung",
            ", \(edition.figure(.unattended, guess)) of them without recognisable automatic renewal")
    }

    private func nextOne(_ next: CertificateFigures.Served) -> HTML {
        let day = HTML.strong(.text(say.nearDay(next.certificate.notAfter.day, seenFrom: figures.today)))
        let place = HTML.seen(next.endpoints.first ?? next.certificate.subject)
        return say("das nächste am \(day) (\(place))", "the next on \(day) (\(place))")
    }

    /// Support periods are not known yet, so the sentence says only what is.
    var software: HTML {
        let products = figures.software.products.count
        let unknown = say("Support-Ende wird noch nicht bewertet", "end of support is not assessed yet")
        guard products > 0 else {
            return .text(
                say("Kein Dienst nennt seine Software; \(unknown).", "No service names its software; \(unknown)."))
        }
        let count = edition.figure(.software, products, .product)
        let systems = HTML.strong(.text(say.count(figures.software.systems, language == .de ? .systemDative : .system)))
        return say(
            "Erkannt \(say.agree(products, "wurde", "wurden")) \(count) auf \(systems); \(unknown).",
            "Recognised: \(count) on \(systems); \(unknown).")
    }

    private var language: Language { edition.language }

    var exceptions: HTML {
        let active = figures.exceptions.active.count
        let again = figures.exceptions.countingAgain.count
        var parts: [HTML] = []
        if active == 0 {
            parts.append(.text(say("Keine Ausnahme ist genehmigt", "No exception is approved")))
        } else {
            let count = edition.figure(.exceptions, active, .exception)
            parts.append(
                say(
                    "\(count) \(say.agree(active, "ist", "sind")) genehmigt",
                    "\(count) \(say.agree(active, "is", "are")) approved"))
            let ending = figures.exceptions.endingThisYear.count
            if ending > 0 {
                let count = edition.figure(.exceptionsEnding, ending)
                parts.append(
                    say(
                        "\(count) \(say.agree(ending, "läuft", "laufen")) bis Jahresende ab",
                        "\(count) \(say.agree(ending, "ends", "end")) this year"))
            }
        }
        if again > 0 {
            let count = HTML.strong(.text(say.number(again)))
            parts.append(
                say(
                    "\(count) \(say.agree(again, "ist abgelaufen und zählt", "sind abgelaufen und zählen")) wieder als Befund",
                    "\(count) \(say.agree(again, "is over and counts", "are over and count")) as a finding again"))
        }
        guard let first = parts.first else { return .nothing }
        let rest = Array(parts.dropFirst())
        return "\(first)\(rest.isEmpty ? "" : "; ")\(HTML.joined(rest, ", "))."
    }
}
