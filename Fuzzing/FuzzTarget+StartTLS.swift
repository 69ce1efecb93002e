#if canImport(Wire)
    import Wire
#endif

extension FuzzTarget {
    static let startTLS: [FuzzTarget] = [
        FuzzTarget("ldap") { bytes in
            parse { try LDAPExtendedResponse(parsing: bytes).description }
            parse { try BERElement.contentLength(bytes, of: "fuzz") }
            parse { try BERElement.furtherLengthBytes(bytes, of: "fuzz") }
        },
        FuzzTarget("databases") { bytes in
            parse { try MySQLPacketHeader(parsing: Array(bytes.prefix(4))) }
            parse { try MySQLFirstPacket(parsing: bytes) }
            parse { try PostgreSQLSSL.Answer(parsing: bytes) }
            parse { try PostgreSQLError(parsing: bytes) }
        },
        FuzzTarget("xmpp") { bytes in
            checkPieces(of: bytes, XMPPTagReader.init) { reader, piece in
                reader.add(piece)
                while try reader.next() != nil {}
                return nil as Int?
            }
            parse { try XMPPTag(parsing: bytes) }
        },
        FuzzTarget("reply-lines") { bytes in
            for line in bytes.split(separator: 0x0A).prefix(8).map(Array.init) {
                parse { try FTPReplyLine(parsing: line) }
                parse { try NNTPStatusLine(parsing: line) }
                parse { try SieveLine(parsing: line) }
            }
        },
    ]
}
