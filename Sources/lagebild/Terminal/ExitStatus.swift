import ArgumentParser
import Pipeline

/// Exit statuses; a promise to scripts. Unknown ones mean failure.
enum ExitStatus: Int32 {
    case done = 0
    case findings = 1
    case partial = 2
    case usage = 64
    case unreadable = 65
    case unavailable = 69
    case ownFault = 70
    case cannotWrite = 73
    case busy = 75
    case refused = 77
    case invalid = 78
    case interrupted = 130
    case terminated = 143

    /// For help texts.
    static let table = """
        EXIT STATUSES
          0 done · 1 findings at or above --fail-on, or differences
          2 done, but coverage below --min-coverage or a rule erred
          64 usage · 65 unreadable import · 69 unavailable · 70 own fault
          73 cannot write · 75 another run holds the store, or outside the window
          77 refused: no authorisation · 78 fleet or rule file invalid
          130/143 stopped, resumable
        """

    var code: ExitCode { ExitCode(rawValue) }
}
