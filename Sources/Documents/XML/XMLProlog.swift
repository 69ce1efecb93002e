/// What stands before the first element, looked at before the library sees it: the encoding must be one whose ASCII is
/// ASCII, and a document type may be named but not declared, so that no entity of the file's own exists.
struct XMLProlog {
    /// Longer than any producer's comment and licence.
    static let longest = 1 << 16

    private let bytes: [UInt8]
    private let file: String
    private var offset = 0
    /// Offset of the sign after `?>` where there is an XML declaration.
    private(set) var declarationEnd: Int?

    /// `start` are the first bytes of the file, at most `longest`.
    static func check(_ start: [UInt8], file: String) throws(Diagnostic) -> XMLProlog {
        var prolog = XMLProlog(bytes: start, file: file)
        try prolog.read()
        return prolog
    }

    private init(bytes: [UInt8], file: String) {
        self.bytes = bytes
        self.file = file
    }

    private mutating func read() throws(Diagnostic) {
        if starts(with: "\u{FEFF}") { offset = 3 }
        while true {
            skipSpace()
            if starts(with: "<?") {
                try readInstruction()
            } else if starts(with: "<!--") {
                try skip(past: "-->", what: "comment")
            } else if starts(with: "<!DOCTYPE") {
                try readDocumentType()
            } else if starts(with: "<"), offset + 1 < bytes.count {
                return
            } else {
                throw offset < bytes.count
                    ? problem("not XML: found text where '<' must stand")
                    : problem("not XML: the file holds no element", hint: "is the file complete?")
            }
        }
    }

    private mutating func readInstruction() throws(Diagnostic) {
        let start = offset
        let place = place
        try skip(past: "?>", what: "instruction")
        let text = String(decoding: bytes[start..<offset], as: UTF8.self)
        guard text.hasPrefix("<?xml "), let encoding = XMLProlog.encoding(in: text) else { return }
        declarationEnd = offset
        guard XMLProlog.encodings.contains(encoding.lowercased()) else {
            throw Diagnostic(
                at: place, "the encoding '\(encoding.excerpt)' is not supported", hint: "save the file as UTF-8")
        }
    }

    private mutating func readDocumentType() throws(Diagnostic) {
        let place = place
        let rest = bytes[offset...]
        guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else {
            throw problem("not XML: the document type is not closed")
        }
        let words = rest[..<end].dropFirst("<!DOCTYPE".utf8.count).split(whereSeparator: XMLProlog.isSpace)
        guard words.count == 1, !rest[..<end].contains(UInt8(ascii: "[")) else {
            throw Diagnostic(
                at: place, "the file declares a document type or entities of its own, which are not read",
                hint: "remove the DOCTYPE; entities can make a small file huge or name other files")
        }
        offset = end + 1
    }

    private mutating func skip(past end: String, what: String) throws(Diagnostic) {
        let end = Array(end.utf8)
        var here = offset
        while here + end.count <= bytes.count {
            if bytes[here..<(here + end.count)].elementsEqual(end) {
                offset = here + end.count
                return
            }
            here += 1
        }
        throw problem(
            "not XML: the \(what) before the first element is not closed or longer than \(Self.longest) bytes")
    }

    private mutating func skipSpace() {
        while offset < bytes.count, XMLProlog.isSpace(bytes[offset]) { offset += 1 }
    }

    private func starts(with text: String) -> Bool { bytes[offset...].starts(with: text.utf8) }

    private var place: Place {
        let before = bytes[..<offset]
        let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        return Place(
            file: file, line: before.count { $0 == UInt8(ascii: "\n") } + 1, column: offset - lineStart + 1)
    }

    private func problem(_ message: String, hint: String? = nil) -> Diagnostic {
        Diagnostic(at: place, message, hint: hint)
    }

    private static func isSpace(_ byte: UInt8) -> Bool { [0x20, 0x09, 0x0A, 0x0D].contains(byte) }

    private static let encodings: Set<String> = [
        "utf-8", "utf8", "us-ascii", "ascii", "iso-8859-1", "iso-8859-15", "windows-1252",
    ]

    private static func encoding(in declaration: String) -> String? {
        guard let match = declaration.firstMatch(of: #/encoding\s*=\s*["']([^"']*)["']/#) else { return nil }
        return String(match.1)
    }
}
