import Wire

/// What is asked with one hello each when there are too few left to ask suite by suite: the most important first. A
/// refusal proves the whole class.
enum SuiteClass: CaseIterable {
    /// No encryption, no authentication, or export.
    case broken
    /// RC4, 3DES, DES, IDEA, RC2.
    case outdated
    case rsaTransport
    case dhe
    case cbc
    case other

    init(_ suite: CipherSuite) {
        self =
            if suite.encryption == "NULL" || suite.authentication == "anon" || suite.isExport {
                .broken
            } else if ["RC4", "3DES", "DES", "IDEA", "RC2"].contains(suite.encryption) {
                .outdated
            } else if suite.keyExchange == "RSA" {
                .rsaTransport
            } else if suite.keyExchange == "DHE" {
                .dhe
            } else if suite.mode == "CBC" {
                .cbc
            } else {
                .other
            }
    }

    /// The classes that are not empty.
    static func partition(_ suites: [CipherSuite]) -> [[CipherSuite]] {
        let classes = Dictionary(grouping: suites, by: SuiteClass.init)
        return allCases.compactMap { classes[$0] }
    }

    /// At most so many parts; the least important classes are asked together.
    static func merge(_ suites: [CipherSuite], into count: Int) -> [[CipherSuite]] {
        let parts = partition(suites)
        guard count > 0 else { return [] }
        guard parts.count > count else { return parts }
        return parts.prefix(count - 1) + [Array(parts.dropFirst(count - 1).joined())]
    }
}
