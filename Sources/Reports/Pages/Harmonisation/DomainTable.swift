import Model

/// Every domain with its figures: a county of thirty domains is read here before the matrix.
struct DomainTable {
    let words: HarmonisationWords

    private var edition: Edition { words.edition }
    private var say: Wording { words.say }
    private var bodies: Int { words.harmonisation.bodies.count }

    var html: HTML {
        Listing(
            id: "fachbereiche",
            caption: say(
                "Kennzahlen je Fachbereich am \(say.day(words.harmonisation.day))",
                "Figures of each domain on \(say.day(words.harmonisation.day))"),
            columns: [
                .init(title: say("Fachbereich", "Domain")),
                .init(title: say("Index", "Index"), figure: .harmonisationIndex),
                .init(title: say("Bekannt", "Known"), numeric: true, figure: .usageCoverage),
                .init(title: say("Wer arbeitet womit", "Who works with what")),
                .init(title: say("Vereinbart", "Agreed")),
                .init(title: say("Am Ziel", "Arrived"), numeric: true, figure: .targetShare),
                .init(title: say("Installationen", "Installations"), numeric: true, figure: .installations),
            ],
            rows: words.harmonisation.domains.map(row), file: .harmonisation, limit: 200, matrix: true
        ).html(edition)
    }

    private func row(_ domain: Picture.Harmonisation.Domain) -> Listing.Row {
        Listing.Row(
            cells: [
                .init(.text(say(domain.name))), index(domain),
                .init(
                    .text(say("\(say.number(domain.known)) von \(bodies)", "\(say.number(domain.known)) of \(bodies)")),
                    sortKey: String(domain.known)),
                .init(shares(domain)),
                .init(domain.target.map { target($0, domain) } ?? .text("–")), arrived(domain),
                .init(.text(say.number(domain.installations.count))),
            ], anchor: .domain(domain.id))
    }

    private func index(_ domain: Picture.Harmonisation.Domain) -> Listing.Cell {
        guard let index = domain.index else {
            return .init("–\(HTML.lineBreak)\(HTML.small(.text(say.noIndex(domain.whyNoIndex))))", sortKey: "-1")
        }
        return .init(
            "\(say.index(index))\(HTML.lineBreak)\(bar(index))", sortKey: String(Int((index * 100).rounded())))
    }

    /// The number as a length beside others; it says nothing the number does not.
    private func bar(_ index: Double) -> HTML {
        .tag(
            .svg, [.drawn(.width, 80), .drawn(.height, 8), .viewBox(width: 80, height: 8), .decorative],
            [
                .tag(.rect, [.class(.bar), .drawn(.width, 80), .drawn(.height, 8)], []),
                .tag(
                    .rect, [.class(.later), .drawn(.width, Int((index * 80).rounded())), .drawn(.height, 8)], []),
            ])
    }

    private func shares(_ domain: Picture.Harmonisation.Domain) -> HTML {
        var parts = domain.shares.map { share -> HTML in
            "\(say.number(share.bodies.count))\u{A0}×\u{A0}\(words.products(share.products))"
        }
        let none = domain.known - domain.withProduct
        if none > 0 {
            parts.append(.text(say("\(say.number(none))\u{A0}×\u{A0}keine", "\(say.number(none))\u{A0}×\u{A0}none")))
        }
        let unknown = domain.cells.count - domain.known
        if unknown > 0 {
            parts.append(
                .text(say("\(say.number(unknown))\u{A0}×\u{A0}unbekannt", "\(say.number(unknown))\u{A0}×\u{A0}unknown"))
            )
        }
        return .joined(parts, ", ")
    }

    private func target(_ target: Picture.Harmonisation.Target, _ domain: Picture.Harmonisation.Domain) -> HTML {
        .link(words.address(.path, .domain(domain.id)), .seen(target.product))
    }

    private func arrived(_ domain: Picture.Harmonisation.Domain) -> Listing.Cell {
        guard domain.target != nil else { return .init("–", sortKey: "-1") }
        return .init(
            .text(
                say(
                    "\(say.number(domain.onTarget)) von \(domain.withProduct)",
                    "\(say.number(domain.onTarget)) of \(domain.withProduct)")),
            sortKey: String(domain.onTarget))
    }
}
