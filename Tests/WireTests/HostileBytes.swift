extension Array {
    /// What arrives when a peer breaks off: every prefix but the whole.
    var everyShorterPrefix: [[Element]] { indices.map { Array(prefix($0)) } }
}

/// First bytes of protocols that are not the one being parsed.
enum ForeignGreeting {
    static let all: [[UInt8]] = [
        Array("220 mail.example.org ESMTP".utf8), Array("* OK IMAP4rev1 ready".utf8), Array("+OK POP3 ready".utf8),
        Array("SSH-2.0-OpenSSH_9.2p1".utf8), Array("HTTP/1.1 200 OK".utf8), Array("<!DOCTYPE html>".utf8),
        [0x16, 0x03, 0x03, 0x00, 0x7A, 0x02, 0x00, 0x00, 0x76, 0x03, 0x03], [0x15, 0x03, 0x01, 0x00, 0x02, 0x02, 0x46],
        [0x03, 0x00, 0x00, 0x13, 0x0E, 0xD0], [], [0x00], [UInt8](repeating: 0xFF, count: 300),
        [UInt8](repeating: 0x00, count: 300),
    ]

    /// All of them but those that begin like this.
    static func all(but start: String) -> [[UInt8]] { all.filter { !$0.starts(with: start.utf8) } }
}
