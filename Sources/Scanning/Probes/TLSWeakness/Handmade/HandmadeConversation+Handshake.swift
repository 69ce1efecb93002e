import Cryptography
import Transport
import Wire

extension HandmadeConversation {
    /// How far a handshake under AES-CBC came.
    enum Handshake {
        case established(HandmadeSession)
        /// The server turned the hello down: nothing here applies to it.
        case refused(TLSAlert)
        /// It did not take our Finished.
        case broken(Reaction)
    }

    /// A whole handshake; `spoiling` changes the record with our Finished.
    func shakeHands(
        serverName: String, spoiling: (inout BlockProtection.Fragment) -> Void = { _ in }
    ) async throws -> Handshake {
        let hello = ClientHello.handmade(CipherSuite.blockCiphers, serverName: serverName)
        let flight: ServerFlight
        switch try await greet(with: hello) {
        case .refused(let alert): return .refused(alert)
        case .flight(let answer): flight = answer
        }
        var session = try HandmadeSession(answering: flight, to: hello)
        try await send(finish(flight, &session, spoiling))
        let reaction = try await reaction()
        guard case .goesOn(let kind) = reaction else { return .broken(reaction) }
        return try await settle(kind, &session)
    }

    /// Certificate where asked for, ClientKeyExchange, ChangeCipherSpec and Finished, in one piece.
    private func finish(
        _ flight: ServerFlight, _ session: inout HandmadeSession, _ spoiling: (inout BlockProtection.Fragment) -> Void
    ) throws -> [UInt8] {
        let version = flight.hello.version
        var bytes: [UInt8] = []
        for message in (flight.certificateRequest == nil ? [] : [.noCertificate]) + [session.keyExchange] {
            remember(message)
            bytes += message.record(version)
        }
        bytes += TLSRecord.changeCipherSpec(version).bytes
        return bytes
            + (try session.sending.seal(.handshake, session.finished(over: transcript).bytes, spoiling: spoiling))
    }

    /// Reads to the server's Finished: a ticket and a ChangeCipherSpec may come first.
    private func settle(_ first: String, _ session: inout HandmadeSession) async throws -> Handshake {
        var isEncrypted = first == "ChangeCipherSpec"
        for _ in 0..<8 {
            guard let record = try await nextRecord() else { return .broken(.closed) }
            switch record.type {
            case .changeCipherSpec: isEncrypted = true
            case .handshake where isEncrypted:
                _ = try session.receiving.open(record)
                return .established(session)
            case .handshake: continue
            default: return .broken(.garbage)
            }
        }
        return .broken(.garbage)
    }
}
