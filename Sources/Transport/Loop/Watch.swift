/// One descriptor on an event loop, and who waits for it.
///
/// `@unchecked Sendable`: every member is read and written on the loop's own thread only; other threads merely
/// carry the reference there (`EventLoop.perform`).
final class Watch: @unchecked Sendable {
    enum Direction { case reading, writing }

    struct Wait {
        let number: UInt64
        let deadline: Moment
        let continuation: CheckedContinuation<Void, any Error>
    }

    let descriptor: Int32
    /// Tells this watch from an earlier one with the same descriptor.
    let token: UInt64
    private(set) var reading = Side()
    private(set) var writing = Side()
    /// The moment the loop will look at the deadlines; one timer serves all waits of a connection.
    var alarm: Moment?
    var isOpen = true

    init(descriptor: Int32, token: UInt64) {
        self.descriptor = descriptor
        self.token = token
    }

    /// One direction: a wait, or readiness nobody has used yet.
    struct Side {
        var wait: Wait?
        var isReady = false

        /// Readiness wakes who waits and is remembered for who does not.
        mutating func becomeReady() {
            guard let wait else { return isReady = true }
            self.wait = nil
            wait.continuation.resume()
        }

        mutating func fail(_ error: any Error) {
            guard let wait else { return }
            self.wait = nil
            wait.continuation.resume(throwing: error)
        }
    }

    subscript(direction: Direction) -> Side {
        get { direction == .reading ? reading : writing }
        set { if direction == .reading { reading = newValue } else { writing = newValue } }
    }

    func cancel(_ direction: Direction, number: UInt64) {
        guard self[direction].wait?.number == number else { return }
        self[direction].fail(CancellationError())
    }

    func fail(_ error: any Error) {
        reading.fail(error)
        writing.fail(error)
    }

    /// Ends the waits whose time is up and says when to look again.
    func expire(at now: Moment) -> Moment? {
        for direction in [Direction.reading, .writing] {
            if let wait = self[direction].wait, wait.deadline <= now { self[direction].fail(NetworkError.timeout) }
        }
        return [reading.wait?.deadline, writing.wait?.deadline].compactMap(\.self).min()
    }
}
