import Model

/// Authorisations, exclusions and what was not measured.
struct PermissionTables {
    let edition: Edition
    let figures: Figures

    private var say: Wording { edition.say }

    var authorisations: HTML {
        let list = figures.authorisations
        let heading = HTML.h2(nil, .text(say("Freigaben", "Authorisations")))
        guard !list.isEmpty else {
            return .group([
                heading,
                .p(
                    .text(
                        say(
                            "Keine Freigabe liegt vor; nichts darf geprüft werden.",
                            "There is no authorisation; nothing may be asked."))),
            ])
        }
        return .group([
            heading,
            Listing(
                id: "freigaben-tabelle", caption: say("Freigaben nach letztem Tag", "Authorisations by their last day"),
                columns: [
                    .init(title: say("Freigabe", "Authorisation")), .init(title: say("Erteilt von", "Granted by")),
                    .init(title: say("Stellen", "Bodies")), .init(title: say("Stufe", "Level")),
                    .init(title: say("Dokument", "Document")),
                    .init(title: say("Gilt", "Valid")),
                ],
                rows: list.map(row)
            ).html(edition),
        ])
    }

    private func row(_ authorisation: Picture.Authorisation) -> Listing.Row {
        let range = "\(say.day(authorisation.validFrom)) – \(say.day(authorisation.validUntil))"
        return Listing.Row(cells: [
            .init(.text(authorisation.id)),
            .init(
                .text(
                    say(
                        "\(authorisation.grantedBy), gezeichnet \(authorisation.signedBy)",
                        "\(authorisation.grantedBy), signed by \(authorisation.signedBy)"))),
            .init(.joined(authorisation.bodies.map(edition.bodyLink), ", ")),
            .init(.text(say.consent(authorisation.consent))),
            .init(.seen(authorisation.document)),
            .init("\(range)\(HTML.lineBreak)\(state(authorisation))", sortKey: authorisation.validUntil.description),
        ])
    }

    private func state(_ authorisation: Picture.Authorisation) -> HTML {
        let left = authorisation.validUntil.number - edition.today.number
        if left < 0 { return Sign.sign("▲", .critical, say("abgelaufen", "over")) }
        if authorisation.validFrom > edition.today {
            return Sign.sign("◆", .unknown, say("gilt noch nicht", "not valid yet"))
        }
        guard left <= 30 else { return Sign.sign("●", .good, say("gültig", "valid")) }
        return Sign.sign(
            "■", .medium, say("endet in \(say.count(left, .dayDative))", "ends in \(say.count(left, .day))"))
    }

    var exclusions: HTML {
        let list = edition.picture.exclusions.filter { figures.scope.contains($0.body) }
        let heading = HTML.h2(nil, .text(say("Ausgeschlossen", "Excluded")))
        guard !list.isEmpty else {
            return .group([heading, .p(.text(say("Nichts ist ausgeschlossen.", "Nothing is excluded.")))])
        }
        let rows = list.map { exclusion in
            Listing.Row(cells: [
                .init(.seen(exclusion.what)), .init(edition.bodyLink(exclusion.body)), .init(.text(exclusion.reason)),
                .init(
                    .text(exclusion.until.map(say.day) ?? say("ohne Ende", "no end")),
                    sortKey: exclusion.until?.description),
            ])
        }
        return .group([
            heading,
            Listing(
                id: "ausgeschlossen-tabelle", caption: say("Wird nie kontaktiert", "Never contacted"),
                columns: [
                    .init(title: say("Host oder Netz", "Host or network")), .init(title: say("Stelle", "Body")),
                    .init(title: say("Grund", "Reason")), .init(title: say("Bis", "Until")),
                ],
                rows: rows
            ).html(edition),
        ])
    }

    var notMeasured: HTML {
        let list = edition.picture.endpoints.filter { figures.scope.contains($0.body) && $0.state != .measured }
        let heading = HTML.h2(.notScanned, .text(say("Was nicht geprüft wurde", "What was not measured")))
        guard !list.isEmpty else {
            return .group([
                heading, .p(.text(say("Jeder bekannte Dienst wurde geprüft.", "Every known service was measured."))),
            ])
        }
        return .group([
            heading,
            EndpointTable(edition: edition).listing(
                "nicht-geprueft-tabelle",
                say("Dienste ohne vollständige Messung", "Services without a complete measurement"), list, limit: 300
            ).html(edition),
        ])
    }
}

/// What may be asked, what may not, and what was not.
struct PermissionsPage {
    let edition: Edition

    var title: String { edition.say("Freigaben und Ausschlüsse", "Authorisations and exclusions") }

    var content: HTML {
        let tables = PermissionTables(edition: edition, figures: edition.figures)
        return .group([
            .p(
                .text(
                    edition.say(
                        "Ohne gültige Freigabe wird kein Paket gesendet. Endet eine Freigabe, ruhen dort die Prüfungen, und die Dienste zählen "
                            + "als nicht geprüft.",
                        "Without a valid authorisation no packet is sent. When one ends, nothing is asked there, and its services count as "
                            + "not measured."))),
            tables.authorisations, tables.notMeasured, tables.exclusions,
        ])
    }
}
