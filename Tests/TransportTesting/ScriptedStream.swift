import Synchronization
import Transport

/// A byte stream whose other side follows a script; it records what was sent.
package final class ScriptedStream: ByteStream {
    private let state: Mutex<State>

    package init(_ script: Script) {
        var state = State(steps: script.steps[...])
        state.advance()
        self.state = Mutex(state)
    }

    package func send(_ bytes: [UInt8]) async throws {
        try Task.checkCancellation()
        try state.withLock { try $0.take(bytes) }
    }

    package func receive(atMost limit: Int) async throws -> [UInt8] {
        try Task.checkCancellation()
        return try state.withLock { try $0.deliver(atMost: limit) }
    }

    package func close() { state.withLock { $0.isClosed = true } }

    /// Everything sent so far, joined.
    package var sent: [UInt8] { state.withLock { $0.sent } }
    /// The same as text, for protocols of lines.
    package var sentText: String { String(decoding: sent, as: UTF8.self) }
    /// Whether our side hung up.
    package var isClosed: Bool { state.withLock { $0.isClosed } }
    /// Steps that never happened: expectations that were not met and answers after them.
    package var stepsLeft: Int { state.withLock { $0.steps.count } }
}

/// Where a script stands: what waits to be read, and which steps follow.
private struct State {
    enum Delivery {
        case bytes([UInt8])
        case failure(NetworkError)
        case end
    }

    var steps: ArraySlice<Script.Step>
    var inbox: [Delivery] = []
    var sent: [UInt8] = []
    var isClosed = false

    /// Everything the peer says without waiting for us becomes readable.
    mutating func advance() {
        while let step = steps.first {
            switch step {
            case .answer(let bytes): inbox.append(.bytes(bytes))
            case .fails(let error): inbox.append(.failure(error))
            case .close: inbox.append(.end)
            case .expectBytes, .expectAnything, .reply: return
            }
            steps.removeFirst()
        }
    }

    mutating func take(_ bytes: [UInt8]) throws {
        guard !isClosed else { throw ScriptMismatch(description: "sent after closing: \(quoted(bytes))") }
        sent += bytes
        guard let step = steps.first else { return }
        steps.removeFirst()
        switch step {
        case .expectBytes(let expected):
            guard expected.starts(with: bytes) else {
                throw ScriptMismatch(description: "sent \(quoted(bytes)), the script expects \(quoted(expected))")
            }
            let rest = Array(expected.dropFirst(bytes.count))
            if !rest.isEmpty { steps = [.expectBytes(rest)] + steps }
        case .reply(let answer): inbox.append(.bytes(try answer(bytes)))
        case .expectAnything, .answer, .fails, .close: break
        }
        advance()
    }

    mutating func deliver(atMost limit: Int) throws -> [UInt8] {
        guard !isClosed else { throw ScriptMismatch(description: "received after closing") }
        guard let delivery = inbox.first else {
            guard steps.isEmpty else { throw NetworkError.timeout }
            return []
        }
        switch delivery {
        case .end: return []
        case .failure(let error): throw error
        case .bytes(let bytes):
            inbox.removeFirst()
            if bytes.count > limit { inbox.insert(.bytes(Array(bytes.dropFirst(limit))), at: 0) }
            return bytes.isEmpty ? try deliver(atMost: limit) : Array(bytes.prefix(limit))
        }
    }

    private func quoted(_ bytes: [UInt8]) -> String {
        String(decoding: bytes.prefix(200), as: UTF8.self).debugDescription
    }
}
