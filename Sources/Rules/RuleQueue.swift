import Foundation
import Model

/// Rules judged on several threads and handed over in order; nobody runs far ahead of whoever takes the answers.
final class RuleQueue: Sendable {
    typealias Worker = (Rule) throws -> RuleJudgement

    private let rules: [Rule]
    private let workers: Int
    private let makeWorker: @Sendable () throws -> Worker
    private let desk: Desk

    /// `makeWorker` is called once on each thread; what it opens belongs to that thread.
    init(_ rules: [Rule], workers: Int, _ makeWorker: @escaping @Sendable () throws -> Worker) {
        self.rules = rules
        self.workers = workers
        self.makeWorker = makeWorker
        desk = Desk(ahead: workers * 2)
    }

    /// Throws what a worker or `take` threw; every thread has ended then.
    func run(_ take: (RuleJudgement) throws -> Void) throws {
        for _ in 0..<workers {
            desk.join()
            Thread { [self] in
                work()
                desk.leave()
            }.start()
        }
        defer { desk.close() }
        for index in rules.indices { try take(desk.answer(index)) }
    }

    private func work() {
        do {
            let judge = try makeWorker()
            while let index = desk.next(of: rules.count) { desk.put(try judge(rules[index]), at: index) }
        } catch {
            desk.fail(error)
        }
    }
}

/// Where workers fetch the next number and lay down answers.
///
/// `@unchecked Sendable`: everything that changes is touched only while `condition` is locked.
private final class Desk: @unchecked Sendable {
    private let condition = NSCondition()
    private let ahead: Int
    private var nextIndex = 0
    private var taken = 0
    private var answers: [Int: RuleJudgement] = [:]
    private var failure: (any Error)?
    private var isClosed = false
    private var present = 0

    init(ahead: Int) { self.ahead = ahead }

    func join() { locked { present += 1 } }
    func leave() { locked { present -= 1 } }

    func next(of count: Int) -> Int? {
        locked {
            while !isClosed, failure == nil, nextIndex < count, nextIndex > taken + ahead { condition.wait() }
            guard !isClosed, failure == nil, nextIndex < count else { return nil }
            nextIndex += 1
            return nextIndex - 1
        }
    }

    func put(_ answer: RuleJudgement, at index: Int) { locked { answers[index] = answer } }
    func fail(_ error: any Error) { locked { failure = failure ?? error } }

    func answer(_ index: Int) throws -> RuleJudgement {
        try locked {
            while answers[index] == nil, failure == nil { condition.wait() }
            guard let answer = answers.removeValue(forKey: index) else { throw failure ?? CancellationError() }
            taken = index + 1
            return answer
        }
    }

    /// Waits until every worker has gone.
    func close() {
        locked {
            isClosed = true
            condition.broadcast()
            while present > 0 { condition.wait() }
        }
    }

    private func locked<Answer>(_ body: () throws -> Answer) rethrows -> Answer {
        condition.lock()
        defer {
            condition.broadcast()
            condition.unlock()
        }
        return try body()
    }
}
