extension String {
    /// Text as a peer sent it, safe to store and print: UTF-8 with replacement, white space as spaces, and without
    /// control, format (bidirectional overrides, zero width) and line separator characters.
    package init(visible bytes: some Collection<UInt8>) {
        self.init(visible: String(decoding: bytes, as: UTF8.self))
    }

    package init(visible text: String) {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control: if scalar == "\t" || scalar == "\n" || scalar == "\r" { scalars.append(" ") }
            case .format, .surrogate: break
            case .lineSeparator, .paragraphSeparator, .spaceSeparator: scalars.append(" ")
            default: scalars.append(scalar)
            }
        }
        self.init(scalars)
    }

    /// Leading and trailing spaces gone, every run of spaces inside made one.
    package var spacesFolded: String { split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ") }
}
