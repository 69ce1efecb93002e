/// CLIENT-HELLO of "The SSL Protocol" version 2 (Hickman, 1995) section 2.5; also the form in which old clients asked
/// for newer versions, their suites as cipher kinds with a leading zero (RFC 5246 appendix E.2).
package struct SSL2ClientHello: Sendable, Equatable {
    package let version: TLSVersion
    package let cipherKinds: [SSL2CipherKind]
    package let sessionID: [UInt8]
    /// 16 to 32 bytes.
    package let challenge: [UInt8]

    package init(
        version: TLSVersion = .ssl2, cipherKinds: [SSL2CipherKind] = SSL2CipherKind.all, sessionID: [UInt8] = [],
        challenge: [UInt8]
    ) {
        self.version = version
        self.cipherKinds = cipherKinds
        self.sessionID = sessionID
        self.challenge = challenge
    }

    /// From a record's body, as `SSL2RecordReader` hands it out.
    package init(parsing body: [UInt8]) throws(WireError) {
        var reader = ByteReader(body, of: "SSLv2 CLIENT-HELLO")
        try reader.expect(SSL2Record.clientHello)
        version = TLSVersion(rawValue: try reader.uint16("version"))
        let kinds = Int(try reader.uint16("length of cipher kinds"))
        let id = Int(try reader.uint16("length of session id"))
        let length = Int(try reader.uint16("length of challenge"))
        cipherKinds = try reader.cipherKinds(bytes: kinds)
        sessionID = try reader.bytes(id, "session id")
        challenge = try reader.bytes(length, "challenge")
        try reader.finish()
    }

    package var bytes: [UInt8] {
        var body = [SSL2Record.clientHello]
        body.append16(version.rawValue)
        body.append16(UInt16(clamping: 3 * cipherKinds.count))
        body.append16(UInt16(clamping: sessionID.count))
        body.append16(UInt16(clamping: challenge.count))
        for kind in cipherKinds { body.append24(kind) }
        body += sessionID
        body += challenge
        return SSL2Record.bytes(of: body)
    }
}

/// SERVER-HELLO: the server's certificate, and every cipher kind it shares with the client.
package struct SSL2ServerHello: Sendable, Equatable {
    package let isResumption: Bool
    /// 1 is X.509.
    package let certificateType: UInt8
    package let version: TLSVersion
    /// In DER.
    package let certificate: [UInt8]
    package let cipherKinds: [SSL2CipherKind]
    package let connectionID: [UInt8]

    package init(
        isResumption: Bool = false, certificateType: UInt8 = 1, version: TLSVersion = .ssl2, certificate: [UInt8],
        cipherKinds: [SSL2CipherKind], connectionID: [UInt8]
    ) {
        self.isResumption = isResumption
        self.certificateType = certificateType
        self.version = version
        self.certificate = certificate
        self.cipherKinds = cipherKinds
        self.connectionID = connectionID
    }

    package init(parsing body: [UInt8]) throws(WireError) {
        var reader = ByteReader(body, of: "SSLv2 SERVER-HELLO")
        try reader.expect(SSL2Record.serverHello)
        isResumption = try reader.uint8("session id hit") != 0
        certificateType = try reader.uint8("certificate type")
        version = TLSVersion(rawValue: try reader.uint16("version"))
        let length = Int(try reader.uint16("length of certificate"))
        let kinds = Int(try reader.uint16("length of cipher kinds"))
        let id = Int(try reader.uint16("length of connection id"))
        certificate = try reader.bytes(length, "certificate")
        cipherKinds = try reader.cipherKinds(bytes: kinds)
        connectionID = try reader.bytes(id, "connection id")
        try reader.finish()
    }

    package var bytes: [UInt8] {
        var body = [SSL2Record.serverHello, isResumption ? 1 : 0, certificateType]
        body.append16(version.rawValue)
        body.append16(UInt16(clamping: certificate.count))
        body.append16(UInt16(clamping: 3 * cipherKinds.count))
        body.append16(UInt16(clamping: connectionID.count))
        body += certificate
        for kind in cipherKinds { body.append24(kind) }
        body += connectionID
        return SSL2Record.bytes(of: body)
    }
}

/// ERROR: why a peer ends.
package struct SSL2Error: Sendable, Hashable, CustomStringConvertible {
    package let code: UInt16

    package init(code: UInt16) { self.code = code }

    package init(parsing body: [UInt8]) throws(WireError) {
        var reader = ByteReader(body, of: "SSLv2 ERROR")
        try reader.expect(SSL2Record.error)
        code = try reader.uint16("error code")
        try reader.finish()
    }

    package var bytes: [UInt8] {
        var body = [SSL2Record.error]
        body.append16(code)
        return SSL2Record.bytes(of: body)
    }

    /// `SSLv2 error 1 no_cipher`; only the number where the specification has no name.
    package var description: String {
        let names: [UInt16: String] = [
            1: "no_cipher", 2: "no_certificate", 4: "bad_certificate", 6: "unsupported_certificate_type",
        ]
        return names[code].map { "SSLv2 error \(code) \($0)" } ?? "SSLv2 error \(code)"
    }
}

extension ByteReader {
    fileprivate mutating func expect(_ type: UInt8) throws(WireError) {
        let found = try uint8("message type")
        guard found == type else { throw .unexpected(field: "message type", of: message, found: String(found)) }
    }
}
