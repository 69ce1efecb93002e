import Cryptography
import Transport
import Wire

/// CVE-2016-9244: a ticket offered with a short session id brings back 32 bytes, the rest of them from memory.
struct Ticketbleed: WeaknessTest {
    let weakness = "ticketbleed"
    let cve = "CVE-2016-9244"
    /// One for the ticket, one to come back with it.
    let connections = 2

    /// The extensions of a hello have 65535 bytes in all, and a server may hand out a ticket of as many.
    private static let longestTicket = 1 << 15
    private static let shortID = Array("lagebild ticket!".utf8)

    func attempt(at entrance: TLSEntrance<some Dialer>) async throws -> WeaknessAnswer {
        let visit: TLSVisit
        do {
            visit = try await entrance.visit(.older(serverName: entrance.serverName))
        } catch let error as TLSError where error.isAboutVersions {
            return .notApplicable("no TLS 1.2 or older")
        }
        guard let ticket = visit.session?.ticket, !ticket.isEmpty else { return .notApplicable("no session tickets") }
        guard ticket.count <= Self.longestTicket else { return .unknown("a ticket that fits into no hello") }
        return try await entrance.byHand { conversation in
            let hello = ClientHello.handmade(
                CipherSuite.allEncrypting, serverName: entrance.serverName, sessionID: Self.shortID,
                adding: [.sessionTicket(ticket), .extendedMasterSecret])
            switch try await conversation.greet(with: hello) {
            case .refused: return .notVulnerable("a ticket with a short session id is refused")
            case .flight(let flight): return Self.answer(flight.hello.sessionID)
            }
        }
    }

    private static func answer(_ echoed: [UInt8]) -> WeaknessAnswer {
        guard echoed.count > shortID.count, echoed.starts(with: shortID) else {
            return .notVulnerable("a short session id comes back as it was sent, or another one")
        }
        return .vulnerable("\(echoed.count - shortID.count) bytes more than the session id sent")
    }
}

extension TLSClientOptions {
    /// An ordinary handshake in TLS 1.2 or older.
    static func older(serverName: String) -> TLSClientOptions {
        TLSClientOptions(serverName: serverName.isEmpty ? nil : serverName, highestVersion: .tls12)
    }
}

extension TLSError {
    /// The server has none of the versions offered.
    var isAboutVersions: Bool {
        description.contains("protocol version") || description.contains("unsupported protocol")
    }
}
