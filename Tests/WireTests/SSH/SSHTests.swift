import Testing
import Wire

@Suite struct SSHTests {
    @Test func `an identification has version, software and comments`() throws {
        let server = try SSHIdentification(parsing: Array("SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u7".utf8))
        #expect(server.protocolVersion == "2.0")
        #expect(server.software == "OpenSSH_9.2p1")
        #expect(server.comments == "Debian-2+deb12u7")
        #expect(server.speaksVersion2)
        #expect(try SSHIdentification(parsing: Array("SSH-1.99-Cisco-1.25".utf8)).speaksVersion2)
        #expect(try !SSHIdentification(parsing: Array("SSH-1.5-old".utf8)).speaksVersion2)
    }

    @Test func `KEXINIT gives every list in the server's order`() throws {
        let message = try SSHKeyExchangeInit(parsing: KeyExchangeInitBytes.good)
        #expect(message.keyExchange == ["curve25519-sha256", "kex-strict-s-v00@openssh.com"])
        #expect(message.hostKeys == ["ssh-ed25519"])
        #expect(message.ciphersToServer == ["aes256-ctr"])
        #expect(message.ciphersToClient == ["aes128-ctr"])
        #expect(message.macsToClient == ["hmac-sha2-256"])
        #expect(message.compressionToServer == ["none"])
    }

    @Test func `every shorter KEXINIT is an error, and so is one byte more`() {
        for part in KeyExchangeInitBytes.good.everyShorterPrefix {
            #expect(throws: WireError.self) { try SSHKeyExchangeInit(parsing: part) }
        }
        #expect(throws: WireError.trailing(bytes: 1, after: "SSH KEXINIT")) {
            try SSHKeyExchangeInit(parsing: KeyExchangeInitBytes.good + [0])
        }
    }

    @Test func `another protocol is neither an identification nor a packet nor a KEXINIT`() {
        for greeting in ForeignGreeting.all(but: "SSH-") {
            #expect(throws: WireError.self) { try SSHIdentification(parsing: greeting) }
            #expect(throws: WireError.self) { try SSHKeyExchangeInit(parsing: greeting) }
        }
        for part in Array("SSH-2.0-".utf8).everyShorterPrefix {
            #expect(throws: WireError.self) { try SSHIdentification(parsing: part) }
        }
        #expect(throws: WireError.self) { try SSHPacket.bodyLength(parsing: [0xFF, 0xFF, 0xFF, 0xFF]) }
        #expect(throws: WireError.self) { try SSHPacket.payload(parsing: [9, 1, 2]) }
        #expect(throws: WireError.self) { try SSHPacket.payload(parsing: []) }
    }
}

/// Written by hand from RFC 4253 7.1; no capture involved.
enum KeyExchangeInitBytes {
    static let good: [UInt8] =
        [20] + [UInt8](repeating: 7, count: 16)
        + [
            "curve25519-sha256,kex-strict-s-v00@openssh.com", "ssh-ed25519", "aes256-ctr", "aes128-ctr",
            "hmac-sha2-256", "hmac-sha2-256", "none", "none", "", "",
        ].flatMap { [0, 0, 0, UInt8($0.utf8.count)] + Array($0.utf8) } + [0, 0, 0, 0, 0]
}
