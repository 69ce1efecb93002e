extension HTML {
    /// What a reader without markup sees; for cells a script adds later, and for wording tests.
    var plainText: String {
        switch self {
        case .text(let text): EscapedText.visible(text)
        case .group(let parts): parts.map(\.plainText).joined()
        case .element(.br, _, _): " "
        case .element(_, _, let children): children.map(\.plainText).joined()
        case .raw: ""
        }
    }
}
