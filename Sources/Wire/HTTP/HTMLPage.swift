/// Title and generator of a web page, found by walking its tags once; no tree is built.
package struct HTMLPage: Sendable, Equatable {
    /// White space folded, 200 characters at most.
    package private(set) var title = ""
    package private(set) var generator = ""

    /// `charset` as the Content-Type field states it; the page's own word counts where it is empty.
    package init(scanning bytes: [UInt8], charset: String = "") {
        let text = HTMLText(bytes, charset: charset)
        var tags = HTMLTags(bytes)
        while let tag = tags.next() {
            switch tag.name {
            case "title":
                let content = tags.content(until: "title")
                if title.isEmpty { title = text.readable(content, limit: 200) }
            case "meta":
                if generator.isEmpty { generator = Self.generator(in: tag, as: text) }
            case "script", "style", "svg": _ = tags.content(until: tag.name)
            case "body" where !title.isEmpty: return
            default: break
            }
        }
    }

    private static func generator(in tag: HTMLTags.Tag, as text: HTMLText) -> String {
        guard let name = tag.attribute("name"), text.readable(name, limit: 40).lowercased() == "generator" else {
            return ""
        }
        return text.readable(tag.attribute("content") ?? [], limit: 200)
    }
}
