import Foundation

/// Reads XML of strangers: bounded, without document types, entities or other files, wrong input refused with its place.
package enum XMLReading {
    /// A file as events; `receive` may throw to stop. The file is never whole in memory.
    package static func events(
        ofFile path: String, limits: XMLLimits = .stream, receive: (XMLEvent) throws -> Void
    ) throws {
        let size = try RegularFile.size(of: path)
        try checkSize(size, limits, path)
        let start = try RegularFile.start(of: path, count: XMLProlog.longest)
        if XMLReading.isUTF16(start) {
            return try events(
                of: RegularFile.bytes(of: path, most: limits.bytes), file: path, limits: limits, receive: receive)
        }
        _ = try XMLProlog.check(start, file: path)
        guard let stream = InputStream(fileAtPath: path) else {
            throw Diagnostic(at: Place(file: path, line: 1, column: 1), "cannot be read", hint: "check its permissions")
        }
        try XMLEventParser.parse(stream, file: path, limits: limits, receive: receive)
    }

    /// Bytes already in memory as events; `file` names them in messages.
    package static func events(
        of bytes: [UInt8], file: String, limits: XMLLimits = .document, receive: (XMLEvent) throws -> Void
    ) throws {
        try checkSize(bytes.count, limits, file)
        let bytes = isUTF16(bytes) ? try fromUTF16(bytes, file: file) : bytes
        _ = try XMLProlog.check(Array(bytes.prefix(XMLProlog.longest)), file: file)
        try XMLEventParser.parse(InputStream(data: Data(bytes)), file: file, limits: limits, receive: receive)
    }

    /// A small document as a tree.
    package static func document(ofFile path: String, limits: XMLLimits = .document) throws -> XMLElement {
        try tree(path) { try events(ofFile: path, limits: limits, receive: $0) }
    }

    /// A small document in memory as a tree; `file` names it in messages.
    package static func document(
        of bytes: [UInt8], file: String, limits: XMLLimits = .document
    ) throws -> XMLElement {
        try tree(file) { try events(of: bytes, file: file, limits: limits, receive: $0) }
    }

    /// A long document in memory, one element of the given names after the other, with all that is in each; what is
    /// inside one is not handed over again.
    package static func elements(
        named names: Set<String>, of bytes: [UInt8], file: String, limits: XMLLimits = .stream,
        receive: (XMLElement) throws -> Void
    ) throws {
        var tree: XMLTree?
        try events(of: bytes, file: file, limits: limits) { event in
            if case .start(let tag) = event, tree == nil, names.contains(tag.name) { tree = XMLTree() }
            tree?.take(event)
            guard let root = tree?.root else { return }
            tree = nil
            try receive(root)
        }
    }

    private static func tree(_ file: String, _ read: ((XMLEvent) -> Void) throws -> Void) throws -> XMLElement {
        var tree = XMLTree()
        try read { tree.take($0) }
        guard let root = tree.root else {
            throw Diagnostic(at: Place(file: file, line: 1, column: 1), "not XML: the file holds no element")
        }
        return root
    }

    private static func checkSize(_ size: Int, _ limits: XMLLimits, _ file: String) throws(Diagnostic) {
        guard size <= limits.bytes else {
            throw Diagnostic(
                at: Place(file: file, line: 1, column: 1), "the file has \(size) bytes, more than \(limits.bytes)")
        }
    }

    private static func isUTF16(_ start: [UInt8]) -> Bool {
        start.starts(with: [0xFE, 0xFF]) || start.starts(with: [0xFF, 0xFE])
    }

    /// The XML declaration names the old encoding, so spaces take its place.
    private static func fromUTF16(_ bytes: [UInt8], file: String) throws(Diagnostic) -> [UInt8] {
        guard let text = TextEncoding.utf16.decode(bytes) else {
            throw Diagnostic(at: Place(file: file, line: 1, column: 1), "the file is not valid UTF-16")
        }
        guard text.hasPrefix("<?xml "), let end = text.range(of: "?>") else { return Array(text.utf8) }
        let declaration = text[..<end.upperBound].map { $0.isNewline ? $0 : " " }
        return Array((String(declaration) + text[end.upperBound...]).utf8)
    }
}
