// The fuzzer compiles Wire and this folder into one module; the tests import it.
#if canImport(Wire)
    import Wire
#endif

/// Parsers that are fed whatever bytes there are. None may trap, and what holds for all bytes is checked on the way.
package struct FuzzTarget: Sendable {
    package let name: String
    package let feed: @Sendable ([UInt8]) -> Void

    package static let all: [FuzzTarget] = tls + startTLS + text

    package init(_ name: String, _ feed: @escaping @Sendable ([UInt8]) -> Void) {
        self.name = name
        self.feed = feed
    }
}

/// A parser that may refuse: only a trap counts.
func parse(_ body: () throws -> some Any) {
    do { _ = try body() } catch { _ = "\(error)" }
}

/// What is written from what was read must read the same.
func checkRoundTrip<Message: Equatable>(_ message: Message?, _ again: (Message) throws -> Message) {
    guard let message else { return }
    do {
        let read = try again(message)
        precondition(read == message, "reads differently when written again")
    } catch {
        preconditionFailure("cannot be read when written again: \(error)")
    }
}

/// A reader of streams must not care how the stream is cut.
func checkPieces<Answer: Equatable, Reader>(
    of bytes: [UInt8], _ reader: () -> Reader, _ read: (inout Reader, [UInt8]) throws -> Answer?
) {
    let whole = outcome(of: bytes, pieces: .max, reader(), read)
    for pieces in bytes.count < 200 ? [1, 7] : [61] {
        precondition(outcome(of: bytes, pieces: pieces, reader(), read) == whole, "reads differently in pieces")
    }
}

private enum Outcome<Answer: Equatable>: Equatable {
    case answer(Answer?)
    /// Its words may quote more of a longer piece.
    case error
}

private func outcome<Answer: Equatable, Reader>(
    of bytes: [UInt8], pieces: Int, _ reader: Reader, _ read: (inout Reader, [UInt8]) throws -> Answer?
) -> Outcome<Answer> {
    var reader = reader
    var rest = bytes[...]
    do {
        while !rest.isEmpty {
            let piece = Array(rest.prefix(pieces))
            rest = rest.dropFirst(piece.count)
            if let answer = try read(&reader, piece) { return .answer(answer) }
        }
        return .answer(nil)
    } catch {
        _ = "\(error)"
        return .error
    }
}
