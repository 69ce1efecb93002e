import Foundation
import FoundationXML

/// An element of a BPMN file with where it stands; names without prefixes, because every tool chooses its own.
struct BPMNElement: Sendable {
    let name: String
    let namespace: String
    let place: Place
    fileprivate let attributes: [String: String]
    fileprivate(set) var children: [BPMNElement] = []
    /// What stands directly inside, as written.
    fileprivate(set) var text = ""

    /// An attribute without prefix: BPMN's own have none.
    subscript(attribute: String) -> String? { attributes[attribute] }

    /// `name` on one line, cut where somebody put a novel there.
    var label: String { String((self["name"] ?? "").foldedSpaces.prefix(300)) }

    func isModel(_ name: String) -> Bool { self.name == name && namespace == BPMNFile.model }
    func isDrawing(_ name: String) -> Bool { self.name == name && namespace == BPMNFile.drawing }
}

/// Builds the elements of a file. Bounded in size, depth and number; document types and with them entities are refused.
enum BPMNTree {
    static let longestFile = 10 * 1_024 * 1_024
    static let deepest = 64
    static let mostElements = 200_000
    static let longestText = 20_000

    static func read(_ text: String, file: String) throws(Diagnostic) -> BPMNElement {
        let start = Place(file: file, line: 1, column: 1)
        guard text.utf8.count <= longestFile else {
            throw Diagnostic(at: start, "the file has \(text.utf8.count) bytes, more than \(longestFile)")
        }
        try refuseDocumentType(text, file: file)
        let parser = XMLParser(data: Data(text.utf8))
        parser.shouldProcessNamespaces = true
        parser.shouldResolveExternalEntities = false
        let builder = Builder(file: file)
        parser.delegate = builder
        let isWhole = parser.parse()
        if let fault = builder.fault { throw fault }
        guard isWhole, let root = builder.root else {
            let place = Place(file: file, line: max(1, parser.lineNumber), column: max(1, parser.columnNumber))
            throw Diagnostic(
                at: place, "not well-formed XML", hint: "export the process as 'BPMN 2.0 XML' from the modelling tool")
        }
        return root
    }

    /// A BPMN file never needs one, and entities are how a small file becomes a huge one.
    private static func refuseDocumentType(_ text: String, file: String) throws(Diagnostic) {
        guard let found = text.firstRange(of: "<!DOCTYPE") ?? text.firstRange(of: "<!ENTITY") else { return }
        let before = text[..<found.lowerBound]
        let line = before.utf8.count { $0 == UInt8(ascii: "\n") } + 1
        let column = before.unicodeScalars.reversed().prefix { $0 != "\n" }.count + 1
        throw Diagnostic(
            at: Place(file: file, line: line, column: column), "document types and entities are not supported",
            hint: "remove the <!DOCTYPE ...>; BPMN files have none")
    }

    private final class Builder: NSObject, XMLParserDelegate {
        let file: String
        private(set) var root: BPMNElement?
        private(set) var fault: Diagnostic?
        private var open: [BPMNElement] = []
        private var count = 0

        init(file: String) { self.file = file }

        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
            attributes: [String: String]
        ) {
            guard fault == nil else { return }
            let place = Place(file: file, line: max(1, parser.lineNumber), column: max(1, parser.columnNumber))
            count += 1
            if count > BPMNTree.mostElements {
                return stop(parser, at: place, "the file has more than \(BPMNTree.mostElements) elements")
            }
            if open.count >= BPMNTree.deepest {
                return stop(parser, at: place, "nested deeper than \(BPMNTree.deepest) levels")
            }
            open.append(
                BPMNElement(name: name, namespace: namespaceURI ?? "", place: place, attributes: attributes))
        }

        func parser(_ parser: XMLParser, foundCharacters string: String) {
            guard fault == nil, let last = open.indices.last, open[last].text.utf8.count < BPMNTree.longestText else {
                return
            }
            open[last].text += string
        }

        func parser(_ parser: XMLParser, foundCDATA block: Data) {
            self.parser(parser, foundCharacters: String(decoding: block, as: UTF8.self))
        }

        func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
            guard fault == nil, let done = open.popLast() else { return }
            if open.isEmpty { root = done } else { open[open.count - 1].children.append(done) }
        }

        private func stop(_ parser: XMLParser, at place: Place, _ message: String) {
            fault = Diagnostic(at: place, message, hint: "export one process of one service to a file")
            parser.abortParsing()
        }
    }
}

extension String {
    /// White space, line breaks among it, as single spaces; none at the ends.
    var foldedSpaces: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
