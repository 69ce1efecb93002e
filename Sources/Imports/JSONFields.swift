import Documents

extension JSONValue {
    /// A member as text, whether the producer wrote it as text or as a number; empty where it is absent.
    func field(_ name: String) -> String {
        switch self[name] {
        case .string(let text): text
        case .integer(let number): String(number)
        case .number(let number): String(number)
        default: ""
        }
    }

    /// Reads a whole file in UTF-8 or, with its mark, UTF-16.
    static func read(_ bytes: [UInt8], _ file: String) throws -> JSONValue {
        try read(String.unicode(bytes, file), source: file)
    }
}

extension String {
    /// The text of a file that is written in UTF-8 or, with its mark, UTF-16.
    static func unicode(_ bytes: [UInt8], _ file: String) throws(Diagnostic) -> String {
        let encoding = TextEncoding.guess(from: Array(bytes.prefix(4)))
        if let text = (encoding == .utf16 ? encoding : .utf8).decode(bytes) { return text }
        throw Diagnostic(
            at: Place(file: file, offset: TextEncoding.firstWrongByte(in: bytes) ?? 0, in: bytes),
            "the file is not UTF-8", hint: "save it as UTF-8")
    }

    func or(_ other: @autoclosure () -> String) -> String { isEmpty ? other() : self }
}
