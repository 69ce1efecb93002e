import Yams

/// The library's complaint in our words: one place, one sentence, a way out where there is a usual one.
struct YAMLFault {
    let message: String
    let hint: String?
    let line: Int
    let column: Int

    init(_ error: YamlError, text: String) {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            let written = lines.indices.contains(mark.line - 1) ? lines[mark.line - 1] : ""
            message = YAMLFault.sentence(problem, context?.text, line: written)
            // A file that ends too early is complained about after its last line.
            let end = lines.lastIndex { !$0.isEmpty } ?? 0
            line = min(mark.line, end + 1)
            hint = YAMLFault.hint(problem, context, line: written, number: line)
            column = mark.line > line ? (lines.indices.contains(end) ? lines[end].count : 0) + 1 : mark.column
        case .reader(let problem, let offset, let value, _):
            let before = text.prefix(offset ?? 0)
            message =
                "not valid YAML: \(problem)" + (value > 0 ? " (U+\(String(value, radix: 16, uppercase: true)))" : "")
            hint = "remove the control character"
            line = before.filter(\.isNewline).count + 1
            column = before.reversed().prefix { !$0.isNewline }.count + 1
        case .duplicatedKeysInMapping(let duplicates, let context):
            let key = duplicates.first ?? ""
            let place = YAMLFault.second(key, after: context.mark, in: lines)
            message = "key '\(key)' is given twice"
            hint = "it is already given in line \(context.mark.line)"
            (line, column) = (place.line, place.column)
        default:
            (message, hint, line, column) = ("not valid YAML", nil, 1, 1)
        }
    }

    func diagnostic(file: String) -> Diagnostic {
        Diagnostic(at: Place(file: file, line: line, column: column), message, hint: hint)
    }

    /// What a person would say for the library's most frequent words; for the others the words themselves.
    private static let inOurWords = [
        "did not find expected ',' or ']'": "a '[' is not closed",
        "did not find expected ',' or '}'": "a '{' is not closed",
        "found unexpected end of stream": "a quotation mark is not closed",
        "mapping values are not allowed": "a ':' where none can stand",
        "did not find expected '-' indicator": "a list item without '-'",
        "did not find expected node content": "a value is missing, or a bracket is not closed",
        "did not find expected key": "a key is indented unlike its neighbours, or a quotation mark is missing before",
        "could not find expected ':'": "a key without ':'",
        "found character that cannot start any token": "text that starts with a special sign",
    ]

    private static func sentence(_ problem: String, _ context: String?, line: Substring) -> String {
        if line.prefix(while: \.isWhitespace).contains("\t") { return "not valid YAML: a line is indented with a tab" }
        if let words = inOurWords.first(where: { problem.hasPrefix($0.key) })?.value {
            return "not valid YAML: \(words)"
        }
        if problem == "but found another document" { return "the file holds more than one YAML document" }
        if problem == "found undefined alias" { return "anchors and aliases are not supported" }
        return "not valid YAML: \(problem)" + (context.map { " \($0)" } ?? "")
    }

    private static func hint(
        _ problem: String, _ context: YamlError.Context?, line: Substring, number: Int
    ) -> String? {
        if line.prefix(while: \.isWhitespace).contains("\t") { return "indent with spaces, YAML does not allow tabs" }
        if problem.contains("mapping values are not allowed") {
            return "put text that contains ': ' in quotes, and check the indentation"
        }
        if problem.contains("cannot start any token") { return "put text that starts with a special sign in quotes" }
        // The library names the place of the fault again, not where the list or mapping began.
        if problem.contains("expected node content") { return "write the value, or close the bracket before it" }
        // What begins after the last line has no place in the file.
        return context.flatMap { $0.mark.line <= number ? "it began in line \($0.mark.line)" : nil }
    }

    /// Where a key stands again: in a block at the same column below, in `{…}` later on the same line.
    private static func second(_ key: String, after mark: Mark, in lines: [Substring]) -> (line: Int, column: Int) {
        func startsKey(_ rest: some StringProtocol) -> Bool {
            [key, "\"\(key)\"", "'\(key)'"].contains { rest.hasPrefix($0 + ":") }
        }
        guard lines.indices.contains(mark.line - 1) else { return (mark.line, mark.column) }
        let own = lines[mark.line - 1]
        for offset in 0..<max(0, own.count - mark.column) where startsKey(own.dropFirst(mark.column + offset)) {
            return (mark.line, mark.column + offset + 1)
        }
        for (index, line) in lines.enumerated().dropFirst(mark.line)
        where startsKey(line.dropFirst(mark.column - 1))
            && line.prefix(mark.column - 1).allSatisfy({ " -".contains($0) })
        {
            return (index + 1, mark.column)
        }
        return (mark.line, mark.column)
    }
}
