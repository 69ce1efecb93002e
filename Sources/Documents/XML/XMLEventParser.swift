import Foundation
import FoundationXML

/// The door to Foundation's XML parser (libxml2 underneath).
///
/// The library reads on after an error and takes some truncated files for complete ones, so everything after the first
/// problem is ignored here, and a document must have ended.
final class XMLEventParser: NSObject, XMLParserDelegate {
    private let file: String
    private let limits: XMLLimits
    private let receive: (XMLEvent) throws -> Void
    private var open: [String] = []
    private var elements = 0
    private var text = ""
    private var problem: (any Error)?

    private init(file: String, limits: XMLLimits, receive: @escaping (XMLEvent) throws -> Void) {
        self.file = file
        self.limits = limits
        self.receive = receive
    }

    static func parse(
        _ stream: InputStream, file: String, limits: XMLLimits, receive: (XMLEvent) throws -> Void
    ) throws {
        try withoutActuallyEscaping(receive) { receive in
            let reader = XMLEventParser(file: file, limits: limits, receive: receive)
            let parser = XMLParser(stream: stream)
            parser.shouldProcessNamespaces = true
            parser.shouldResolveExternalEntities = false
            parser.externalEntityResolvingPolicy = .never
            parser.delegate = reader
            let isWellFormed = parser.parse()
            parser.delegate = nil
            try reader.finish(parser, isWellFormed)
        }
    }

    private func finish(_ parser: XMLParser, _ isWellFormed: Bool) throws {
        if let problem { throw problem }
        guard isWellFormed, elements > 0, open.isEmpty else {
            throw Diagnostic(
                at: place(parser),
                open.last.map { "the file ends inside <\($0.excerpt)>" }
                    ?? "not XML: the file holds no complete element",
                hint: "is the file complete?")
        }
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        guarded(parser) {
            try flush(parser)
            elements += 1
            try check(parser, elements <= limits.elements, "more than \(limits.elements) elements")
            try check(parser, open.count < limits.depth, "nested deeper than \(limits.depth) levels")
            try check(parser, attributes.count <= limits.attributes, "more than \(limits.attributes) attributes")
            for (attribute, value) in attributes {
                try check(
                    parser, attribute.utf8.count <= limits.textBytes && value.utf8.count <= limits.textBytes,
                    "the attribute '\(attribute.excerpt)' is longer than \(limits.textBytes) bytes")
            }
            open.append(name)
            try receive(
                .start(
                    XMLTag(
                        name: name, namespace: namespaceURI ?? "", attributes: attributes,
                        line: parser.lineNumber, column: parser.columnNumber)))
        }
    }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        guarded(parser) {
            try flush(parser)
            try check(parser, open.popLast() == name, "not XML: '</\(name.excerpt)>' closes nothing")
            try receive(.end(name: name))
        }
    }

    func parser(_ parser: XMLParser, foundCharacters characters: String) { append(parser, characters) }

    func parser(_ parser: XMLParser, foundCDATA block: Data) { append(parser, String(decoding: block, as: UTF8.self)) }

    func parser(_ parser: XMLParser, parseErrorOccurred error: any Error) {
        guarded(parser) {
            throw Diagnostic(at: place(parser), "not XML: \(XMLFault.sentence((error as NSError).code, in: open.last))")
        }
    }

    // The prolog was searched for these already; if the library finds one all the same, reading stops.

    func parser(_ parser: XMLParser, foundInternalEntityDeclarationWithName name: String, value: String?) {
        refuseDeclaration(parser)
    }

    func parser(
        _ parser: XMLParser, foundExternalEntityDeclarationWithName name: String, publicID: String?, systemID: String?
    ) { refuseDeclaration(parser) }

    private func refuseDeclaration(_ parser: XMLParser) {
        guarded(parser) { throw Diagnostic(at: place(parser), "the file declares entities of its own") }
    }

    private func append(_ parser: XMLParser, _ characters: String) {
        guarded(parser) {
            try check(
                parser, text.utf8.count + characters.utf8.count <= limits.textBytes,
                "a text is longer than \(limits.textBytes) bytes")
            text += characters
        }
    }

    private func flush(_ parser: XMLParser) throws {
        guard !text.isEmpty else { return }
        let whole = text
        text = ""
        try receive(.text(whole))
    }

    private func check(_ parser: XMLParser, _ holds: Bool, _ message: String) throws {
        guard holds else { throw Diagnostic(at: place(parser), message) }
    }

    private func guarded(_ parser: XMLParser, _ body: () throws -> Void) {
        guard problem == nil else { return }
        do {
            try body()
        } catch {
            problem = error
            parser.abortParsing()
        }
    }

    private func place(_ parser: XMLParser) -> Place {
        Place(file: file, line: max(1, parser.lineNumber), column: max(1, parser.columnNumber))
    }
}

/// The library's error numbers in words.
enum XMLFault {
    static func sentence(_ code: Int, in element: String?) -> String {
        let inside = element.map { " in <\($0.excerpt)>" } ?? ""
        return (words[code] ?? "the parser stopped with error \(code)") + inside
    }

    /// libxml2's xmlParserErrors.
    private static let words = [
        3: "the file is empty", 4: "the file is empty", 5: "the file ends too early or goes on after its end",
        6: "a character reference is wrong", 7: "a character reference is wrong",
        8: "a character reference is wrong", 9: "a character that XML does not allow, or a wrong encoding",
        26: "an entity that is not declared", 38: "'<' in an attribute value", 39: "an attribute value without quotes",
        40: "an attribute value that is not closed", 41: "an attribute without a value", 42: "an attribute given twice",
        45: "a comment that is not closed", 63: "CDATA that is not closed", 65: "a missing space",
        68: "a name is missing", 73: "a tag that is not closed", 74: "a closing tag is wrong",
        76: "a closing tag that does not match", 77: "a tag that is not closed",
        81: "the encoding is wrong", 201: "a namespace prefix that is not declared",
    ]
}
