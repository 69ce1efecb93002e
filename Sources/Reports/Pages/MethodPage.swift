import Model

/// For auditors: how every figure is defined, what was sent, by which rules it was judged, and what this cannot say.
struct MethodPage {
    let edition: Edition

    private var say: Wording { edition.say }
    private var picture: Picture { edition.picture }

    var title: String { say("Methodik", "Method") }

    var content: HTML {
        .group([run, definitions, coverage, asking, MethodTables(edition: edition).html, limits])
    }

    private var run: HTML {
        let zone = picture.run.zone.map { $0.name } ?? "UTC"
        let comparison =
            picture.run.comparison.map { "\($0.run), \(say.day($0.day))" }
            ?? say("keiner, erster Prüflauf", "none, first run")
        return .group([
            .h2(nil, .text(say("Prüflauf", "Run"))),
            .div(
                class: .facts,
                .terms([
                    (.text(say("Prüflauf", "Run")), .text(picture.run.id)),
                    (.text(say("Beginn", "Start")), .text(moment(picture.run.started))),
                    (.text(say("Ende", "End")), .text(moment(picture.run.finished))),
                    (.text(say("Zeitzone", "Time zone")), .text(zone)),
                    (.text(say("Vergleich mit", "Compared with")), .text(comparison)),
                    (.text(say("Programm", "Program")), .text("Lagebild \(picture.run.tool)")),
                ])),
        ])
    }

    private func moment(_ timestamp: Timestamp) -> String {
        "\(say.moment(timestamp, zone: picture.run.zone)) (\(timestamp.description))"
    }

    private var definitions: HTML {
        let pairs = Figure.allCases.map { figure -> HTML in
            .group([
                .tag(.dt, [.id(Anchor.definition(figure).id)], [.text(say(figure.title))]),
                .tag(.dd, [], [.text(say(figure.definition))]),
            ])
        }
        return .group([
            .h2(nil, .text(say("Was die Zahlen bedeuten", "What the figures mean"))),
            .tag(.dl, [], pairs),
        ])
    }

    private var coverage: HTML {
        let coverage = edition.figures.coverage
        var rows = [
            (say("geprüft", "measured"), coverage.measured),
            (say("Freigabe fehlt", "not authorised"), coverage.notAuthorised),
        ]
        rows += coverage.sortedGaps.map {
            (say("Lücke: \(say.outcome($0.outcome))", "gap: \(say.outcome($0.outcome))"), $0.count)
        }
        rows.append((say("bekannt, zusammen", "known, in total"), coverage.known))
        return .group([
            .h2(nil, .text(say("Abdeckung", "Coverage"))),
            .p(
                .text(
                    say(
                        "\(say.share(coverage.share)) der bekannten Dienste wurden geprüft. Unter 90 % steht auf der ersten Seite zuerst, dass die "
                            + "Aussagen unvollständig sind. Nicht gemessen ist ein eigenes Urteil, weder bestanden noch abgewichen.",
                        "\(say.share(coverage.share)) of the known services were measured. Below 90 % the first page says first that the "
                            + "statements are incomplete. Not measured is a verdict of its own, neither a pass nor a deviation."
                    ))),
            Listing(
                id: "abdeckung", caption: say("Dienste nach Ausgang", "Services by outcome"),
                columns: [
                    .init(title: say("Ausgang", "Outcome")), .init(title: say("Dienste", "Services"), numeric: true),
                ],
                rows: rows.map { Listing.Row(cells: [.init(.text($0.0)), .init(.text(say.number($0.1)))]) },
                sortable: false
            ).html(edition),
        ])
    }

    private var asking: HTML {
        let method = picture.method
        let limits = method.limits
        let resolvers =
            method.resolvers.isEmpty ? say("die des Systems", "the system's") : method.resolvers.joined(separator: ", ")
        return .group([
            .h2(nil, .text(say("Wie gefragt wurde", "How it was asked"))),
            .div(
                class: .facts,
                .terms([
                    (.text(say("Der Scanner nennt sich", "The scanner gives")), .text(method.scannerContact)),
                    (.text(say("Auskunft über ihn", "About it")), .external(method.scannerURL)),
                    (
                        .text(say("Je Adresse höchstens", "At most, each address")),
                        .text(
                            say(
                                "\(say.count(limits.connectionsPerSecondPerAddress, .connection)) je Sekunde, \(say.number(limits.connectionsAtOncePerAddress)) zugleich",
                                "\(say.count(limits.connectionsPerSecondPerAddress, .connection)) a second, \(say.number(limits.connectionsAtOncePerAddress)) at once"
                            ))
                    ),
                    (
                        .text(say("Insgesamt höchstens", "At most, in total")),
                        .text(
                            say(
                                "\(say.count(limits.connectionsPerSecond, .connection)) je Sekunde, \(say.number(limits.connectionsAtOnce)) zugleich",
                                "\(say.count(limits.connectionsPerSecond, .connection)) a second, \(say.number(limits.connectionsAtOnce)) at once"
                            ))
                    ),
                    (
                        .text(say("Geduld", "Patience")),
                        .text(
                            say(
                                "\(say.number(method.timeoutSeconds)) s je Schritt, weitere Versuche: \(say.number(method.retries))",
                                "\(say.number(method.timeoutSeconds)) s each step, further tries: \(say.number(method.retries))"
                            ))
                    ),
                    (.text(say("Zeitfenster", "Window")), .text(method.window ?? say("jederzeit", "any time"))),
                    (.text(say("DNS-Resolver", "DNS resolvers")), .text(resolvers)),
                ])),
        ])
    }

    private var limits: HTML {
        .group([
            .h2(nil, .text(say("Was dieser Bericht nicht sagt", "What this report does not say"))),
            .list([
                .text(
                    say(
                        "Geprüft wird von außen, was ein Dienst zeigt; Einstellungen im Inneren bleiben unsichtbar.",
                        "Asked from outside is what a service shows; settings inside stay invisible.")),
                .text(
                    say(
                        "Was die Flottendatei nicht nennt, ist hier unbekannt: Vergessene Systeme fehlen.",
                        "What the fleet file does not name is unknown here: forgotten systems are missing.")),
                .text(
                    say(
                        "„Nicht gelistet“ heißt, dass eine Empfehlung etwas nicht nennt, nicht dass es unsicher ist.",
                        "“Not listed” means that a recommendation does not name something, not that it is insecure.")),
                .text(
                    say(
                        "Kein Befund heißt nicht, dass alles sicher ist. Es heißt, dass diese Regeln nichts fanden.",
                        "No finding does not mean that everything is safe. It means that these rules found nothing.")),
            ]),
        ])
    }
}
