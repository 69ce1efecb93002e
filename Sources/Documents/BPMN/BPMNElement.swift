/// An element of a BPMN file with where it stands; names without prefixes, because every tool chooses its own.
struct BPMNElement: Sendable {
    let place: Place
    let children: [BPMNElement]
    private let element: XMLElement

    /// The one element of a file that everything else stands in.
    static func root(of text: String, file: String) throws(Diagnostic) -> BPMNElement {
        var limits = XMLLimits.document
        limits.bytes = YAMLSource.longestFile
        limits.depth = 64
        do {
            return BPMNElement(try XMLReading.document(of: Array(text.utf8), file: file, limits: limits), file: file)
        } catch let diagnostic as Diagnostic {
            throw diagnostic
        } catch {
            preconditionFailure("the XML door throws diagnostics only: \(error)")
        }
    }

    private init(_ element: XMLElement, file: String) {
        self.element = element
        place = Place(file: file, line: element.line, column: element.column)
        children = element.children.map { BPMNElement($0, file: file) }
    }

    var name: String { element.name }
    var namespace: String { element.namespace }
    /// What stands directly inside, as written.
    var text: String { element.text }

    /// An attribute without prefix: BPMN's own have none.
    subscript(attribute: String) -> String? { element[attribute] }

    /// `name` on one line, cut where somebody put a novel there.
    var label: String { String((self["name"] ?? "").foldedSpaces.prefix(300)) }

    func isModel(_ name: String) -> Bool { self.name == name && namespace == BPMNFile.model }
    func isDrawing(_ name: String) -> Bool { self.name == name && namespace == BPMNFile.drawing }
}

extension String {
    /// White space, line breaks among it, as single spaces; none at the ends.
    var foldedSpaces: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
