import CSocket
import Glibc
import Synchronization

/// One thread that waits on epoll and runs the tasks that wait for it: the task executor of the probes.
///
/// A task whose executor preference is this loop reads without leaving the thread: bytes that are there are
/// returned at once, otherwise the task is parked until epoll names its descriptor. docs/performance.md has figures.
///
/// `@unchecked Sendable`: `queue` is behind a lock and `thread` atomic; `poller` and `bell` are set before the
/// thread starts; everything else is touched on the loop's own thread only (`assertOnLoop`).
package final class EventLoop: TaskExecutor, @unchecked Sendable {
    /// What other threads hand over.
    private struct Queue {
        var jobs: [UnownedJob] = []
        var actions: [@Sendable () -> Void] = []
        var isAsleep = false
        var isStopped = false

        var isEmpty: Bool { jobs.isEmpty && actions.isEmpty }
    }

    private enum Alarm {
        case watch(Watch)
        case action(@Sendable () -> Void)
    }

    private let queue = Mutex(Queue())
    private let thread = Atomic<UInt>(0)
    private let poller: Int32
    private let bell: Int32

    private var watches: [UInt64: Watch] = [:]
    private var listeners: [UInt64: @Sendable () -> Void] = [:]
    private var timers = Agenda<Moment, Alarm>()
    private var tokens: UInt64 = 0
    private var spareJobs: [UnownedJob] = []
    private var isStopping = false
    private var whenStopped: [CheckedContinuation<Void, Never>] = []
    /// Where `recv` writes before the bytes are copied out at their true size.
    let scratch = UnsafeMutableRawBufferPointer.allocate(byteCount: 65_536, alignment: 16)

    /// Throws `NetworkError.local` when the system has no descriptors or threads left.
    package init() throws {
        poller = csocket_poller()
        bell = csocket_bell()
        guard poller >= 0, bell >= 0, csocket_watch_level(poller, bell, 0) >= 0 else {
            throw NetworkError.local("no descriptors left for an event loop")
        }
        try start()
    }

    deinit { scratch.deallocate() }

    /// Whether the caller runs on this loop's thread.
    package var isCurrent: Bool { thread.load(ordering: .relaxed) == pthread_self() }

    // MARK: Work from any thread

    package func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        if !hand({ $0.jobs.append(job) }) { globalConcurrentExecutor.enqueue(job) }
    }

    /// Runs an action on the loop's thread: at once when already there. False when the loop has stopped.
    @discardableResult
    func perform(_ action: @escaping @Sendable () -> Void) -> Bool {
        guard !isCurrent else {
            action()
            return true
        }
        return hand { $0.actions.append(action) }
    }

    /// Runs a closure as part of the calling task, on this loop. Throws when the loop has stopped.
    package func run<Success>(_ operation: () async throws -> Success) async throws -> Success {
        guard !isCurrent else { return try await operation() }
        return try await withTaskExecutorPreference(self) {
            guard isCurrent else { throw NetworkError.local("the event loop has stopped") }
            return try await operation()
        }
    }

    /// Ends the waits that are left with `CancellationError` and returns when the thread is gone.
    ///
    /// Called from outside the loop, after the tasks on it were told to end.
    package func shutdown() async {
        await withCheckedContinuation { continuation in
            let accepted = hand {
                $0.actions.append { [self] in
                    isStopping = true
                    whenStopped.append(continuation)
                }
            }
            if !accepted { continuation.resume() }
        }
    }

    /// False when the loop has stopped and takes nothing any more.
    private func hand(_ change: (inout Queue) -> Void) -> Bool {
        let (isTaken, mustRing) = queue.withLock { queue in
            guard !queue.isStopped else { return (false, false) }
            change(&queue)
            defer { queue.isAsleep = false }
            return (true, queue.isAsleep)
        }
        if mustRing { csocket_ring(bell) }
        return isTaken
    }

    // MARK: On the loop's thread

    /// Parks the calling task until a descriptor is ready. Throws `timeout` at the deadline, `CancellationError`
    /// as soon as the task is cancelled.
    func wait(_ direction: Watch.Direction, on watch: Watch, until deadline: Moment) async throws {
        assertOnLoop()
        tokens += 1
        let number = tokens
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                park(.init(number: number, deadline: deadline, continuation: continuation), direction, watch)
            }
        } onCancel: {
            perform { watch.cancel(direction, number: number) }
        }
    }

    /// Calls an action on the loop at a moment.
    func schedule(at moment: Moment, _ action: @escaping @Sendable () -> Void) {
        assertOnLoop()
        timers.add(.action(action), at: moment)
    }

    func watch(_ descriptor: Int32) throws -> Watch {
        assertOnLoop()
        tokens += 1
        let status = csocket_watch(poller, descriptor, tokens)
        guard status >= 0 else { throw NetworkError(errno: -status) }
        let watch = Watch(descriptor: descriptor, token: tokens)
        watches[watch.token] = watch
        return watch
    }

    /// Closes the descriptor; whoever still waits for it gets `NetworkError.closed`.
    func close(_ watch: Watch) {
        assertOnLoop()
        guard watch.isOpen else { return }
        watch.isOpen = false
        watches[watch.token] = nil
        watch.fail(NetworkError.closed)
        Glibc.close(watch.descriptor)
    }

    /// Calls an action whenever a library's descriptor is readable.
    func listen(_ descriptor: Int32, _ action: @escaping @Sendable () -> Void) throws -> UInt64 {
        assertOnLoop()
        tokens += 1
        let status = csocket_watch_level(poller, descriptor, tokens)
        guard status >= 0 else { throw NetworkError(errno: -status) }
        listeners[tokens] = action
        return tokens
    }

    func unlisten(_ descriptor: Int32, token: UInt64) {
        assertOnLoop()
        listeners[token] = nil
        _ = csocket_unwatch(poller, descriptor)
    }

    func assertOnLoop() { precondition(isCurrent, "loop state is touched on the loop's thread only") }

    private func park(_ wait: Watch.Wait, _ direction: Watch.Direction, _ watch: Watch) {
        precondition(watch[direction].wait == nil, "a stream is used by one task at a time")
        if Task.isCancelled { return wait.continuation.resume(throwing: CancellationError()) }
        guard watch.isOpen else { return wait.continuation.resume(throwing: NetworkError.closed) }
        if watch[direction].isReady {
            watch[direction].isReady = false
            return wait.continuation.resume()
        }
        watch[direction].wait = wait
        if watch.alarm.map({ wait.deadline < $0 }) ?? true {
            watch.alarm = wait.deadline
            timers.add(.watch(watch), at: wait.deadline)
        }
    }
}

