import Model

/// The report in one language: the picture, its figures and the words for them.
struct Edition {
    let picture: Picture
    let figures: Figures
    let language: Language
    /// First digits of the SHA-256 of all data files.
    let digest: String

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
        guard let body = picture.body(id) else { return .seen(id) }
        return .link(address(.body(id)), .text(body.name))
    }

    /// The rule by its title, or by its id where the rule is gone.
    func ruleLink(_ id: String) -> HTML {
        guard let rule = picture.rule(id) else { return .seen(id) }
        return .link(address(.rule(id)), .text(say(rule.text.title)))
    }
}
