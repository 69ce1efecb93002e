import Model

/// Commands that show the state of an endpoint, for the person who mended it.
///
/// Names are put into a command only if they are plain host names or addresses: what is copied into a shell must not
/// be able to say anything else.
struct Verification {
    let commands: [String]

    init?(finding: Picture.Finding, among endpoints: [Picture.Endpoint], rule: Picture.Rule?) {
        guard
            let endpoint = endpoints.first(where: {
                $0.label == finding.endpoint && $0.body == finding.body
                    && ($0.address == finding.address || finding.address.isEmpty)
            })
        else { return nil }
        let host = endpoint.hostName
        guard !host.isEmpty, ShellWord.isPlain(host) else { return nil }
        commands =
            ["lagebild check \(endpoint.label)"] + (Self.own(rule, endpoint) ?? Self.others(host, endpoint))
    }

    /// What the finding's rule names.
    private static func own(_ rule: Picture.Rule?, _ endpoint: Picture.Endpoint) -> [String]? {
        guard let see = rule?.text.see else { return nil }
        let isName = IPAddress(endpoint.hostName) == nil
        let command = see.command(
            address: endpoint.address, port: UInt16(clamping: endpoint.port), name: isName ? endpoint.hostName : "",
            service: endpoint.service)
        return command.map { $0.split(separator: "\n").map(String.init) }
    }

    private static func others(_ host: String, _ endpoint: Picture.Endpoint) -> [String] {
        let place = "\(host.contains(":") ? "[\(host)]" : host):\(endpoint.port)"
        switch (endpoint.service, endpoint.service.security) {
        case (.http, _): return ["curl -sSI http://\(place)/"]
        case (.ssh, _): return ["ssh -vv -p \(endpoint.port) \(host) true"]
        case (.domain, _), (.mailDomain, _): return ["dig +dnssec \(host) MX", "dig +dnssec \(host) TXT"]
        case (.https, _):
            return ["curl -sSI https://\(place)/", "openssl s_client -connect \(place) -servername \(host) </dev/null"]
        case (_, .startTLS):
            let options = endpoint.service.startTLSOptions(name: host) ?? ""
            return ["openssl s_client \(options) -connect \(place) </dev/null"]
        default: return ["openssl s_client -connect \(place) -servername \(host) </dev/null"]
        }
    }
}

extension Picture.Endpoint {
    /// The label without its port: a name, an address or a domain.
    var hostName: String {
        guard port != 0 else { return label }
        let suffix = ":\(port)"
        guard label.hasSuffix(suffix) else { return label }
        let host = label.dropLast(suffix.count)
        return host.hasPrefix("[") && host.hasSuffix("]") ? String(host.dropFirst().dropLast()) : String(host)
    }
}
