import Model

/// Certificates by expiry: what has to be renewed, by whom, and which keys are shared.
struct CertificatesPage {
    let edition: Edition

    private var say: Wording { edition.say }
    private var figures: CertificateFigures { edition.figures.certificates }

    var title: String { say("Zertifikate nach Ablauf", "Certificates by expiry") }

    var content: HTML {
        guard !figures.served.isEmpty else {
            return .p(.text(say("Kein Dienst hat ein Zertifikat gezeigt.", "No service has shown a certificate.")))
        }
        return .group([
            .p(Situation(edition: edition, figures: edition.figures).certificates),
            CertificateWeeks(edition: edition, figures: edition.figures).html,
            weeks.html(edition), .h2(.certificates, .text(say("Alle Zertifikate", "All certificates"))),
            table.html(edition),
            .p(
                class: .quiet,
                .text(
                    say(
                        "Öffentliche Zertifikate gelten seit dem 15.03.2026 höchstens 200 Tage, ab 15.03.2027 noch 100 und ab 15.03.2029 noch "
                            + "47. Ohne automatische Erneuerung wird das zur Daueraufgabe.",
                        "Public certificates have been valid for at most 200 days since 15 Mar 2026; from 15 Mar 2027 for 100 and from 15 Mar "
                            + "2029 for 47. Without automatic renewal that becomes a permanent task."))),
        ])
    }

    private var weeks: Listing {
        Listing(
            id: "wochen-tabelle", caption: say("Ablauf je Kalenderwoche", "Expiry by calendar week"),
            columns: [
                .init(title: say("Kalenderwoche", "Calendar week")), .init(title: say("ab Montag", "from Monday")),
                .init(title: say("Zertifikate", "Certificates"), numeric: true),
            ],
            rows: figures.weeks(12).map { week in
                Listing.Row(cells: [
                    .init(.text(say("KW \(week.number)", "Week \(week.number)")), sortKey: week.monday.description),
                    .init(.text(say.day(week.monday)), sortKey: week.monday.description),
                    .init(.text(say.number(week.count))),
                ])
            })
    }

    private var table: Listing {
        Listing(
            id: "zertifikate-tabelle",
            caption: say("Zertifikate, frühester Ablauf zuerst", "Certificates, earliest expiry first"),
            columns: [
                .init(title: say("Dienste", "Services")), .init(title: say("Namen", "Names")),
                .init(title: say("Aussteller", "Issuer")),
                .init(title: say("Gültig bis", "Valid until")),
                .init(title: say("Erneuerung", "Renewal"), figure: .unattended),
                .init(title: say("Schlüssel", "Key")), .init(title: say("Stelle", "Body")),
            ],
            rows: figures.served.map(row), file: .certificates, filterable: true, limit: 400)
    }

    private func row(_ served: CertificateFigures.Served) -> Listing.Row {
        let certificate = served.certificate
        let names = certificate.names.isEmpty ? [certificate.subject] : certificate.names
        let shownNames =
            names.prefix(6).joined(separator: ", ") + (names.count > 6 ? " … (\(say.number(names.count)))" : "")
        let shared: HTML =
            served.keyElsewhere.isEmpty
            ? ""
            : say(
                "\(HTML.lineBreak)\(Sign.sign("■", .medium, "derselbe Schlüssel")): \(HTML.seen(served.keyElsewhere.joined(separator: ", ")))",
                "\(HTML.lineBreak)\(Sign.sign("■", .medium, "same key")): \(HTML.seen(served.keyElsewhere.joined(separator: ", ")))"
            )
        return Listing.Row(cells: [
            .init(.joined(served.endpoints.map { .seen($0) }, ", ")), .init(.seen(shownNames)),
            .init(.seen(certificate.issuer)),
            .init(
                "\(say.day(certificate.notAfter.day))\(HTML.lineBreak)\(state(certificate))",
                sortKey: certificate.notAfter.description),
            .init(
                .text(
                    certificate.looksUnattended
                        ? say("nicht erkennbar", "not recognisable")
                        : say("vermutlich automatisch", "probably automatic"))),
            .init("\(certificate.keyType) \(String(certificate.keyBits))\(shared)"),
            .init(.joined(served.bodies.map(edition.bodyLink), ", ")),
        ])
    }

    private func state(_ certificate: Picture.Certificate) -> HTML {
        let left = certificate.notAfter.day.number - edition.today.number
        if certificate.notAfter < figures.now { return Sign.sign("▲", .critical, say("abgelaufen", "expired")) }
        let inDays = say("in \(say.count(left, .dayDative))", "in \(say.count(left, .day))")
        if left < 14 { return Sign.sign("▲", .critical, inDays) }
        return left < 30 ? Sign.sign("■", .medium, inDays) : .small(.text(inDays))
    }
}
