import Model

/// One entry of a host's `ports:`: a number whose service is registered, or `{port: 9443, service: https}`.
enum PortKeys {
    static let services = Service.atPorts.map(\.rawValue)

    static let port = YAMLKey.required("port", number, "TCP port")
    static let service = YAMLKey.required("service", YAMLShape<String>.word(services), "what speaks there")
    private static let number = YAMLShape<Int>.integer(in: 1...65_535)
    private static let mapping = YAMLMapping("a port", [port.declaration, service.declaration])

    static let shape = YAMLShape<Placed<HostTarget.Port>>(
        schema: ["anyOf": [number.schema, mapping.schema]]
    ) { node, log in
        let port = node.entries == nil ? registered(node, log) : named(node, log)
        return port.map { Placed($0, at: node.place) }
    }

    private static func registered(_ node: YAMLNode, _ log: DiagnosticLog) -> HostTarget.Port? {
        guard let value = number.read(node, log), let port = UInt16(exactly: value) else { return nil }
        guard let service = Service.registered(port: port) else {
            log.error(
                at: node.place, "port \(port) has no service of its own",
                hint: "write {port: \(port), service: https}; services are \(services.joined(separator: ", "))")
            return nil
        }
        return HostTarget.Port(number: port, service: service)
    }

    private static func named(_ node: YAMLNode, _ log: DiagnosticLog) -> HostTarget.Port? {
        guard let fields = mapping.fields(of: node, log), let value = fields[port], let number = UInt16(exactly: value),
            let service = fields[service].flatMap(Service.init(rawValue:))
        else { return nil }
        return HostTarget.Port(number: number, service: service)
    }
}
