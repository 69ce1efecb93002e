/// One line of an IMAP server (RFC 9051 2.2.2), as far as a greeting and a list of capabilities need it.
package struct IMAPLine: Sendable, Equatable {
    /// `*` for untagged data, `+` for a continuation, else the tag of the command it completes.
    package let tag: String
    /// The first word after the tag, upper case: OK, NO, BAD, BYE, PREAUTH, CAPABILITY, ...
    package let keyword: String
    /// A response code in square brackets, without them: `CAPABILITY IMAP4rev1 STARTTLS`.
    package let code: String
    /// What is left.
    package let text: String

    /// The line without its end.
    package init(parsing line: [UInt8]) throws(WireError) {
        let words = String(visible: line).split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
        guard words.count >= 2, Self.isTag(words[0]), words[1].allSatisfy({ $0.isLetter && $0.isASCII }),
            !words[1].isEmpty
        else {
            throw .unexpected(field: "tag and keyword", of: "IMAP response", found: String(visible: line.prefix(60)))
        }
        tag = String(words[0])
        keyword = words[1].uppercased()
        let rest = words.count > 2 ? words[2] : ""
        if rest.first == "[", let end = rest.firstIndex(of: "]") {
            code = String(rest[rest.index(after: rest.startIndex)..<end])
            text = String(rest[rest.index(after: end)...]).spacesFolded
        } else {
            code = ""
            text = String(rest).spacesFolded
        }
    }

    /// Capabilities stated in this line, as untagged data or as a response code; `nil` where it states none.
    package var capabilities: [MailCapability]? {
        if tag == "*" && keyword == "CAPABILITY" { return Self.list(text) }
        let words = code.split(separator: " ", maxSplits: 1)
        guard words.first?.uppercased() == "CAPABILITY" else { return nil }
        return Self.list(words.count > 1 ? String(words[1]) : "")
    }

    private static func list(_ text: String) -> [MailCapability] {
        text.split(separator: " ").compactMap { MailCapability(parsing: String($0)) }
    }

    private static func isTag(_ word: Substring) -> Bool {
        word == "*"
            || (!word.isEmpty && word.count <= 20 && word.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) })
    }
}
