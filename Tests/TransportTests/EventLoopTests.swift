import Model
import Synchronization
import Testing

@testable import Transport

@Suite struct EventLoopTests {
    @Test func `a task with the loop's preference runs on its thread, before and after waiting`() async throws {
        let places = try await onLoop { loop in
            let before = loop.isCurrent
            await Task.yield()
            return [before, loop.isCurrent, await child(of: loop)]
        }
        #expect(places == [true, true, true])
    }

    @Test func `work from outside wakes a sleeping loop`() async throws {
        let loops = try EventLoops(count: 1)
        for _ in 0..<1_000 {
            #expect(try await loops.all[0].run { loops.all[0].isCurrent })
        }
        await loops.shutdown()
    }

    @Test func `timers fire in the order of their moments`() async throws {
        let fired = Mutex<[Int]>([])
        await withCheckedContinuation { continuation in
            do {
                let loop = try EventLoop()
                loop.perform {
                    let now = Moment.now
                    for number in [3, 1, 2] {
                        loop.schedule(at: now + .milliseconds(number)) { fired.withLock { $0.append(number) } }
                    }
                    loop.schedule(at: now + .milliseconds(4)) { continuation.resume() }
                }
            } catch {
                Issue.record(error)
                continuation.resume()
            }
        }
        #expect(fired.withLock { $0 } == [1, 2, 3])
    }

    @Test func `a stopped loop refuses work instead of losing it`() async throws {
        let loops = try EventLoops(count: 2)
        await loops.shutdown()
        await loops.shutdown()
        await #expect(throws: NetworkError.local("the event loop has stopped")) {
            try await loops.all[0].run { 1 }
        }
    }

    @Test func `an address keeps its loop, and addresses use all loops`() throws {
        let loops = try EventLoops(count: 4)
        let chosen = (0..<200).compactMap { IPAddress("10.0.0.\($0)") }.map { ObjectIdentifier(loops.loop(for: $0)) }
        #expect(Set(chosen).count == 4)
        #expect(
            chosen == (0..<200).compactMap { IPAddress("10.0.0.\($0)") }.map { ObjectIdentifier(loops.loop(for: $0)) })
    }

    @Test func `an agenda hands out by key, then by age`() {
        var agenda = Agenda<Int, String>()
        for (key, word) in [(3, "d"), (1, "a"), (2, "b"), (2, "c"), (9, "late")] { agenda.add(word, at: key) }
        var words: [String] = []
        while let word = agenda.popDue(at: 3) { words.append(word) }
        #expect(words == ["a", "b", "c", "d"])
        #expect(agenda.next == 9)
    }

    private func child(of loop: EventLoop) async -> Bool {
        async let place = loop.isCurrent
        return await place
    }
}
