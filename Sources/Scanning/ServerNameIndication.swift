import Model

extension Endpoint {
    /// What goes into SNI: a DNS name, never an address (RFC 6066 3).
    var serverNameIndication: String? {
        serverName.isEmpty || IPAddress(serverName) != nil ? nil : serverName
    }
}
