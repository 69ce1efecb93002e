/// A record of tags separated by semicolons: DMARC (RFC 9989), MTA-STS (RFC 8461), TLSRPT (RFC 8460).
package struct TaggedRecord: Sendable, Equatable {
    package let text: String
    private let tags: [String: String]

    /// `nil` unless the first tag is `v` with exactly this version.
    package init?(parsing text: String, version: String) {
        var tags: [String: String] = [:]
        for (position, part) in text.split(separator: ";", omittingEmptySubsequences: true).prefix(50).enumerated() {
            let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = pair[0].split(separator: " ").joined().lowercased()
            let value = pair.count > 1 ? String(pair[1]).spacesFolded : ""
            if position == 0 { guard name == "v", value == version else { return nil } }
            if tags[name] == nil { tags[name] = value }
        }
        guard !tags.isEmpty else { return nil }
        self.text = text
        self.tags = tags
    }

    /// Names are compared in lower case; of a tag given twice the first counts.
    package subscript(_ name: String) -> String? { tags[name] }
}
