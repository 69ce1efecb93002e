/// Why a statement somebody wrote was not prepared or did not finish. The message quotes what was wrong.
package struct SQLProblem: Error, Sendable, Equatable, CustomStringConvertible {
    package enum Kind: String, Sendable {
        /// It is not SQL, or names something that does not exist.
        case invalid
        /// It asks for something a reader may not do.
        case refused
        /// It took too long, returned too much or failed while it ran.
        case failed
    }

    package let kind: Kind
    package let message: String
    /// What would be right, where that is known.
    package let hint: String?
    /// UTF-8 offset into the statement, where SQLite names one.
    package let offset: Int?

    package init(_ kind: Kind, _ message: String, hint: String? = nil, offset: Int? = nil) {
        self.kind = kind
        self.message = message
        self.hint = hint
        self.offset = offset
    }

    package var description: String { message + (hint.map { " (\($0))" } ?? "") }

    /// The line of the statement it is about, counted from 0.
    package func line(in statement: String) -> Int {
        guard let offset else { return 0 }
        return statement.utf8.prefix(max(0, offset)).count { $0 == UInt8(ascii: "\n") }
    }
}
