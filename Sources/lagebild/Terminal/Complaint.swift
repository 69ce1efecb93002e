import Documents
import Foundation
import Inventory
import Pipeline
import Store

/// An error an operator can do something about, as one message with its exit status.
struct Complaint {
    let text: String
    let status: ExitStatus

    /// `nil` for errors that are not ours. Commands that check files ask for a list even of one mistake.
    init?(_ error: any Error, asList: Bool = false) {
        switch error {
        case let error as FleetFileError: self.init(error.diagnostics, asList)
        case let error as RuleFileError: self.init(error.diagnostics, asList)
        case let error as Diagnostic: self.init([error], asList)
        case let error as PlaceError: self.init(place: error)
        case let error as Refusal: self.init(refusal: error)
        case let error as StoreError: self.init(error.description, hint: error.hint, status: Self.status(of: error))
        case let error as UnreadableInput: self.init(error.message, hint: error.hint, status: .unreadable)
        case let error as InventoryError: self.init(error.description, hint: error.hint, status: .usage)
        case let error as SQLProblem: self.init(error.message, hint: error.hint ?? Self.wayOut(error), status: .usage)
        default: return nil
        }
    }

    private init(text: String, status: ExitStatus) {
        self.text = text
        self.status = status
    }

    private init(_ message: String, hint: String? = nil, status: ExitStatus) {
        self.init(text: "Error: \(message)" + (hint.map { "\nHint:  \($0)" } ?? ""), status: status)
    }

    private static func status(of error: StoreError) -> ExitStatus {
        switch error {
        case .locked: .busy
        case .notWritable: .cannotWrite
        case .unusable, .foreign, .newer, .damaged, .failed: .unavailable
        }
    }

    private init(_ diagnostics: [Diagnostic], _ asList: Bool) {
        if !asList, diagnostics.count == 1, let only = diagnostics.first {
            self.init("\(only.place): \(only.message)", hint: only.hint, status: .invalid)
            return
        }
        let errors = diagnostics.count { $0.severity == .error }
        let warnings = diagnostics.count - errors
        let lines =
            diagnostics.map(\.description) + [
                count(errors, "error") + (warnings == 0 ? "" : ", \(count(warnings, "warning"))")
            ]
        self.init(text: lines.joined(separator: "\n"), status: .invalid)
    }

    private init(place error: PlaceError) {
        switch error {
        case .missing(let message, let hint): self.init(message, hint: hint, status: .usage)
        case .unusable(let message, let hint): self.init(message, hint: hint, status: .invalid)
        case .cannotWrite(let message, let hint): self.init(message, hint: hint, status: .cannotWrite)
        }
    }

    private static func wayOut(_ error: SQLProblem) -> String {
        error.kind == .failed
            ? "ask for less, or allow more with --timeout and --max-rows" : "'lagebild schema' lists tables and columns"
    }

    private init(refusal: Refusal) {
        switch refusal {
        case .notAuthorised(let message, let hint): self.init(message, hint: hint, status: .refused)
        case .outsideWindow(let message, let hint): self.init(message, hint: hint, status: .busy)
        case .unavailable(let message, let hint): self.init(message, hint: hint, status: .unavailable)
        }
    }
}

func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

func closestWord(to word: String, among words: [String]) -> String? { Suggestion.closest(to: word, among: words) }
