import Model

extension Site {
    /// Pages on harmonisation, where the fleet has usage lists.
    static func harmonisation(_ edition: Edition) -> [ReportFile] {
        guard let picture = edition.picture.harmonisation else { return [] }
        let words = HarmonisationWords(edition: edition, harmonisation: picture)
        let overview = HarmonisationPage(words: words)
        let lists = WorkListsPage(words: words)
        let path = TargetPage(words: words)
        let contracts = ContractsPage(words: words)
        let dependencies = DependenciesPage(words: words)
        let drift = DriftPage(words: words)
        let pages: [(HarmonisationPart, String, HTML)] = [
            (.overview, overview.title, overview.content), (.lists, lists.title, lists.content),
            (.path, path.title, path.content), (.contracts, contracts.title, contracts.content),
            (.dependencies, dependencies.title, dependencies.content), (.drift, drift.title, drift.content),
        ]
        return pages.map { part, title, content in
            page(edition, .harmonisation(part), title, .group([words.menu(at: part), content]))
        }
    }
}

/// What the pages on harmonisation say alike.
struct HarmonisationWords {
    let edition: Edition
    let harmonisation: Picture.Harmonisation

    var say: Wording { edition.say }

    /// The way between the pages of this part.
    func menu(at current: HarmonisationPart) -> HTML {
        let entries = HarmonisationPart.allCases.map { part -> HTML in
            let attributes: [Attribute] = [.href(address(part))] + (part == current ? [.current] : [])
            return .tag(.li, [], [.tag(.a, attributes, [.text(say(part.title))])])
        }
        let label = say("Seiten zur Harmonisierung", "Pages on harmonisation")
        return .tag(.nav, [.class(.menu, .local), .label(label)], [.tag(.ul, [], entries)])
    }

    func address(_ part: HarmonisationPart, _ anchor: Anchor? = nil) -> Address {
        edition.address(.harmonisation(part), anchor)
    }

    func domain(_ id: String) -> HTML {
        guard let domain = harmonisation.domain(id) else { return .seen(id) }
        return .link(address(.overview, .domain(id)), .text(say(domain.name)))
    }

    /// `enaio + regisafe`
    func products(_ names: [String]) -> HTML {
        names.isEmpty ? "–" : .joined(names.map { .seen($0) }, " + ")
    }

    func day(_ day: Day?) -> Listing.Cell {
        Listing.Cell(.text(day.map(say.day) ?? "–"), sortKey: day.map { "\($0)" } ?? "9999")
    }

    /// Where the numbers come from, and the file with all of them.
    func source(_ files: DataName...) -> HTML {
        let links = say.enumeration(files.map { .link(.data($0), .text($0.rawValue)) })
        return .p(class: .quiet, say("Dieselben Zahlen: \(links).", "The same numbers: \(links)."))
    }
}

extension Anchor {
    static func domain(_ id: String) -> Anchor { Anchor(id: "fachbereich-" + FileSafeName.of(id)) }
}
