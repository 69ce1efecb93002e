import Cryptography
import Transport

/// CVE-2011-1473: clients may ask for one handshake after the other inside a session, each dearer for the server than
/// for the client. One is asked for, in TLS 1.2 or older.
struct ClientRenegotiation: WeaknessTest {
    let weakness = "client_renegotiation"
    let cve = "CVE-2011-1473"
    let connections = 1

    func attempt(at entrance: TLSEntrance<some Dialer>) async throws -> WeaknessAnswer {
        let conversation = try await entrance.open()
        defer { conversation.close() }
        let session = try TLSSession(.older(serverName: entrance.serverName))
        do {
            try await conversation.shakeHands(session, from: try session.advance())
        } catch let error as TLSError where error.isAboutVersions {
            return .notApplicable("no TLS 1.2 or older")
        }
        do {
            try await conversation.shakeHands(session, from: try session.renegotiate())
            return .vulnerable("a second handshake inside the session is completed")
        } catch is TLSError {
            return .notVulnerable("a second handshake inside the session is refused")
        } catch let error as NetworkError where error == .closed || error == .reset {
            return .notVulnerable("a second handshake inside the session is refused")
        }
    }
}

extension Conversation {
    /// Goes on with a handshake until it is complete.
    func shakeHands(_ session: TLSSession, from start: TLSSession.Progress) async throws {
        var progress = start
        while true {
            if !progress.output.isEmpty { try await send(progress.output) }
            if progress.isComplete { return }
            let received = try await receive()
            guard !received.isEmpty else { throw NetworkError.closed }
            progress = try session.advance(received)
        }
    }
}
