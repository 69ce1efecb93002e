/// A rule pack a fleet chose, and the version it holds on to.
package struct PackChoice: Sendable, Equatable, CustomStringConvertible {
    package let name: String
    /// `nil`: whatever is installed.
    package let version: Int?

    package init(name: String, version: Int? = nil) {
        self.name = name
        self.version = version
    }

    /// As the fleet file writes it: `web@3`.
    package var description: String { version.map { "\(name)@\($0)" } ?? name }
}

/// A severity the fleet gives a rule in place of the shipped one.
package struct SeverityChoice: Sendable, Equatable {
    package let rule: String
    package let severity: Severity
    package let reason: String

    package init(rule: String, severity: Severity, reason: String) {
        self.rule = rule
        self.severity = severity
        self.reason = reason
    }
}
