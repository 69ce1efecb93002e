/// A fleet file that cannot be used, with everything that is wrong with it.
package struct FleetFileError: Error, Sendable, Equatable, CustomStringConvertible {
    /// Errors and warnings in reading order; at least one error.
    package let diagnostics: [Diagnostic]

    package init(diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }

    package var errors: [Diagnostic] { diagnostics.filter { $0.severity == .error } }

    /// One line per fault, each with its hint below.
    package var description: String { diagnostics.map(\.description).joined(separator: "\n") }
}
