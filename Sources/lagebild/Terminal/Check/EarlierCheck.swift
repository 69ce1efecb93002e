import Documents
import Foundation
import Pipeline

/// The file of an earlier `check --format json`, read before anything is asked.
struct EarlierCheck {
    let file: String
    let document: JSONValue

    static func read(_ file: String) throws -> EarlierCheck {
        let text: String
        do {
            text = try String(contentsOfFile: file, encoding: .utf8)
        } catch {
            throw UnreadableInput("\(file): cannot be read", hint: wayOut)
        }
        do {
            let document = try JSONValue.read(text, source: file)
            try CheckComparison.requireCheck(document)
            return EarlierCheck(file: file, document: document)
        } catch let error as Diagnostic {
            throw UnreadableInput("\(error.place): \(error.message)", hint: Self.wayOut)
        } catch {
            throw UnreadableInput("\(file): \(error)", hint: Self.wayOut)
        }
    }

    func compared(to answer: Check.Answer) throws -> CheckComparison {
        try CheckComparison(from: document, to: answer)
    }

    private static let wayOut = "name a file that 'lagebild check HOST --format json' wrote"
}

/// A file someone named cannot be read or is not of the kind expected.
struct UnreadableInput: Error {
    let message: String
    let hint: String

    init(_ message: String, hint: String) {
        self.message = message
        self.hint = hint
    }
}
