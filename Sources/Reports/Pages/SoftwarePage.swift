import Model

/// Which product runs where, as far as services say so.
struct SoftwarePage {
    let edition: Edition

    private var say: Wording { edition.say }
    private var figures: SoftwareFigures { edition.figures.software }

    var title: String { say("Software: was Dienste von sich sagen", "Software: what services say of themselves") }

    var content: HTML {
        .group([
            .p(
                .text(
                    say(
                        "Gezeigt wird, was ein Dienst selbst nennt. Wer nichts nennt, fehlt hier. Eine Version aus einer Begrüßung sagt wenig "
                            + "über Sicherheitslücken: Distributionen schließen Lücken, ohne die Version zu ändern. Support-Ende wird noch nicht "
                            + "bewertet.",
                        "Shown is what a service names by itself; who names nothing is missing. A version from a banner says little about "
                            + "vulnerabilities: distributions fix them without changing the version. End of support is not assessed yet."
                    ))),
            figures.products.isEmpty
                ? .p(.text(say("Kein Dienst nennt seine Software.", "No service names its software."))) : tables,
        ])
    }

    private var tables: HTML {
        .group([
            .h2(nil, .text(say("Produkte und Stellen", "Products and bodies"))), matrix.html(edition),
            .h2(nil, .text(say("Fundstellen", "Sightings"))), sightings.html(edition),
        ])
    }

    /// Product by body; a cell names the versions. Bodies are the units a whole is compared by, then the rest.
    private var matrix: Listing {
        let bodies = edition.picture.topBodies.filter { body in
            let scope = Scope.body(body.id, in: edition.picture)
            return edition.picture.software.contains { scope.contains($0.body) }
        }
        return Listing(
            id: "matrix",
            caption: say(
                "Versionen je Stelle einschließlich zugehöriger Stellen",
                "Versions at each body with those that belong to it"),
            columns: [.init(title: say("Produkt", "Product")), .init(title: say("Systeme", "Systems"), numeric: true)]
                + bodies.map { .init(title: $0.name) },
            rows: figures.products.map { row($0, bodies.map { Scope.body($0.id, in: edition.picture) }) },
            file: .software, limit: 200)
    }

    private func row(_ product: SoftwareFigures.Product, _ scopes: [Scope]) -> Listing.Row {
        let cells = scopes.map { scope -> Listing.Cell in
            let versions = product.versions(at: scope).map { $0.isEmpty ? say("ohne Version", "no version") : $0 }
            return .init(versions.isEmpty ? .text("–") : .seen(versions.joined(separator: ", ")))
        }
        return Listing.Row(cells: [.init(.seen(product.name)), .init(.text(say.number(product.systems)))] + cells)
    }

    private var sightings: Listing {
        let rows = figures.products.flatMap { product in
            product.sightings.map { seen in
                Listing.Row(cells: [
                    .init(.seen(seen.product)), .init(.seen(seen.version.isEmpty ? "–" : seen.version)),
                    .init(.seen(seen.endpoint)),
                    .init(edition.bodyLink(seen.body)), .init(.seen(seen.evidence)),
                    .init(.text(say.confidence(seen.confidence))),
                ])
            }
        }
        return Listing(
            id: "fundstellen", caption: say("Software mit Beleg", "Software with evidence"),
            columns: [
                .init(title: say("Produkt", "Product")), .init(title: say("Version", "Version")),
                .init(title: say("Dienst", "Service")),
                .init(title: say("Stelle", "Body")), .init(title: say("Beleg", "Evidence")),
                .init(title: say("Sicherheit der Angabe", "Confidence")),
            ],
            rows: rows, file: .software, filterable: true, limit: 300)
    }
}
