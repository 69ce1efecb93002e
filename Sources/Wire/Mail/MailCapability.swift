/// One extension or capability of a mail server: `SIZE 10240000`, `AUTH=PLAIN`, `STLS`.
package struct MailCapability: Sendable, Hashable {
    /// Upper case.
    package let name: String
    package let parameters: String

    /// Takes the keyword up to the first space or equals sign: `AUTH=PLAIN` is AUTH with the parameter PLAIN.
    package init?(parsing line: String) {
        let text = line.spacesFolded
        let end = text.firstIndex { $0 == " " || $0 == "=" } ?? text.endIndex
        guard end > text.startIndex else { return nil }
        name = text[..<end].uppercased()
        parameters = end < text.endIndex ? String(text[text.index(after: end)...]).spacesFolded : ""
    }
}
