/// Where a page leads and what it asks for: targets of links, forms and frames in their order, each once.
package struct HTMLLinks: Sendable, Equatable {
    package private(set) var targets: [String] = []
    package private(set) var hasPasswordField = false

    private static let most = 500

    /// `charset` as the Content-Type field states it.
    package init(scanning bytes: [UInt8], charset: String = "") {
        let text = HTMLText(bytes, charset: charset)
        var seen: Set<String> = []
        var tags = HTMLTags(bytes)
        while let tag = tags.next() {
            switch tag.name {
            case "script", "style", "svg": _ = tags.content(until: tag.name)
            case "input":
                let kind = tag.attribute("type").map { text.readable($0, limit: 20).lowercased() }
                if kind == "password" { hasPasswordField = true }
            default:
                guard let name = Self.attributes[tag.name], let value = tag.attribute(name) else { continue }
                let target = text.readable(value, limit: 1_000)
                guard targets.count < Self.most, !target.isEmpty, seen.insert(target).inserted else { continue }
                targets.append(target)
            }
        }
    }

    private static let attributes = [
        "a": "href", "area": "href", "form": "action", "iframe": "src", "frame": "src", "button": "formaction",
    ]
}
