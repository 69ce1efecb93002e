/// One thing wrong with a file an operator writes: where, what, and what would be right.
///
/// The message starts lower-case, quotes the input and ends without a full stop.
package struct Diagnostic: Error, Sendable, Equatable, CustomStringConvertible {
    package enum Severity: String, Sendable, Codable { case error, warning }

    package let place: Place
    package let severity: Severity
    package let message: String
    package let hint: String?

    package init(_ severity: Severity = .error, at place: Place, _ message: String, hint: String? = nil) {
        self.place = place
        self.severity = severity
        self.message = message
        self.hint = hint
    }

    package var file: String { place.file }
    package var line: Int { place.line }
    package var column: Int { place.column }

    /// `fleet.yaml:14:5: error: message`, and the hint on a line of its own.
    package var description: String {
        let first = "\(place): \(severity.rawValue): \(message)"
        return hint.map { "\(first)\nhint: \($0)" } ?? first
    }
}

/// A position in a file; lines and columns count from 1, columns in Unicode scalars.
package struct Place: Sendable, Hashable, Comparable, CustomStringConvertible {
    package let file: String
    package let line: Int
    package let column: Int

    package init(file: String, line: Int, column: Int) {
        self.file = file
        self.line = line
        self.column = column
    }

    /// Of a byte in a text.
    package init(file: String, offset: Int, in bytes: [UInt8]) {
        let before = bytes[..<min(offset, bytes.count)]
        let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        let scalars = before[start...].count { $0 & 0xC0 != 0x80 }
        self.init(file: file, line: before.count { $0 == UInt8(ascii: "\n") } + 1, column: scalars + 1)
    }

    package var description: String { "\(file):\(line):\(column)" }

    package static func < (left: Place, right: Place) -> Bool {
        (left.line, left.column) < (right.line, right.column)
    }
}

/// A value together with the place it was read from.
package struct Placed<Value> {
    package let value: Value
    package let place: Place

    package init(_ value: Value, at place: Place) {
        self.value = value
        self.place = place
    }
}

extension Placed: Sendable where Value: Sendable {}
extension Placed: Equatable where Value: Equatable {}
