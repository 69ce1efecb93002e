import Wire

/// The server's handshake messages as OpenSSL read them, decrypted: what its own interface keeps to itself.
///
/// They are there also when the handshake failed later on.
package struct ServerMessages: Sendable, Equatable {
    private var bodies: [UInt8: [UInt8]] = [:]
    private var ticketBodies: [[UInt8]] = []

    package init() {}

    enum Kind {
        static let serverHello: UInt8 = 2
        static let newSessionTicket: UInt8 = 4
        static let encryptedExtensions: UInt8 = 8
        static let certificate: UInt8 = 11
        static let certificateRequest: UInt8 = 13
        static let certificateVerify: UInt8 = 15
        static let certificateStatus: UInt8 = 22

        static let kept: Set<UInt8> = [
            serverHello, encryptedExtensions, certificate, certificateRequest, certificateVerify, certificateStatus,
        ]
    }

    /// A hostile server may send tickets for ever.
    private static let mostTickets = 16

    /// One whole message with its header of four bytes.
    mutating func add(_ message: UnsafeRawBufferPointer) {
        guard message.count >= 4 else { return }
        let body = { Array(message.dropFirst(4)) }
        if message[0] == Kind.newSessionTicket {
            if ticketBodies.count < Self.mostTickets { ticketBodies.append(body()) }
        } else if Kind.kept.contains(message[0]) {
            bodies[message[0]] = body()
        }
    }

    /// `supported_groups` of EncryptedExtensions: all groups of a TLS 1.3 server that did not get its first choice.
    package var statedGroups: [NamedGroup]? {
        guard let body = encryptedExtension(TLSExtension.Number.supportedGroups) else { return nil }
        var reader = ByteReader(body, of: "supported_groups")
        guard let list = try? reader.vector16("groups") else { return nil }
        var groups = ByteReader(list, of: "supported_groups")
        var stated: [NamedGroup] = []
        while let code = try? groups.uint16("group") { stated.append(NamedGroup(rawValue: code)) }
        return stated
    }

    package var asksForCertificate: Bool { bodies[Kind.certificateRequest] != nil }

    /// What the server signed its TLS 1.3 handshake with; `nil` before TLS 1.3.
    package var signatureSchemeCode: UInt16? {
        guard let body = bodies[Kind.certificateVerify] else { return nil }
        var reader = ByteReader(body, of: "CertificateVerify")
        return try? reader.uint16("signature scheme")
    }

    /// Tickets seen so far; in TLS 1.3 they come after the handshake.
    package var tickets: [SessionTicket] {
        ticketBodies.compactMap { try? SessionTicket(parsing: $0, isOfTLS13: version >= .tls13) }
    }

    /// The certificates as served; `nil` where no Certificate message came or it cannot be read.
    package var certificates: ServedCertificates? {
        guard let body = bodies[Kind.certificate] else { return nil }
        guard version < .tls13 else { return try? ServedCertificates(parsingTLS13: body) }
        guard var served = try? ServedCertificates(parsingTLS12: body) else { return nil }
        served.ocspResponse = bodies[Kind.certificateStatus].flatMap { ServedCertificates.ocspResponse(in: $0) }
        served.timestamps = hello?.body(of: ServedCertificates.timestampExtension)
        return served
    }

    private var hello: ServerHello? { bodies[Kind.serverHello].flatMap { try? ServerHello(parsing: $0) } }

    /// Of the last ServerHello.
    package var version: TLSVersion { hello?.version ?? TLSVersion(rawValue: 0) }

    private func encryptedExtension(_ number: UInt16) -> [UInt8]? {
        guard let body = bodies[Kind.encryptedExtensions] else { return nil }
        var message = ByteReader(body, of: "EncryptedExtensions")
        guard let block = try? message.vector16("extensions") else { return nil }
        return ServedCertificates.body(of: number, in: block)
    }
}

/// NewSessionTicket (RFC 8446 section 4.6.1, RFC 5077 section 3.3).
package struct SessionTicket: Sendable, Equatable {
    /// 0 where the server leaves it open.
    package let lifetimeSeconds: Int
    package let ticket: [UInt8]
    /// max_early_data_size; 0 where the ticket allows none.
    package let earlyDataBytes: Int

    init(parsing body: [UInt8], isOfTLS13: Bool) throws(WireError) {
        var reader = ByteReader(body, of: "NewSessionTicket")
        lifetimeSeconds = Int(try reader.uint32("lifetime"))
        guard isOfTLS13 else {
            ticket = try reader.vector16("ticket")
            earlyDataBytes = 0
            return
        }
        _ = try reader.uint32("age")
        _ = try reader.vector8("nonce")
        ticket = try reader.vector16("ticket")
        let earlyData = ServedCertificates.body(of: 42, in: try reader.vector16("extensions"))
        var size = ByteReader(earlyData ?? [], of: "early_data")
        earlyDataBytes = (try? size.uint32("max_early_data_size")).map(Int.init) ?? 0
    }
}
