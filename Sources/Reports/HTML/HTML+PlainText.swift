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

    /// A table the script sorts, filters or makes longer.
    var hasListing: Bool {
        switch self {
        case .text, .raw: false
        case .group(let parts): parts.contains(where: \.hasListing)
        case .element(let tag, let attributes, let children):
            tag == .table && attributes.contains { ["data-sort", "data-listing"].contains($0.name) }
                || children.contains(where: \.hasListing)
        }
    }
}
