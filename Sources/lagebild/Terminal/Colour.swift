import Foundation

/// Colour as a second signal: whatever it says is said by a word or sign as well.
struct Colour {
    enum Wish: String, CaseIterable { case auto, always, never }

    enum Tone: String {
        case bold = "1"
        case faint = "2"
        case red = "31"
        case green = "32"
        case yellow = "33"
    }

    private let isOn: Bool

    /// An explicit wish beats the environment; NO_COLOR beats CLICOLOR_FORCE (no-color.org).
    init(_ wish: Wish) {
        let environment = ProcessInfo.processInfo.environment
        func isSet(_ name: String) -> Bool { environment[name]?.isEmpty == false }
        isOn =
            switch wish {
            case .always: true
            case .never: false
            case .auto where isSet("NO_COLOR"): false
            case .auto where isSet("CLICOLOR_FORCE"): environment["CLICOLOR_FORCE"] != "0"
            case .auto: isatty(STDOUT_FILENO) == 1 && environment["TERM"] != "dumb"
            }
    }

    func paint(_ text: String, _ tone: Tone) -> String { isOn ? "\u{1B}[\(tone.rawValue)m\(text)\u{1B}[0m" : text }
}
