/// What a reader of a long XML file is told, in the order of the file.
package enum XMLEvent: Sendable, Equatable {
    case start(XMLTag)
    /// All text between two tags as one piece, entities replaced; may be nothing but white space.
    case text(String)
    case end(name: String)
}

/// A start tag: local name, namespace and attributes.
package struct XMLTag: Sendable, Equatable {
    /// Without prefix.
    package let name: String
    /// Empty where the file declares none.
    package let namespace: String
    /// By the name as written; namespace declarations are not among them.
    package let attributes: [String: String]
    /// Where the tag ends: the parser knows no earlier place.
    package let line: Int
    package let column: Int

    package init(name: String, namespace: String, attributes: [String: String], line: Int, column: Int) {
        self.name = name
        self.namespace = namespace
        self.attributes = attributes
        self.line = line
        self.column = column
    }

    package subscript(attribute: String) -> String? { attributes[attribute] }
}
