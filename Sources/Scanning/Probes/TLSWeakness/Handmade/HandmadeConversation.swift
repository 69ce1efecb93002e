import Cryptography
import Transport
import Wire

/// One connection on which every TLS record is made by hand, up to TLS 1.2.
final class HandmadeConversation {
    private let conversation: Conversation
    private var records = TLSRecordReader()
    /// Every handshake message so far, both sides', for Finished.
    private(set) var transcript: [UInt8] = []

    init(_ conversation: Conversation) { self.conversation = conversation }

    func close() { conversation.close() }

    func send(_ bytes: [UInt8]) async throws { try await conversation.send(bytes) }

    /// The server's answer to a hello, up to the point where it waits for us.
    func greet(with hello: ClientHello) async throws -> Greeting {
        try await send(hello.bytes)
        transcript = hello.message.bytes
        var reader = HelloAnswerReader(until: .flight)
        while true {
            let received = try await conversation.receive()
            guard !received.isEmpty else { throw NetworkError.closed }
            try collect(received)
            switch try reader.answer(adding: received) {
            case nil: continue
            case .alert(let alert): return .refused(alert)
            case .flight(let flight):
                if let alert = flight.alert { return .refused(alert) }
                return .flight(flight)
            }
        }
    }

    enum Greeting {
        case flight(ServerFlight)
        case refused(TLSAlert)
    }

    func remember(_ message: HandshakeMessage) { transcript += message.bytes }

    /// The next record; `nil` when the server has closed.
    func nextRecord() async throws -> TLSRecord? {
        while true {
            if let record = try records.next() { return record }
            let received = try await conversation.receive()
            if received.isEmpty { return nil }
            records.append(received)
        }
    }

    /// What the server does now; warnings are passed over. Throws only what is our own side's doing.
    func reaction(_ decrypt: (TLSRecord) throws -> TLSRecord = { $0 }) async throws -> Reaction {
        do {
            for _ in 0..<16 {
                guard let record = try await nextRecord() else { return .closed }
                if let reaction = Self.reaction(to: try decrypt(record)) { return reaction }
            }
            return .garbage
        } catch is WireError {
            return .garbage
        } catch is TLSError {
            return .garbage
        } catch let error as NetworkError where error.isOfThePeer {
            return error == .timeout ? .silent : error == .closed ? .closed : .reset
        }
    }

    private static func reaction(to record: TLSRecord) -> Reaction? {
        switch record.type {
        case .alert:
            guard let alert = try? TLSAlert(parsing: record.body) else { return .garbage }
            if !alert.isFatal, alert.code != TLSAlert.closeNotify { return nil }
            return alert.code == TLSAlert.closeNotify ? .closed : .alert(alert)
        case .changeCipherSpec: return .goesOn("ChangeCipherSpec")
        case .handshake: return .goesOn("handshake")
        case .applicationData: return .goesOn("data")
        case .heartbeat: return .goesOn("heartbeat")
        }
    }

    private func collect(_ received: [UInt8]) throws {
        records.append(received)
        while let record = try records.next() {
            if record.type == .handshake { transcript += record.body }
        }
    }
}

extension TLSRecord {
    /// The one ChangeCipherSpec there is.
    static func changeCipherSpec(_ version: TLSVersion) -> TLSRecord {
        TLSRecord(.changeCipherSpec, version: version, body: [1])
    }

    /// A goodbye in the clear: a server that has nothing to complain about answers it by closing.
    static func closeNotify(_ version: TLSVersion) -> TLSRecord {
        TLSRecord(.alert, version: version, body: [1, TLSAlert.closeNotify])
    }
}
