/// Address, port, transport and server name: what a probe talks to and what a finding is about.
///
/// A domain name as the DNS describes it is an endpoint too: transport `dns`, no address, port 0.
package struct Endpoint: Sendable, Hashable, Comparable {
    /// Which body's system this is; `id` of the fleet file.
    package let body: String
    /// Absent for transport `dns`, and while a name has no address.
    package let address: IPAddress?
    package let port: UInt16
    package let transport: TransportLayer
    /// The name asked for: SNI, Host header, certificate name. Empty for a bare address.
    package let serverName: String
    package let service: Service

    package enum TransportLayer: String, Sendable, Codable { case tcp, dns }

    package init(
        body: String, address: IPAddress?, port: UInt16, transport: TransportLayer = .tcp, serverName: String,
        service: Service
    ) {
        self.body = body
        self.address = address
        self.port = port
        self.transport = transport
        self.serverName = serverName
        self.service = service
    }

    /// A domain name as subject of DNS facts.
    package static func domain(_ name: String, body: String, service: Service) -> Endpoint {
        Endpoint(body: body, address: nil, port: 0, transport: .dns, serverName: name, service: service)
    }

    /// For people: `name:port` or `[address]:port`; a domain by its name, and what has no port too.
    package var label: String {
        if transport == .dns || port == 0 { return serverName }
        if !serverName.isEmpty { return "\(serverName):\(port)" }
        guard let address else { return ":\(port)" }
        return address.isIPv6 ? "[\(address)]:\(port)" : "\(address):\(port)"
    }

    /// What a fleet file calls the machine: its name, else its address.
    package var host: String { serverName.isEmpty ? address?.description ?? "" : serverName }

    package static func < (left: Endpoint, right: Endpoint) -> Bool { left.order < right.order }

    private var order: (String, String, UInt16, String, String) {
        (body, serverName, port, address?.description ?? "", transport.rawValue)
    }
}
