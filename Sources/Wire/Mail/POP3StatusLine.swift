/// The first line of a POP3 server's answer (RFC 1939 3): `+OK ready` or `-ERR no`.
package struct POP3StatusLine: Sendable, Equatable {
    package let isPositive: Bool
    package let text: String

    /// The line without its end.
    package init(parsing line: [UInt8]) throws(WireError) {
        let words = String(visible: line).split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
        switch words.first?.uppercased() {
        case "+OK": isPositive = true
        case "-ERR": isPositive = false
        default: throw .unexpected(field: "status", of: "POP3 answer", found: String(visible: line.prefix(60)))
        }
        text = words.count > 1 ? String(words[1]).spacesFolded : ""
    }
}
