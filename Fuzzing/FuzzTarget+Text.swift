#if canImport(Wire)
    import Wire
#endif

extension FuzzTarget {
    static let text: [FuzzTarget] = [
        FuzzTarget("dns") { bytes in
            parse { try MXRecord(parsing: bytes) }
            parse { try NSRecord(parsing: bytes) }
            parse { try TXTRecord(parsing: bytes) }
            parse { try CAARecord(parsing: bytes) }
            parse { try TLSARecord(parsing: bytes) }
            let text = String(decoding: bytes, as: UTF8.self)
            _ = SPFRecord(parsing: text)?.effective
            _ = SPFRecord(parsing: text)?.all
            for version in ["DMARC1", "DKIM1", "STSv1", "TLSRPTv1"] {
                _ = TaggedRecord(parsing: text, version: version)
            }
        },
        FuzzTarget("http") { bytes in
            let lines = split(bytes)
            if let head = try? HTTPResponseHead(parsing: lines) {
                _ = (head.framing, head.mediaType, head.charset)
                _ = head.values(of: "set-cookie").map(HTTPCookie.init(parsing:))
            }
            for line in lines.prefix(8) { parse { try HTTPChunkSize(parsing: line) } }
            _ = HTTPCookie(parsing: String(decoding: bytes, as: UTF8.self))
        },
        FuzzTarget("http-url") { bytes in
            let lines = split(bytes).map { String(decoding: $0, as: UTF8.self) }
            guard let url = lines.first.flatMap(HTTPURL.init(parsing:)) else { return }
            _ = HTTPRequest(url: url, userAgent: "fuzz").bytes
            for reference in lines.dropFirst() { _ = url.resolving(reference)?.description }
            checkRoundTrip(HTTPURL(parsing: url.description)) { HTTPURL(parsing: $0.description) ?? $0 }
        },
        FuzzTarget("html") { bytes in
            for charset in ["", "utf-8", "iso-8859-1", "x-unknown"] { _ = HTMLPage(scanning: bytes, charset: charset) }
        },
        FuzzTarget("mail") { bytes in
            for line in split(bytes).prefix(32) {
                parse { try SMTPReplyLine(parsing: line) }
                parse { try POP3StatusLine(parsing: line) }
                parse { try IMAPLine(parsing: line).capabilities }
                let text = String(decoding: line, as: UTF8.self)
                _ = MailCapability(parsing: text)
                _ = MailGreeting.normalised(text)
            }
        },
        FuzzTarget("ssh") { bytes in
            for line in split(bytes).prefix(8) { parse { try SSHIdentification(parsing: line).speaksVersion2 } }
            parse { try SSHPacket.bodyLength(parsing: bytes) }
            parse { try SSHPacket.payload(parsing: bytes) }
            parse { try SSHKeyExchangeInit(parsing: bytes) }
            parse { try SSHKeyExchangeInit(parsing: SSHPacket.payload(parsing: Array(bytes.dropFirst(4)))) }
        },
        FuzzTarget("visible-text") { bytes in
            let text = String(visible: bytes)
            precondition(String(visible: text) == text, "visible text changes when made visible again")
            _ = text.spacesFolded
        },
    ]

    private static func split(_ bytes: [UInt8]) -> [[UInt8]] {
        bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
            line.last == UInt8(ascii: "\r") ? Array(line.dropLast()) : Array(line)
        }
    }
}
