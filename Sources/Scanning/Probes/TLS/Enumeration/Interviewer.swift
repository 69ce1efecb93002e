import Transport
import Wire

/// Asks one server's questions strictly one after the other, and finds out whether a question without an answer was
/// disliked or the server has had enough.
///
/// A class, because every part of the interview spends the same budget; used by one task at a time.
final class Interviewer<R: Respondent> {
    /// How to wait; tests do not.
    typealias Pause = @Sendable (Duration) async throws -> Void

    let respondent: R
    private let budget: Int
    private let pause: Pause
    private var rest = Rest()
    /// The last question that brought an answer: asked again, it tells dislike from defence.
    private var control: Question?
    private var mayBeDefending = false
    private var confirmedDislikes: Set<String> = []

    private(set) var asked = 0
    /// Why nothing more will be answered.
    private(set) var exhaustion: String?

    init(_ respondent: R, budget: Int, pause: @escaping Pause) {
        self.respondent = respondent
        self.budget = budget
        self.pause = pause
    }

    /// Questions that may still be asked.
    var left: Int { exhaustion == nil ? max(0, min(budget - asked, respondent.connectionsLeft)) : 0 }

    func ask(_ question: Question) async throws -> Answer {
        let answer = try await put(question)
        guard case .failure(let failure) = answer else {
            control = question
            mayBeDefending = false
            return answer
        }
        guard exhaustion == nil, let control else { return answer }
        if confirmedDislikes.contains(failure.word), !mayBeDefending {
            mayBeDefending = true
            return answer
        }
        if try await isAnswered(control) {
            if confirmedDislikes.contains(failure.word) { return answer }
            return try await again(question)
        }
        return try await afterWaiting(question, control, failure)
    }

    /// More than an ordinary light scan: nothing need be left out.
    var isGenerous: Bool { budget > 60 }

    /// SSLv2 has hellos of its own; it is asked last, and its silence is not looked into.
    func askForSSL2() async throws -> SSL2Reply {
        try await takeRest()
        asked += 1
        do {
            return try await respondent.answerToSSL2()
        } catch NetworkError.budget where control != nil {
            exhaustion = "budget"
            return .failure(Failure(word: "budget", cause: NetworkError.budget))
        }
    }

    /// One more try tells an accident from a dislike.
    private func again(_ question: Question) async throws -> Answer {
        let answer = try await put(question)
        if case .failure(let failure) = answer { confirmedDislikes.insert(failure.word) }
        return answer
    }

    private func isAnswered(_ question: Question) async throws -> Bool {
        guard left > 0 else { return false }
        if case .failure = try await put(question) { return false }
        mayBeDefending = false
        return true
    }

    private func afterWaiting(_ question: Question, _ control: Question, _ failure: Failure) async throws -> Answer {
        for seconds in [1, 2, 4] where rest.isAllowed && left > 0 {
            rest.begin(seconds)
            try await pause(.seconds(seconds))
            if try await isAnswered(control) {
                rest.learn(seconds)
                return left > 0
                    ? try await put(question) : .failure(Failure(word: "budget", cause: NetworkError.budget))
            }
        }
        if exhaustion == nil {
            exhaustion = left == 0 ? "budget" : failure.word == "timeout" ? "timeout" : "rate limited"
        }
        return .failure(Failure(word: exhaustion ?? failure.word, cause: failure.cause))
    }

    private func put(_ question: Question) async throws -> Answer {
        guard left > 0 else { return .failure(Failure(word: exhaustion ?? "budget", cause: NetworkError.budget)) }
        try await takeRest()
        asked += 1
        let answer: Answer
        do {
            answer = try await respondent.answer(question)
        } catch NetworkError.budget where control != nil {
            exhaustion = "budget"
            return .failure(Failure(word: "budget", cause: NetworkError.budget))
        }
        if case .failure = answer {} else { rest.count() }
        return answer
    }

    private func takeRest() async throws {
        guard let seconds = rest.due() else { return }
        try await pause(.seconds(seconds))
    }
}

/// The pauses a server has forced upon us: taken before it forces them again, and not without end.
private struct Rest {
    private var answered = 0
    private var pauses = 0
    private var rhythm: (answers: Int, seconds: Int)?
    private static let limit = 20

    var isAllowed: Bool { pauses < Self.limit }

    mutating func count() { answered += 1 }

    mutating func begin(_ seconds: Int) { pauses += 1 }

    /// After so many answers it wanted a pause, and this one was long enough.
    mutating func learn(_ seconds: Int) {
        // The control question itself has just been answered.
        let answers = max(1, answered - 1)
        rhythm = (min(answers, rhythm?.answers ?? answers), max(seconds, rhythm?.seconds ?? seconds))
        answered = 1
    }

    /// Seconds to wait before the next question.
    mutating func due() -> Int? {
        guard let rhythm, answered >= rhythm.answers, isAllowed else { return nil }
        pauses += 1
        answered = 0
        return rhythm.seconds
    }
}
