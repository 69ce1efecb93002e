import Documents
import Imports
import Inventory
import Model

/// What an operator asks of `lagebild import` for one file.
package struct ImportRequest: Sendable {
    package let file: String
    package var body: String?
    package var format: ImportFormat?
    package var mapping: String?
    package var source: String?
    package var day: Day?
    /// A refused row then keeps the whole file out.
    package var isStrict = false
    package var isDryRun = false
    package var importedBy = ""

    package init(file: String) { self.file = file }
}

/// What became of one file.
package struct ImportOutcome: Sendable {
    /// `nil` for a dry run and for a file that is known.
    package let id: String?
    package let draft: ImportDraft
    package let difference: ImportDifference
    package let refusals: [Diagnostic]
    package let recognition: Recognition
}

/// A file that cannot be imported as it is.
package struct UnreadableImport: Error, Sendable {
    package let reason: Diagnostic
    package let refusals: [Diagnostic]
}
