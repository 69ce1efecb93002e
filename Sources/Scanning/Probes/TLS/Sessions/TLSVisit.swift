import Cryptography
import Transport
import Wire

/// One connection from its full handshake to a polite end, and what the server gave to come back with.
struct TLSVisit {
    let summary: TLSSummary
    /// The session was one of an earlier visit.
    let isResumed: Bool
    /// Session id, ticket or PSK; `nil` where the server gave none.
    let session: ResumableSession?
    /// Why waiting for a ticket of TLS 1.3 brought none: empty where the server closed without one, which is an answer.
    let silence: String
}

extension TLSEntrance {
    /// Shakes hands and says close_notify in the same breath as the last message of the handshake.
    ///
    /// Tickets of TLS 1.3 follow the handshake. A server sends them before it reads our close_notify and answers that by
    /// closing, so reading ends with the first ticket or with the connection, and nobody waits for what will not come.
    func visit(_ options: TLSClientOptions, resuming earlier: ResumableSession? = nil) async throws -> TLSVisit {
        try await visit(TLSSession(options, resuming: earlier))
    }

    /// The session is the caller's: it tells what the server said also where the handshake fails.
    func visit(_ session: TLSSession) async throws -> TLSVisit {
        let conversation = try await open()
        defer { conversation.close() }
        try await shakeHands(session, on: conversation)
        guard let summary = session.summary else { throw TLSError("the handshake left no summary") }
        let silence = summary.version >= .tls13 ? try await awaitTicket(session, on: conversation) : ""
        let visit = TLSVisit(
            summary: summary, isResumed: session.isResumed, session: session.resumable, silence: silence)
        // A server forgets the session of a connection that breaks before it has read the close_notify.
        if visit.session?.hasServerID == true { await conversation.finish() }
        return visit
    }

    private func shakeHands(_ session: TLSSession, on conversation: Conversation) async throws {
        var progress = try session.advance()
        while !progress.isComplete {
            if !progress.output.isEmpty { try await conversation.send(progress.output) }
            let received = try await conversation.receive()
            guard !received.isEmpty else { throw NetworkError.closed }
            progress = try session.advance(received)
        }
        try await conversation.send(progress.output + session.farewell())
    }

    /// Why no ticket came. The handshake is done: whatever happens now does not undo it.
    private func awaitTicket(_ session: TLSSession, on conversation: Conversation) async throws -> String {
        do {
            var received: [UInt8] = []  // the first round takes what came together with the handshake
            while true {
                let isClosed = try session.decrypt(received).isClosed
                if session.resumable != nil || isClosed { return "" }
                received = try await conversation.receive()
                if received.isEmpty { return "" }
            }
        } catch let error as TLSError {
            return error.description
        } catch let error as NetworkError where error.isOfThePeer {
            return error.word
        }
    }
}
