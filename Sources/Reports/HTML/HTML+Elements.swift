/// The elements pages are written with; each takes what makes sense for it and nothing else.
extension HTML {
    static func tag(_ tag: Tag, _ attributes: [Attribute] = [], _ children: [HTML]) -> HTML {
        .element(tag, attributes, children)
    }

    static func p(class style: Style? = nil, _ children: HTML...) -> HTML { .tag(.p, styled(style), children) }
    static func span(class style: Style? = nil, _ children: HTML...) -> HTML { .tag(.span, styled(style), children) }
    static func strong(_ children: HTML...) -> HTML { .tag(.strong, children) }
    static func code(_ text: String) -> HTML { .tag(.code, [.text(text)]) }
    static func div(class style: Style? = nil, _ children: HTML...) -> HTML { .tag(.div, styled(style), children) }
    /// Something to copy, line by line.
    static func code(lines text: String) -> HTML { .tag(.pre, [], [.tag(.code, [], [.text(text)])]) }
    static func li(_ children: HTML...) -> HTML { .tag(.li, children) }
    static func small(_ children: HTML...) -> HTML { .tag(.span, [.class(.quiet)], children) }
    static let lineBreak = HTML.tag(.br, [])

    static func h2(_ anchor: Anchor? = nil, _ children: HTML...) -> HTML {
        .tag(.h2, anchor.map { [.id($0.id)] } ?? [], children)
    }

    static func h3(_ anchor: Anchor? = nil, _ children: HTML...) -> HTML {
        .tag(.h3, anchor.map { [.id($0.id)] } ?? [], children)
    }

    static func link(_ target: Address, _ children: HTML...) -> HTML { .tag(.a, [.href(target)], children) }

    /// A list; nothing where there are no items.
    static func list(class style: Style? = nil, _ items: [HTML]) -> HTML {
        items.isEmpty ? .nothing : .tag(.ul, styled(style), items.map { .tag(.li, [$0]) })
    }

    /// Terms and what is said about them.
    static func terms(_ pairs: [(HTML, HTML)]) -> HTML {
        .tag(.dl, pairs.flatMap { [.tag(.dt, [$0.0]), .tag(.dd, [$0.1])] })
    }

    /// Text that came from a system or a certificate: kept apart, so that its writing direction stays its own, and
    /// offered places to break, so that a host name breaks after a dot and an endless one anywhere.
    static func seen(_ text: String) -> HTML {
        let parts = breakable(text)
        let endless = parts.contains { $0.count > 28 }
        let pieces = HTML.joined(parts.map { .text($0) }, .tag(.wbr, []))
        return .tag(.bdi, endless ? [.class(.seen, .endless)] : [.class(.seen)], [pieces])
    }

    /// A short id that stays on one line; a long one breaks like any other text.
    static func id(_ text: String) -> HTML {
        .tag(.bdi, text.count <= 16 ? [.class(.seen, .whole)] : [.class(.seen, .endless)], [.text(text)])
    }

    /// The text in pieces that end after a character where a name may break; a version never does.
    private static func breakable(_ text: String) -> [String] {
        var parts: [String] = []
        var part = ""
        for (character, next) in zip(text, text.dropFirst().map(Optional.some) + [nil]) {
            part.append(character)
            guard ".:/,;=@_-".contains(character), part.count > 2 else { continue }
            if character == ".", next?.isNumber == true { continue }
            parts.append(part)
            part = ""
        }
        return part.isEmpty && !parts.isEmpty ? parts : parts + [part]
    }

    /// An address to follow where it is one, plain text where not.
    static func external(_ text: String) -> HTML {
        guard let address = Address.external(text) else { return .seen(text) }
        return .tag(.a, [.href(address), .rel(.noreferrer)], [.seen(text)])
    }

    /// Parts with something between them.
    static func joined(_ parts: [HTML], _ separator: HTML) -> HTML {
        .group(parts.enumerated().flatMap { $0.offset == 0 ? [$0.element] : [separator, $0.element] })
    }

    private static func tag(_ tag: Tag, _ children: [HTML]) -> HTML { .element(tag, [], children) }
}

private func styled(_ style: Style?) -> [Attribute] { style.map { [.class($0)] } ?? [] }
