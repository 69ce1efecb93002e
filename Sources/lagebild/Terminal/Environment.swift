import Foundation

/// Environment variables this program reads: every option's twin is `LAGEBILD_<OPTION>`.
enum Environment {
    static func value(_ option: String) -> String? {
        let name = "LAGEBILD_" + option.uppercased().replacing("-", with: "_")
        let value = ProcessInfo.processInfo.environment[name]
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
