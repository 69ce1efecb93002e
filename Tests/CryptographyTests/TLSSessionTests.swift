import Cryptography
import Testing
import Wire

@Suite struct TLSSessionTests {
    @Test func `the first call gives a ClientHello with the name asked for`() throws {
        let session = try TLSSession(TLSClientOptions(serverName: "www.example", alpn: ["h2"]))
        let progress = try session.advance()
        #expect(!progress.isComplete)
        #expect(progress.output.starts(with: [0x16, 0x03, 0x01]))
        #expect(progress.output.firstRange(of: Array("www.example".utf8)) != nil)
        #expect(session.summary == nil)
    }

    @Test(arguments: ["HTTP/1.1 400 Bad Request\r\n\r\n", "SSH-2.0-OpenSSH_9.2\r\n", "220 mail.example ESMTP\r\n"])
    func `another protocol is an error in one sentence`(greeting: String) throws {
        let session = try TLSSession(TLSClientOptions())
        _ = try session.advance()
        #expect(throws: TLSError.self) { try session.advance(Array(greeting.utf8)) }
    }

    @Test func `an alert is told by its name`() throws {
        let session = try TLSSession(TLSClientOptions())
        _ = try session.advance()
        #expect(throws: TLSError("tlsv1 alert protocol version")) { try session.advance([0x15, 3, 1, 0, 2, 2, 70]) }
    }

    @Test func `options OpenSSL does not know are refused when the session is made`() {
        #expect(throws: TLSError.self) { try TLSSession(TLSClientOptions(ciphers: "NO-SUCH-CIPHER")) }
        #expect(throws: TLSError.self) { try TLSSession(TLSClientOptions(groups: "P-1")) }
    }

    @Test func `no bytes whatsoever trap`() throws {
        for seed in 0..<200 {
            let session = try TLSSession(TLSClientOptions())
            _ = try session.advance()
            let bytes = [0x16, 3, 3, 0, 60] + (0..<60).map { UInt8(truncatingIfNeeded: $0 &* seed &+ seed) }
            _ = try? session.advance(bytes)
            _ = try? session.decrypt(bytes)
            _ = try? session.encrypt(bytes)
        }
    }
}
