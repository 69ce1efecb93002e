/// An element of a small XML document with everything in it.
package struct XMLElement: Sendable, Equatable {
    package let tag: XMLTag
    package fileprivate(set) var children: [XMLElement] = []
    /// The text directly in this element, joined over its children; white space as written.
    package fileprivate(set) var text = ""

    fileprivate init(tag: XMLTag) { self.tag = tag }

    package var name: String { tag.name }
    package var namespace: String { tag.namespace }
    package var attributes: [String: String] { tag.attributes }
    package var line: Int { tag.line }
    package var column: Int { tag.column }

    package subscript(attribute: String) -> String? { tag.attributes[attribute] }

    package func child(_ name: String) -> XMLElement? { children.first { $0.name == name } }

    package func children(named name: String) -> [XMLElement] { children.filter { $0.name == name } }
}

/// Puts the events of a document together; the reader guarantees that they match.
struct XMLTree {
    private var open: [XMLElement] = []
    private(set) var root: XMLElement?

    mutating func take(_ event: XMLEvent) {
        switch event {
        case .start(let tag): open.append(XMLElement(tag: tag))
        case .text(let text): open[open.count - 1].text += text
        case .end:
            let done = open.removeLast()
            if open.isEmpty { root = done } else { open[open.count - 1].children.append(done) }
        }
    }
}
