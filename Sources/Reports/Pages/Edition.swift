import Model

/// The report in one language: the picture, its figures and the words for them.
struct Edition {
    let picture: Picture
    let figures: Figures
    let language: Language
    /// First digits of the SHA-256 of all data files.
    let digest: String
    /// Ids of the findings that have a page of their own.
    private let paged: Set<String>
    /// Endpoints with something open, by label.
    private let places: [String: [Picture.Endpoint]]

    init(picture: Picture, figures: Figures, language: Language, digest: String) {
        self.picture = picture
        self.figures = figures
        self.language = language
        self.digest = digest
        paged = Set(figures.paged.map(\.id))
        let labels = Set((figures.open + figures.excepted + figures.possible + figures.inherited).map(\.endpoint))
        places = Dictionary(grouping: picture.endpoints.filter { labels.contains($0.label) }, by: \.label)
    }

    var say: Wording { Wording(language: language) }
    var today: Day { picture.run.day }

    func address(_ page: PageName, _ anchor: Anchor? = nil) -> Address { .page(page, anchor, in: language) }

    /// The same page in the other language.
    func twin(of page: PageName) -> Address { .page(page, in: language == .de ? .en : .de) }

    /// A figure, linked to its definition.
    func figure(_ figure: Figure, _ text: String) -> HTML {
        .tag(.a, [.class(.figure), .href(address(.method, .definition(figure)))], [.text(text)])
    }

    func figure(_ figure: Figure, _ value: Int) -> HTML { self.figure(figure, say.number(value)) }

    func figure(_ figure: Figure, _ value: Int, _ noun: Noun) -> HTML { self.figure(figure, say.count(value, noun)) }

    func bodyLink(_ id: String) -> HTML {
        guard let body = picture.body(id) else { return picture.neighbours[id].map { .text($0) } ?? .seen(id) }
        return .link(address(.body(id)), .text(body.name))
    }

    func bodyLinks(_ ids: [String]) -> HTML { .joined(ids.map(bodyLink), ", ") }

    /// The rule by its title, or by its id where the rule is gone.
    func ruleLink(_ id: String) -> HTML {
        guard let rule = picture.rule(id) else { return .seen(id) }
        return .link(address(.rule(id)), .text(say(rule.text.title)))
    }

    /// Something said of a finding, as the way to its page; to the rule's page where it has none.
    func findingLink(_ id: String, rule: String, _ content: HTML) -> HTML {
        if paged.contains(id) { return .link(address(.finding(id)), content) }
        return picture.rule(rule) == nil ? content : .link(address(.rule(rule)), content)
    }

    /// A finding by its id; closed ones have no page.
    func findingLink(_ id: String) -> HTML {
        paged.contains(id) ? .link(address(.finding(id)), .id(id)) : .id(id)
    }

    func verification(of finding: Picture.Finding) -> Verification? {
        Verification(finding: finding, among: places[finding.endpoint] ?? [], rule: picture.rule(finding.rule))
    }

    /// What several bodies have in common, by its name.
    func common(_ thing: Picture.Common) -> HTML {
        switch thing.kind {
        case .provider: bodyLink(thing.value)
        case .certificate, .key, .address, .nameServer, .mailHost: .seen(thing.value)
        }
    }
}
