import Model
import Synchronization

/// Lets connections through no faster and no more at once than the fleet allows, over all loops.
///
/// Waiting costs nothing: a task is parked until its turn, and one timer knows when that is.
package final class Pacer: Sendable {
    private struct State {
        var pace: PaceState
        var tickets: PaceState.Ticket = 0
        var parked: [PaceState.Ticket: CheckedContinuation<Void, any Error>] = [:]
        /// The earliest timer that is running.
        var alarm: Moment?
    }

    private let state: Mutex<State>
    private let now: @Sendable () -> Moment
    private let wake: @Sendable (Moment, @escaping @Sendable () -> Void) -> Void

    /// The number of connections at once is cut to what this process has file descriptors for.
    package convenience init(_ limits: Limits, on loop: EventLoop, descriptors: Int = DescriptorLimit.connections) {
        self.init(
            limits.capped(atOnce: descriptors), now: { .now },
            wake: { moment, action in loop.perform { loop.schedule(at: moment, action) } })
    }

    /// With a clock and a timer of the caller's own: for tests.
    init(
        _ limits: Limits, now: @escaping @Sendable () -> Moment,
        wake: @escaping @Sendable (Moment, @escaping @Sendable () -> Void) -> Void
    ) {
        state = Mutex(State(pace: PaceState(limits)))
        self.now = now
        self.wake = wake
    }

    /// Returns when a connection to the address may be opened; each needs one `release`. Throws `CancellationError`.
    package func acquire(_ address: IPAddress) async throws {
        let ticket = state.withLock { state in
            state.tickets += 1
            return state.tickets
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { park($0, ticket, address) }
        } onCancel: {
            let parked = state.withLock { state in
                state.pace.leave(ticket, address) ? state.parked.removeValue(forKey: ticket) : nil
            }
            parked?.resume(throwing: CancellationError())
        }
    }

    /// The connection is closed, or was never made.
    package func release(_ address: IPAddress) {
        state.withLock { $0.pace.release(address) }
        proceed()
    }

    private func park(
        _ continuation: CheckedContinuation<Void, any Error>, _ ticket: PaceState.Ticket, _ address: IPAddress
    ) {
        // Asked under the lock: whoever cancels later finds the ticket in line.
        let isCancelled = state.withLock { state in
            guard !Task.isCancelled else { return true }
            state.pace.join(ticket, address)
            state.parked[ticket] = continuation
            return false
        }
        if isCancelled { continuation.resume(throwing: CancellationError()) } else { proceed() }
    }

    /// Wakes everyone whose turn has come and sets the timer for the next.
    private func proceed() {
        let (ready, alarm) = state.withLock { state in
            let (granted, again) = state.pace.grant(at: now())
            let ready = granted.compactMap { state.parked.removeValue(forKey: $0) }
            guard let again, state.alarm.map({ again < $0 }) ?? true else { return (ready, Moment?.none) }
            state.alarm = again
            return (ready, again)
        }
        for continuation in ready { continuation.resume() }
        guard let alarm else { return }
        wake(alarm) { [weak self] in self?.ring(alarm) }
    }

    private func ring(_ moment: Moment) {
        state.withLock { state in
            if state.alarm == moment { state.alarm = nil }
        }
        proceed()
    }
}

extension Limits {
    fileprivate func capped(atOnce most: Int) -> Limits {
        Limits(
            connectionsPerSecondPerAddress: connectionsPerSecondPerAddress,
            connectionsAtOncePerAddress: connectionsAtOncePerAddress, connectionsPerSecond: connectionsPerSecond,
            connectionsAtOnce: min(connectionsAtOnce, most))
    }
}
