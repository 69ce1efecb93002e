/// Collects everything that is wrong with a set of files, so that an operator mends them in one go.
///
/// Shared by all readers of one loading; never leaves the task that made it.
package final class DiagnosticLog {
    private var entries: [Diagnostic] = []
    private var files: [String] = []

    package init() {}

    package func report(_ diagnostic: Diagnostic) {
        if !files.contains(diagnostic.file) { files.append(diagnostic.file) }
        if !entries.contains(diagnostic) { entries.append(diagnostic) }
    }

    package func error(at place: Place, _ message: String, hint: String? = nil) {
        report(Diagnostic(.error, at: place, message, hint: hint))
    }

    package func warning(at place: Place, _ message: String, hint: String? = nil) {
        report(Diagnostic(.warning, at: place, message, hint: hint))
    }

    /// In reading order: file by file as first complained about, then by line and column.
    package var diagnostics: [Diagnostic] {
        files.flatMap { file in
            entries.filter { $0.file == file }.enumerated()
                .sorted { ($0.element.place, $0.offset) < ($1.element.place, $1.offset) }
                .map(\.element)
        }
    }

    package var errors: [Diagnostic] { diagnostics.filter { $0.severity == .error } }
    package var warnings: [Diagnostic] { diagnostics.filter { $0.severity == .warning } }
    package var hasErrors: Bool { entries.contains { $0.severity == .error } }
}
