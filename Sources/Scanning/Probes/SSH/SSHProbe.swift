import Model
import Transport
import Wire

/// Asks an SSH server which algorithms it offers. Hangs up before keys are exchanged; nobody logs on.
///
/// Specification: RFC 4253 4.2 (identification) and 7.1 (KEXINIT).
struct SSHProbe: Probe {
    let name = "ssh"
    let services: Set<Service> = [.ssh]
    let consent = Consent.light
    let facts: [FactTable] = [
        SSHBannerFact.table, SSHAlgorithmFact.table, SoftwareFact.table, SoftwareSupportFact.table,
    ]
    let connections = 1
    let sends = LocalizedText(
        de: "Kennung austauschen und die Liste der Verfahren lesen; keine Anmeldung.",
        en: "Exchanges identifications and reads the list of algorithms; never logs in.")

    let software: any SoftwareRecogniser

    func observe(_ endpoint: Endpoint, using dialer: some Dialer) async throws -> Facts {
        let conversation = try await dialer.connect(to: endpoint)
        defer { conversation.close() }

        let server = try await identification(on: conversation)
        var facts = Facts([server.bannerFact])
        facts.insert(software: software, in: [server.softwareSignal])
        guard server.speaksVersion2 else { return facts }

        try await conversation.send(line: Self.identification(userAgent: dialer.userAgent))
        facts.insert(contentsOf: try await keyExchangeInit(on: conversation).algorithmFacts)
        return facts
    }

    /// `SSH-2.0-Lagebild_0.1 (+https://...)`: the name may not contain a hyphen or a space, a comment may follow.
    static func identification(userAgent: String) -> String {
        let visible = String(visible: userAgent)
        let name = visible.prefix { $0 != " " }.replacing("/", with: "_").replacing("-", with: "_")
        let comment = visible.drop { $0 != " " }
        return String("SSH-2.0-\(name)\(comment)".prefix(250))  // 255 with its end (RFC 4253 4.2)
    }

    /// A server may say other lines first (RFC 4253 4.2).
    private func identification(on conversation: Conversation) async throws -> SSHIdentification {
        for _ in 0..<20 {
            let line = try await conversation.receiveLine(limit: 1_024)
            if line.starts(with: Array("SSH-".utf8)) { return try SSHIdentification(parsing: line) }
        }
        throw WireError.missing(field: "SSH- line", of: "SSH identification")
    }

    /// The server's first KEXINIT; IGNORE and DEBUG messages may come before it.
    private func keyExchangeInit(on conversation: Conversation) async throws -> SSHKeyExchangeInit {
        for _ in 0..<4 {
            let length = try SSHPacket.bodyLength(
                parsing: await conversation.receive(exactly: SSHPacket.lengthSize))
            let payload = try SSHPacket.payload(parsing: await conversation.receive(exactly: length))
            guard let number = payload.first, number == 2 || number == 4 else {
                return try SSHKeyExchangeInit(parsing: payload)
            }
        }
        throw WireError.missing(field: "message", of: "SSH KEXINIT")
    }
}

extension SSHIdentification {
    fileprivate var bannerFact: SSHBannerFact {
        SSHBannerFact(protocolVersion: protocolVersion, software: software, comments: comments)
    }

    fileprivate var softwareSignal: SoftwareSignal {
        SoftwareSignal(SoftwareSignal.sshBanner, "\(software) \(comments)".spacesFolded)
    }
}

extension SSHKeyExchangeInit {
    fileprivate var algorithmFacts: [SSHAlgorithmFact] {
        rows("kex", keyExchange, "both") + rows("host_key", hostKeys, "both")
            + rows("cipher", ciphersToServer, ciphersToClient) + rows("mac", macsToServer, macsToClient)
            + rows("compression", compressionToServer, compressionToClient)
    }

    private func rows(_ kind: String, _ toServer: [String], _ toClient: [String]) -> [SSHAlgorithmFact] {
        if toServer == toClient { return rows(kind, toServer, "both") }
        return rows(kind, toServer, "client_to_server") + rows(kind, toClient, "server_to_client")
    }

    private func rows(_ kind: String, _ names: [String], _ direction: String) -> [SSHAlgorithmFact] {
        names.prefix(200).enumerated().map { position, name in
            SSHAlgorithmFact(kind: kind, direction: direction, name: name, position: position)
        }
    }
}
