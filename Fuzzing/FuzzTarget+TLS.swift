#if canImport(Wire)
    import Wire
#endif

extension FuzzTarget {
    static let tls: [FuzzTarget] = [
        FuzzTarget("tls-records") { bytes in
            checkPieces(of: bytes, TLSRecordReader.init) { reader, piece in
                reader.append(piece)
                while try reader.next() != nil {}
                return nil as Int?
            }
        },
        FuzzTarget("tls-handshake") { bytes in
            checkPieces(of: bytes, { HandshakeReader() }) { reader, piece in
                reader.append(piece)
                while try reader.next() != nil {}
                return nil as Int?
            }
        },
        FuzzTarget("tls-flight") { bytes in
            checkPieces(of: bytes, { HelloAnswerReader(until: .flight) }) { try $0.answer(adding: $1) }
            checkPieces(of: bytes, { HelloAnswerReader(until: .hello) }) { try $0.answer(adding: $1) }
        },
        FuzzTarget("tls-client-hello") { bytes in
            checkRoundTrip(try? ClientHello(parsing: bytes)) { try ClientHello(parsing: $0.message.body) }
            if let hello = try? ClientHello(parsing: bytes) { _ = (hello.bytes, hello.padded) }
        },
        FuzzTarget("tls-server-hello") { bytes in
            guard let hello = try? ServerHello(parsing: bytes) else { return }
            checkRoundTrip(hello) { try ServerHello(parsing: $0.message.body) }
            _ = (hello.alpn, hello.nextProtocols, hello.keyShareGroup, hello.isHelloRetryRequest)
            _ = (hello.cipherSuite.name, hello.cipherSuite.parts, hello.version.description)
        },
        FuzzTarget("tls-messages") { bytes in
            for version in [TLSVersion.ssl3, .tls12, .tls13] {
                parse { try CertificateMessage(parsing: bytes, version: version) }
                parse { try CertificateRequest(parsing: bytes, version: version) }
                parse { try NewSessionTicket(parsing: bytes, version: version) }
            }
            parse { try CertificateStatus(parsing: bytes) }
            parse { try EncryptedExtensions(parsing: bytes) }
            parse { try TLSAlert(parsing: bytes) }
        },
        FuzzTarget("tls-key-exchange") { bytes in
            guard bytes.count >= 3 else { return }
            let suite = CipherSuite(rawValue: UInt16(bytes[0]) << 8 | UInt16(bytes[1]))
            let version = bytes[2] & 1 == 0 ? TLSVersion.tls12 : .tls10
            _ = ServerKeyExchange(parsing: Array(bytes.dropFirst(3)), suite: suite, version: version)
        },
        FuzzTarget("ssl2") { bytes in
            checkPieces(of: bytes, SSL2AnswerReader.init) { try $0.answer(adding: $1) }
            var reader = SSL2RecordReader()
            reader.append(bytes)
            guard let message = try? reader.next() else { return }
            checkRoundTrip(try? SSL2ClientHello(parsing: message)) { try SSL2ClientHello(parsing: body(of: $0.bytes)) }
            checkRoundTrip(try? SSL2ServerHello(parsing: message)) { try SSL2ServerHello(parsing: body(of: $0.bytes)) }
            checkRoundTrip(try? SSL2Error(parsing: message)) { try SSL2Error(parsing: body(of: $0.bytes)) }
        },
    ]

    /// Of a record with a header of two bytes.
    private static func body(of record: [UInt8]) -> [UInt8] { Array(record.dropFirst(2)) }
}
