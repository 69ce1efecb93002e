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
        let encoding = TextEncoding.guess(from: Array(bytes.prefix(4)))
        guard let text = (encoding == .utf16 ? encoding : .utf8).decode(bytes) else {
            throw Diagnostic(
                at: Place(file: file, line: 1, column: 1), "the file is not UTF-8", hint: "JSON is written in UTF-8")
        }
        return try read(text, source: file)
    }
}

extension String {
    func or(_ other: @autoclosure () -> String) -> String { isEmpty ? other() : self }
}
