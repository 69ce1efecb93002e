/// One connection with a read buffer: what probes speak through.
///
/// Used by one task at a time; it is not Sendable, so the compiler holds that.
package final class Conversation {
    package private(set) var stream: any ByteStream
    private var buffer: [UInt8] = []

    package init(_ stream: any ByteStream) { self.stream = stream }

    package func send(_ bytes: [UInt8]) async throws { try await stream.send(bytes) }

    package func send(line: String) async throws { try await stream.send(Array((line + "\r\n").utf8)) }

    /// Whatever is there next, 1 to `limit` bytes; empty when the peer has closed.
    package func receive(atMost limit: Int = 16_384) async throws -> [UInt8] {
        guard buffer.isEmpty else {
            let part = Array(buffer.prefix(limit))
            buffer.removeFirst(part.count)
            return part
        }
        return try await stream.receive(atMost: limit)
    }

    package func receive(exactly count: Int) async throws -> [UInt8] {
        while buffer.count < count { try await fill() }
        defer { buffer.removeFirst(count) }
        return Array(buffer.prefix(count))
    }

    /// One line without its end (CRLF or LF).
    package func receiveLine(limit: Int = 4_096) async throws -> [UInt8] {
        var searched = 0
        while true {
            if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
                var line = Array(buffer[..<end])
                buffer.removeFirst(end + 1)
                if line.last == UInt8(ascii: "\r") { line.removeLast() }
                return line
            }
            searched = buffer.count
            guard buffer.count < limit else { throw NetworkError.tooLong(limit: limit) }
            try await fill()
        }
    }

    /// Nothing was received that was not asked for yet.
    package var isDrained: Bool { buffer.isEmpty }

    /// Puts a stream made from the current one in its place (TLS after STARTTLS).
    ///
    /// Bytes already buffered in plain text would be injected into the session: they are an error.
    package func upgrade(_ secure: (any ByteStream) async throws -> any ByteStream) async throws {
        guard buffer.isEmpty else { throw NetworkError.local("plain text after STARTTLS was accepted") }
        stream = try await secure(stream)
    }

    /// After a farewell (`QUIT`, close_notify): waits for the peer to close, then closes.
    package func finish() async { await stream.finish() }

    package func close() { stream.close() }

    private func fill() async throws {
        let bytes = try await stream.receive(atMost: 16_384)
        guard !bytes.isEmpty else { throw NetworkError.closed }
        buffer += bytes
    }
}
