import Foundation

/// Environment variables this program reads: twins of the options that an unattended run needs.
enum Environment {
    static func name(of option: String) -> String { "LAGEBILD_" + option.uppercased().replacing("-", with: "_") }

    static func value(_ option: String) -> String? {
        let value = ProcessInfo.processInfo.environment[name(of: option)]
        return value?.isEmpty == true ? nil : value
    }

    static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }
    static var isInteractive: Bool { isatty(STDIN_FILENO) == 1 }

    /// Width of the terminal, 80 where there is none.
    static var columns: Int {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 40 else { return 80 }
        return Int(size.ws_col)
    }
}