// MARK: - The thread

extension EventLoop {
    private func start() throws {
        let loop = Unmanaged.passRetained(self)
        var handle = pthread_t()
        let status = pthread_create(
            &handle, nil,
            { argument in
                guard let argument else { return nil }
                Unmanaged<EventLoop>.fromOpaque(argument).takeRetainedValue().turn()
                return nil
            }, loop.toOpaque())
        guard status == 0 else {
            loop.release()
            throw NetworkError.local("no thread left for an event loop")
        }
        pthread_detach(handle)
    }

    private func turn() {
        thread.store(pthread_self(), ordering: .relaxed)
        var events = [csocket_event](repeating: csocket_event(), count: 256)
        while !mayStop() {
            runQueue()
            let count = csocket_wait(poller, &events, Int32(events.count), patience())
            // epoll_wait fails only for a bad descriptor or pointer: our own mistake, which no peer can cause.
            precondition(count >= 0, "epoll_wait failed with errno \(-count)")
            for event in events.prefix(Int(count)) { deliver(event) }
            fireTimers()
        }
        finish()
    }

    /// Runs what was handed over; what that hands over in turn waits for the next look at the sockets.
    private func runQueue() {
        for _ in 0..<4 {
            var actions: [@Sendable () -> Void] = []
            var jobs = spareJobs
            queue.withLock { queue in
                swap(&jobs, &queue.jobs)
                swap(&actions, &queue.actions)
            }
            guard !jobs.isEmpty || !actions.isEmpty else { break }
            for action in actions { action() }
            for job in jobs { job.runSynchronously(on: asUnownedTaskExecutor()) }
            jobs.removeAll(keepingCapacity: true)
            spareJobs = jobs
        }
    }

    /// How long epoll may sleep; from here on a handed-over job rings the bell.
    private func patience() -> Int32 {
        let isIdle = queue.withLock { queue in
            queue.isAsleep = queue.isEmpty
            return queue.isAsleep
        }
        guard isIdle, !isStopping else { return 0 }
        return timers.next.map { Moment.now.milliseconds(until: $0) } ?? -1
    }

    private func deliver(_ event: csocket_event) {
        if event.token == 0 { return csocket_silence(bell) }
        if let listener = listeners[event.token] { return listener() }
        guard let watch = watches[event.token] else { return }
        if event.readable != 0 { watch[.reading].becomeReady() }
        if event.writable != 0 { watch[.writing].becomeReady() }
    }

    private func fireTimers() {
        guard timers.next != nil else { return }
        let now = Moment.now
        while let alarm = timers.popDue(at: now) {
            switch alarm {
            case .action(let action): action()
            case .watch(let watch):
                watch.alarm = watch.expire(at: now)
                if let next = watch.alarm { timers.add(.watch(watch), at: next) }
            }
        }
    }

    /// True when told to stop and nothing is left to run; from then on nothing is taken.
    private func mayStop() -> Bool {
        guard isStopping else { return false }
        for watch in watches.values { watch.fail(CancellationError()) }
        return queue.withLock { queue in
            queue.isStopped = queue.isEmpty
            return queue.isStopped
        }
    }

    private func finish() {
        for watch in watches.values { close(watch) }
        listeners.removeAll()
        Glibc.close(poller)
        Glibc.close(bell)
        thread.store(0, ordering: .relaxed)
        for continuation in whenStopped { continuation.resume() }
    }
}
