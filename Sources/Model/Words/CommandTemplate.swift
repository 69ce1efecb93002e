/// A command line with gaps: how a person sees with a public tool what a rule saw.
///
/// `openssl s_client -connect {host}:{port} -servername {name} {starttls}` is filled with the place of a finding. Only
/// plain host names and addresses are put in: what is copied into a shell must not be able to say anything else.
package struct CommandTemplate: Sendable, Equatable {
    /// What may stand between braces.
    package enum Gap: String, Sendable, CaseIterable {
        /// The address; the name where there is none. IPv6 in brackets.
        case host
        case port
        /// The server name; without one `-servername {name}` becomes `-noservername`, else the address stands for it.
        case name
        /// `-starttls smtp` and the like, or nothing.
        case starttls
    }

    /// Why a text is no template.
    package enum Fault: Error, Equatable {
        case unknownGap(String)
        case openBrace
        /// It would say the same of every endpoint.
        case placeless
    }

    /// As it was written.
    package let text: String

    package init(_ text: String) throws(Fault) {
        var gaps: [Gap] = []
        for part in text.split(separator: "{", omittingEmptySubsequences: false).dropFirst() {
            guard let end = part.firstIndex(of: "}") else { throw .openBrace }
            let name = String(part[..<end])
            guard let gap = Gap(rawValue: name) else { throw .unknownGap(name) }
            gaps.append(gap)
        }
        guard gaps.contains(.host) || gaps.contains(.name) else { throw .placeless }
        self.text = text.split(separator: "\n").joined(separator: "\n")
    }

    /// The command for an endpoint; `nil` where its name could say more to a shell than a name.
    package func command(for endpoint: Endpoint) -> String? {
        // What nobody serves cannot be asked for.
        if endpoint.transport != .dns, endpoint.port == 0 { return nil }
        return command(
            address: endpoint.address?.description ?? "", port: endpoint.port, name: endpoint.serverName,
            service: endpoint.service)
    }

    /// The same from its parts; a missing address or name is empty.
    package func command(address: String, port: UInt16, name: String, service: Service) -> String? {
        guard ShellWord.isPlain(address), ShellWord.isPlain(name) else { return nil }
        let host = address.isEmpty ? name : address
        guard !host.isEmpty else { return nil }
        let bracketed = host.contains(":") ? "[\(host)]" : host
        var filled = text
        if name.isEmpty { filled = filled.replacing("-servername {name}", with: "-noservername") }
        if service.startTLSWord == nil { filled = filled.replacing(" {starttls}", with: "") }
        return
            filled
            .replacing("{host}", with: bracketed)
            .replacing("{port}", with: "\(port)")
            .replacing("{name}", with: name.isEmpty ? bracketed : name)
            .replacing("{starttls}", with: service.startTLSOptions(name: name) ?? "")
    }
}

/// What may be put into a command line without quotes.
package enum ShellWord {
    /// Letters, digits, `.`, `-`, `_` and `:`, not beginning like an option: names and addresses, nothing a shell reads.
    package static func isPlain(_ text: String) -> Bool {
        text.utf8.first != UInt8(ascii: "-") && text.utf8.allSatisfy(isPlain)
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"),
            UInt8(ascii: ":"):
            true
        default: false
        }
    }
}

extension Service {
    /// What `openssl s_client -starttls` calls it; `nil` where TLS begins at once or never.
    package var startTLSWord: String? {
        guard security == .startTLS else { return nil }
        return switch self {
        case .submission: "smtp"
        case .xmppClient: "xmpp"
        case .postgresql: "postgres"
        default: rawValue
        }
    }

    /// The options of `openssl s_client` that lead to TLS; an XMPP server wants to hear its name.
    package func startTLSOptions(name: String) -> String? {
        guard let word = startTLSWord else { return nil }
        let wantsName = (self == .xmppClient || self == .xmppServer) && !name.isEmpty
        return "-starttls \(word)" + (wantsName ? " -xmpphost \(name)" : "")
    }
}
