import Model

/// One block of the answer: a heading and lines of a label and what was seen.
struct CheckSection {
    let title: String
    private(set) var lines: [String] = []

    init(_ title: String) { self.title = title }

    private static let labelWidth = 18

    /// Nothing is written for an empty value. Further lines of a long value stand below the first.
    mutating func add(_ label: String, _ value: String) {
        guard !value.isEmpty else { return }
        let indent = 2 + Self.labelWidth
        let text = wrapped(value, width: Environment.columns, indent: indent)
        lines.append("  " + label.padded(to: Self.labelWidth) + text.dropFirst(indent))
    }

    mutating func add(_ label: String, _ values: [String]) { add(label, values.joined(separator: ", ")) }

    /// A line as it is.
    mutating func add(line: String) { lines.append("  " + line) }
}
