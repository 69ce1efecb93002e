/// The terms of an SPF record (RFC 7208 4.6).
package struct SPFRecord: Sendable, Equatable {
    /// A mechanism: `-all`, `include:_spf.example.org`, `mx/24`.
    package struct Mechanism: Sendable, Equatable {
        /// `+`, `-`, `~` or `?`; a missing one is `+`.
        package let qualifier: Character
        /// Lower case.
        package let name: String
        /// What follows the colon; empty without.
        package let value: String
    }

    package let mechanisms: [Mechanism]
    /// The target of the redirect modifier; `nil` without.
    package let redirect: String?

    /// `nil` where the text is not an SPF record at all: another TXT record of the name (RFC 7208 4.5).
    package init?(parsing text: String) {
        let terms = text.split(separator: " ")
        guard let version = terms.first, version.lowercased() == "v=spf1" else { return nil }
        var mechanisms: [Mechanism] = []
        var redirect: String?
        for term in terms.dropFirst() {
            if let modifier = Self.modifier(term) {
                if modifier.name == "redirect" { redirect = redirect ?? modifier.value }
            } else {
                mechanisms.append(Self.mechanism(term))
            }
        }
        self.mechanisms = mechanisms
        self.redirect = redirect
    }

    /// Mechanisms that are evaluated: those up to the first `all` (RFC 7208 5.1).
    package var effective: ArraySlice<Mechanism> {
        guard let all = mechanisms.firstIndex(where: { $0.name == "all" }) else { return mechanisms[...] }
        return mechanisms[...all]
    }

    package var all: Mechanism? { mechanisms.first { $0.name == "all" } }

    private static func modifier(_ term: Substring) -> (name: String, value: String)? {
        guard let equals = term.firstIndex(of: "="), equals > term.startIndex,
            term[..<equals].allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) })
        else { return nil }
        return (term[..<equals].lowercased(), String(term[term.index(after: equals)...]))
    }

    private static func mechanism(_ term: Substring) -> Mechanism {
        let qualifier = term.first.flatMap { "+-~?".contains($0) ? $0 : nil }
        let rest = qualifier == nil ? term : term.dropFirst()
        let name = rest.prefix { $0 != ":" && $0 != "/" }
        let value = rest.dropFirst(name.count)
        return Mechanism(
            qualifier: qualifier ?? "+", name: name.lowercased(),
            value: value.first == ":" ? String(value.dropFirst()) : "")
    }
}
