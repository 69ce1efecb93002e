/// What a server really does, known without any of the scanner's code.
struct Truth: Sendable {
    /// Accepted suites by version, IANA names; in the server's order where it decides.
    var suites: [String: [String]]
    /// Accepted groups by version, IANA names.
    var groups: [String: Set<String>]
    /// server or client, for versions with two suites or more.
    var decides: [String: String]
    /// SHA-256 of every server certificate it can hand out.
    var certificates: Set<String>

    /// Versions whose every name also holds for `decides`: the same side for all of them.
    init(
        suites: [String: [String]], groups: [String: Set<String>], decides: String, certificates: Set<String>
    ) {
        self.suites = suites.filter { !$0.value.isEmpty }
        self.groups = groups.filter { !$0.value.isEmpty }
        self.decides = self.suites.filter { $0.value.count > 1 }.mapValues { _ in decides }
        self.certificates = certificates
    }

    static let versions = ["SSLv2", "SSLv3", "TLSv1.0", "TLSv1.1", "TLSv1.2", "TLSv1.3"]

    /// One line for each thing that is so, to be compared as a set.
    var statements: Set<String> {
        var lines: Set<String> = []
        for version in Self.versions where suites[version] == nil { lines.insert("\(version) refused") }
        for (version, names) in suites {
            lines.insert("\(version) accepted")
            lines.formUnion(names.map { "\(version) suite \($0)" })
        }
        for (version, names) in groups { lines.formUnion(names.map { "\(version) group \($0)" }) }
        for (version, side) in decides { lines.insert("\(version) order of the \(side)") }
        lines.formUnion(certificates.map { "certificate \($0)" })
        return lines
    }

    /// Orders that can be told: `version: A > B > ...`.
    var orders: Set<String> {
        Set(suites.filter { decides[$0.key] == "server" }.map { "\($0.key): \($0.value.joined(separator: " > "))" })
    }

    /// What no client can ask for without finishing a handshake for each: TLS 1.3 encrypts its signatures.
    var unknowable: Set<String> {
        suites["TLSv1.3"] == nil ? [] : ["TLSv1.3 every signature_scheme: encrypted"]
    }
}
