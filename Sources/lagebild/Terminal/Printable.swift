import Foundation

/// Text that came over the wire, made harmless for a terminal: no control and no direction-changing characters.
func printable(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
        switch scalar.properties.generalCategory {
        case .control where scalar == "\n" || scalar == "\t": result += " "
        case .control, .format, .surrogate, .privateUse, .unassigned: result += "\u{FFFD}"
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result
}

/// Words for people; never data.
func say(_ text: String) {
    // What was printed before stands before, also where both streams go to one log.
    fflush(nil)
    FileHandle.standardError.write(Data((text + "\n").utf8))
}
