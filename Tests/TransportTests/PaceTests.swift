import Model
import Synchronization
import Testing

@testable import Transport

@Suite struct PaceTests {
    private static let second: UInt64 = 1_000_000_000
    private static let limits = Limits(
        connectionsPerSecondPerAddress: 10, connectionsAtOncePerAddress: 3, connectionsPerSecond: 40,
        connectionsAtOnce: 8)

    private struct Event {
        let at: UInt64
        let address: IPAddress
    }

    /// Plays a day at the scanner: everyone joins at once, each connection lasts as long as told.
    private func play(_ limits: Limits, addresses: Int, each: Int, lasting length: UInt64) -> [Event] {
        var state = PaceState(limits)
        let all = (0..<addresses).compactMap { IPAddress(bytes: [10, 0, 0, UInt8($0)]) }
        let requests = (0..<each).flatMap { _ in all }
        for (ticket, address) in requests.enumerated() { state.join(UInt64(ticket), address) }
        var events: [Event] = []
        var open = Agenda<UInt64, IPAddress>()
        var now: UInt64 = 0
        while events.count < requests.count {
            while let address = open.popDue(at: now) { state.release(address) }
            let (granted, again) = state.grant(at: Moment(nanoseconds: now))
            for ticket in granted {
                events.append(Event(at: now, address: requests[Int(ticket)]))
                open.add(requests[Int(ticket)], at: now + length)
            }
            #expect(state.atOnce <= limits.connectionsAtOnce)
            guard let next = [again?.nanoseconds, open.next].compactMap(\.self).min(), next > now else { break }
            now = next
        }
        return events
    }

    /// The most events in any second that begins with one.
    private func most(_ events: [Event]) -> Int {
        events.indices.map { first in
            events[first...].prefix { $0.at < events[first].at + Self.second }.count
        }.max() ?? 0
    }

    @Test(arguments: [UInt64(1_000_000), 50_000_000, 700_000_000])
    func `no second and no moment sees more connections than allowed`(length: UInt64) {
        let events = play(Self.limits, addresses: 12, each: 15, lasting: length)
        #expect(events.count == 180)
        #expect(most(events) <= 40)
        for group in Dictionary(grouping: events, by: \.address).values {
            #expect(most(group) <= 10)
            for event in group {
                #expect(group.filter { $0.at <= event.at && event.at < $0.at + length }.count <= 3)
            }
        }
    }

    @Test func `the allowed rate is reached when connections are short`() {
        let limits = Limits(
            connectionsPerSecondPerAddress: 100, connectionsAtOncePerAddress: 10, connectionsPerSecond: 200,
            connectionsAtOnce: 100)
        let events = play(limits, addresses: 10, each: 100, lasting: 1_000_000)
        let last = events.last?.at ?? 0
        #expect(last < 6 * Self.second)
    }

    @Test func `an address at its limit does not hold up the others`() throws {
        var state = PaceState(Self.limits)
        let busy = try #require(IPAddress("10.0.0.1"))
        let free = try #require(IPAddress("10.0.0.2"))
        for ticket in UInt64(0)..<20 { state.join(ticket, busy) }
        state.join(20, free)
        let granted = state.grant(at: Moment(nanoseconds: 0)).granted
        #expect(granted == [0, 20])
    }

    @Test func `who leaves the line frees the place for the next`() throws {
        var state = PaceState(Self.limits)
        let address = try #require(IPAddress("10.0.0.1"))
        for ticket in UInt64(0)..<3 { state.join(ticket, address) }
        let left = [state.leave(0, address), state.leave(0, address)]
        #expect(left == [true, false])
        let granted = state.grant(at: Moment(nanoseconds: 0)).granted
        #expect(granted == [1])
        let leftLate = state.leave(1, address)
        #expect(!leftLate)
    }

    @Test func `a waiting task is let through by the timer and by a release`() async throws {
        let clock = HandClock()
        let limits = Limits(
            connectionsPerSecondPerAddress: 1, connectionsAtOncePerAddress: 1, connectionsPerSecond: 10,
            connectionsAtOnce: 10)
        let pacer = Pacer(limits, now: { clock.now }, wake: { clock.wake(at: $0, $1) })
        let address = try #require(IPAddress("10.0.0.1"))
        try await pacer.acquire(address)
        let second = Task { try await pacer.acquire(address) }
        pacer.release(address)
        await clock.waitForTimer()
        clock.advance(by: .seconds(2))
        try await second.value
    }

    @Test func `cancelling a waiting task wakes it and gives its place back`() async throws {
        let clock = HandClock()
        let limits = Limits(
            connectionsPerSecondPerAddress: 1, connectionsAtOncePerAddress: 1, connectionsPerSecond: 10,
            connectionsAtOnce: 10)
        let pacer = Pacer(limits, now: { clock.now }, wake: { clock.wake(at: $0, $1) })
        let address = try #require(IPAddress("10.0.0.1"))
        try await pacer.acquire(address)
        let waiting = Task { try await pacer.acquire(address) }
        waiting.cancel()
        await #expect(throws: CancellationError.self) { try await waiting.value }
        pacer.release(address)
        clock.advance(by: .seconds(2))
        try await pacer.acquire(address)
    }
}

/// A clock that stands still until it is told to move.
private final class HandClock: Sendable {
    private struct State {
        var now = Moment(nanoseconds: 0)
        var timers: [(at: Moment, action: @Sendable () -> Void)] = []
    }

    private let state = Mutex(State())

    var now: Moment { state.withLock { $0.now } }

    func wake(at moment: Moment, _ action: @escaping @Sendable () -> Void) {
        state.withLock { $0.timers.append((moment, action)) }
    }

    func waitForTimer() async {
        while state.withLock({ $0.timers.isEmpty }) { await Task.yield() }
    }

    func advance(by duration: Duration) {
        let due = state.withLock { state in
            state.now = state.now + duration
            let due = state.timers.filter { $0.at <= state.now }
            state.timers.removeAll { $0.at <= state.now }
            return due
        }
        for timer in due { timer.action() }
    }
}
