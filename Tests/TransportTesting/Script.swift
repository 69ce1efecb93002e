import Transport

/// What the other side of one connection does, step by step: the peer of a probe in a test.
///
///     let script: Script = [.line("220 mail.example ESMTP"), .expect("EHLO scan.example"), .line("250 mail.example")]
///
/// Where the script ends, the peer has closed. A probe that waits where the script waits for it gets `timeout`.
package struct Script: Sendable, ExpressibleByArrayLiteral {
    package enum Step: Sendable {
        /// These bytes arrive.
        case answer([UInt8])
        /// Exactly these bytes must be sent next, in one send or several.
        case expectBytes([UInt8])
        /// One send, whatever is in it.
        case expectAnything
        /// One send; what arrives is made from it. Throw from it to say what was wrong.
        case reply(@Sendable ([UInt8]) throws -> [UInt8])
        /// What happens instead of an answer: `.timeout`, `.reset`, ...
        case fails(NetworkError)
        /// The peer closes; nothing after this arrives.
        case close

        /// A line with CRLF arrives.
        package static func line(_ text: String) -> Step { .answer(Array((text + "\r\n").utf8)) }
        /// A line with CRLF must be sent next.
        package static func expect(_ text: String) -> Step { .expectBytes(Array((text + "\r\n").utf8)) }
    }

    let steps: [Step]
    /// The connection is never made.
    let failure: NetworkError?

    package init(_ steps: [Step]) {
        self.steps = steps
        failure = nil
    }

    package init(arrayLiteral elements: Step...) { self.init(elements) }

    private init(failure: NetworkError) {
        steps = []
        self.failure = failure
    }

    /// The connection is not made: `.connectFails(.refused)`.
    package static func connectFails(_ error: NetworkError) -> Script { Script(failure: error) }

    /// Connects, takes everything and never says a word.
    package static let silent = Script([.fails(.timeout)])
}

/// The probe did something the script does not know.
package struct ScriptMismatch: Error, Equatable, CustomStringConvertible {
    package let description: String
}
