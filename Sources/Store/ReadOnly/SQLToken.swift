/// A word, literal, operator or space of an SQL statement; all tokens together are the statement.
package struct SQLToken: Sendable, Equatable {
    package enum Kind: Sendable, Equatable { case word, quotedName, text, number, symbol, space }

    package let kind: Kind
    package let text: String

    package init(_ kind: Kind, _ text: String) {
        self.kind = kind
        self.text = text
    }

    package var isSpace: Bool { kind == .space }

    package func isWord(_ word: String) -> Bool { kind == .word && text.uppercased() == word }

    package static func all(in statement: String) -> [SQLToken] {
        var tokens: [SQLToken] = []
        var rest = Array(statement.utf8)[...]
        while let first = rest.first {
            let (kind, length) = next(first, rest)
            tokens.append(SQLToken(kind, String(decoding: rest.prefix(length), as: UTF8.self)))
            rest = rest.dropFirst(length)
        }
        return tokens
    }

    private static func next(_ first: UInt8, _ rest: ArraySlice<UInt8>) -> (Kind, Int) {
        if isBlank(first) { return (.space, rest.prefix(while: isBlank).count) }
        if rest.starts(with: "--".utf8) { return (.space, rest.prefix { $0 != UInt8(ascii: "\n") }.count) }
        if rest.starts(with: "/*".utf8) { return (.space, blockComment(rest)) }
        if first == UInt8(ascii: "'") { return (.text, quoted(rest, by: first)) }
        if first == UInt8(ascii: "\"") { return (.quotedName, quoted(rest, by: first)) }
        if isLetter(first) { return (.word, rest.prefix { isLetter($0) || isDigit($0) }.count) }
        if isDigit(first) { return (.number, rest.prefix { isDigit($0) || $0 == UInt8(ascii: ".") }.count) }
        let pairs = ["<=", ">=", "<>", "!=", "==", "||"]
        return (.symbol, pairs.contains { rest.starts(with: $0.utf8) } ? 2 : 1)
    }

    /// A doubled quote stands for itself; what is never closed runs to the end.
    private static func quoted(_ rest: ArraySlice<UInt8>, by quote: UInt8) -> Int {
        var index = rest.startIndex + 1
        while index < rest.endIndex {
            if rest[index] == quote {
                guard index + 1 < rest.endIndex, rest[index + 1] == quote else { return index + 1 - rest.startIndex }
                index += 1
            }
            index += 1
        }
        return rest.count
    }

    private static func blockComment(_ rest: ArraySlice<UInt8>) -> Int {
        var previous = UInt8(0)
        for (index, byte) in rest.enumerated().dropFirst(2) {
            if previous == UInt8(ascii: "*"), byte == UInt8(ascii: "/") { return index + 1 }
            previous = byte
        }
        return rest.count
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }
    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    private static func isLetter(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "_") || byte >= 128
            || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
}
