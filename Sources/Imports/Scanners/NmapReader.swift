import Documents
import Model

/// What nmap saw: every host with its open ports, and the products it believes to answer there.
enum NmapReader {
    static func read(_ bytes: [UInt8], into sink: inout ImportSink) throws {
        try XMLReading.elements(named: ["host"], of: bytes, file: sink.file) { host in
            let address = host.children(named: "address").first { $0["addrtype"] != "mac" }?["addr"] ?? ""
            let name = host.child("hostnames")?.children(named: "hostname").first?["name"] ?? ""
            for port in host.child("ports")?.children(named: "port") ?? []
            where port.child("state")?["state"] == "open" {
                try add(port, at: name.or(address), into: &sink)
            }
        }
    }

    private static func add(_ port: XMLElement, at host: String, into sink: inout ImportSink) throws {
        let service = port.child("service")
        var row = ImportedRow(.host, name: service?["name"] ?? "", place: "line \(port.line)")
        row.host = host
        row.port = port["portid"].flatMap(Int.init)
        guard let number = row.port, (0...65_535).contains(number) else {
            return sink.refuse(port.line, "line \(port.line): '\((port["portid"] ?? "").excerpt)' is no port")
        }
        try sink.add(row, line: port.line)
        guard let service, let product = service["product"] else { return }
        row.kind = .software
        row.name = product
        row.version = service["version"] ?? ""
        row.cpe = service.child("cpe")?.text ?? ""
        try sink.add(row, line: port.line)
    }
}
