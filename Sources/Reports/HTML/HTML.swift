/// A piece of a page: a typed tree that can only be written as well-formed, escaped HTML.
///
/// There is no template engine on purpose: a misspelt variable in a template renders as nothing and nobody notices,
/// and every template is one more place to forget escaping. Here a misspelling does not compile, text is escaped in
/// exactly one place (`EscapedText`), and event attributes and `style` cannot be expressed at all.
///
/// A string literal is text. An interpolation takes text or further HTML, never a number: numbers go through
/// `Wording`, which knows how the language writes them.
indirect enum HTML: Sendable {
    case text(String)
    case element(Tag, [Attribute], [HTML])
    case group([HTML])
    /// Our own style and script, and data that `JSONText` has made harmless: the content of a raw text element.
    case raw(Tag, [Attribute], String)

    static let nothing = HTML.group([])

    /// Elements by name, so that a typing mistake does not compile.
    enum Tag: String, Sendable {
        case a, bdi, body, button, caption, code, dd, div, dl, dt, figcaption, figure, footer, h1, h2, h3
        case head, header, html, input, label, li, link, main, meta, nav, ol, p, pre, script, section, span
        case strong, style, table, tbody, td, th, thead, title, tr, ul
        case br, wbr, svg, line, rect, circle, polygon, polyline, desc
        case drawnText = "text"

        var isVoid: Bool {
            switch self {
            case .meta, .link, .br, .wbr, .input: true
            default: false
            }
        }
    }
}

extension HTML: ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
    init(stringLiteral value: String) { self = .text(value) }

    init(stringInterpolation: Pieces) { self = .group(stringInterpolation.pieces) }

    /// Collects literal text, inserted text and inserted HTML in order.
    struct Pieces: StringInterpolationProtocol {
        var pieces: [HTML] = []

        init(literalCapacity: Int, interpolationCount: Int) {}

        mutating func appendLiteral(_ literal: String) {
            if !literal.isEmpty { pieces.append(.text(literal)) }
        }

        mutating func appendInterpolation(_ text: String) { pieces.append(.text(text)) }
        mutating func appendInterpolation(_ html: HTML) { pieces.append(html) }
    }
}

extension DefaultStringInterpolation {
    /// A string cannot hold HTML: without this it would take the value's description, and only a reader would notice.
    @available(*, deprecated, message: "HTML inside a String loses its links; make the whole text HTML")
    mutating func appendInterpolation(_ html: HTML) { appendLiteral(html.plainText) }
}

extension HTML {
    /// The page as text. Children of `svg` and of everything else are written alike.
    var markup: String {
        var text = ""
        write(to: &text)
        return text
    }

    private func write(to output: inout String) {
        switch self {
        case .text(let text): output += EscapedText.content(text)
        case .group(let parts): for part in parts { part.write(to: &output) }
        case .raw(let tag, let attributes, let content):
            open(tag, attributes, in: &output)
            output += content
            output += "</\(tag.rawValue)>"
        case .element(let tag, let attributes, let children):
            open(tag, attributes, in: &output)
            guard !tag.isVoid else { return }
            for child in children { child.write(to: &output) }
            output += "</\(tag.rawValue)>"
            if tag.endsLine { output += "\n" }
        }
    }

    private func open(_ tag: Tag, _ attributes: [Attribute], in output: inout String) {
        output += "<\(tag.rawValue)"
        for attribute in attributes { output += " \(attribute.name)=\"\(EscapedText.attribute(attribute.value))\"" }
        output += ">"
    }
}

extension HTML.Tag {
    /// A line break after these keeps the file readable and its diff short; it never changes what is shown.
    fileprivate var endsLine: Bool {
        switch self {
        case .p, .li, .tr, .h1, .h2, .h3, .table, .section, .header, .main, .footer, .nav, .ul, .ol, .dd, .div: true
        default: false
        }
    }
}
