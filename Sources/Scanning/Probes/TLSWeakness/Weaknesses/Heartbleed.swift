import Transport
import Wire

/// CVE-2014-0160: a heartbeat that claims more payload than it carries is answered with the server's memory.
///
/// The claim is 32 bytes, enough to tell and little to see; they are counted and thrown away. A sound heartbeat and a
/// goodbye follow in the same breath, so that a server that drops the false one in silence (RFC 6520 section 4) answers
/// the sound one or hangs up, and nobody waits.
struct Heartbleed: WeaknessTest {
    let weakness = "heartbleed"
    let cve = "CVE-2014-0160"
    let connections = 1

    private static let claimed = 32
    private static let payload = Array("lagebild heartbt".utf8)

    func attempt(at entrance: TLSEntrance<some Dialer>) async throws -> WeaknessAnswer {
        try await entrance.byHand { conversation in
            let hello = ClientHello.handmade(
                CipherSuite.allEncrypting, serverName: entrance.serverName, adding: [.heartbeat])
            switch try await conversation.greet(with: hello) {
            case .refused(let alert): return .refused(alert, without: "cipher suite in common")
            case .flight(let flight):
                guard flight.hello.body(of: TLSExtension.Number.heartbeat) != nil else {
                    return .notApplicable("no heartbeat")
                }
                try await conversation.send(Self.falseAndSound(flight.hello.version))
                return try await Self.answer(on: conversation)
            }
        }
    }

    private static func falseAndSound(_ version: TLSVersion) -> [UInt8] {
        let request: UInt8 = 1
        let padding = [UInt8](repeating: 0, count: 16)
        let lying = TLSRecord(.heartbeat, version: version, body: [request, 0, UInt8(claimed)])
        let sound = TLSRecord(
            .heartbeat, version: version, body: [request, 0, UInt8(payload.count)] + payload + padding)
        return lying.bytes + sound.bytes + TLSRecord.closeNotify(version).bytes
    }

    private static func answer(on conversation: HandmadeConversation) async throws -> WeaknessAnswer {
        do {
            while let record = try await conversation.nextRecord() {
                if record.type == .alert { break }
                guard record.type == .heartbeat else { continue }
                let isEcho = record.body.dropFirst(3).starts(with: payload)
                if !isEcho, record.body.count > claimed {
                    return .vulnerable("a heartbeat of no payload is answered with \(claimed) bytes of memory")
                }
                break
            }
        } catch let error as NetworkError where error == .reset || error == .closed {
            // It hung up on what it did not like.
        }
        return .notVulnerable("a heartbeat that claims too much is not answered")
    }
}
