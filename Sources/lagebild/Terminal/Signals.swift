import Dispatch
import Foundation
import Synchronization

/// Ctrl-C and SIGTERM stop cleanly the first time; a second Ctrl-C ends the program at once.
final class Signals {
    private static let received = Mutex<Int32?>(nil)
    private let sources: [any DispatchSourceSignal]

    /// The signal that stopped the work, if one did.
    static var last: Int32? { received.withLock { $0 } }

    init(stop: @escaping @Sendable () -> Void) {
        sources = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                let isSecond = Self.received.withLock { last in
                    defer { last = number }
                    return last != nil
                }
                if isSecond { exit(128 + number) }
                say("\nstopping: what was measured is kept …")
                stop()
            }
            source.resume()
            return source
        }
    }

    func release() {
        for source in sources { source.cancel() }
        for number in [SIGINT, SIGTERM] { signal(number, SIG_DFL) }
    }
}
