import TLSTesting

/// A TLS server on loopback, a fleet that names it, and a pack of rules about it.
struct ServerScene {
    let server: RealServer
    let shell: Shell

    /// `rules` by id are the queries for what deviates; `exceptions` stand in the fleet file as they are.
    init(rules: KeyValuePairs<String, String>, exceptions: String = "") async throws {
        let workshop = try Workshop()
        let issued = try await workshop.issue("www.example.org", names: ["IP:127.0.0.1"])
        server = try await RealServer.openssl(issued, ["-tls1_2"])
        shell = try Shell()
        try shell.write(GoodFiles.pack("web", version: 1), to: "rules/web/pack.yaml")
        let texts = rules.map { GoodFiles.rule($0.key, deviates: $0.value) }
        try shell.write(texts.joined(), to: "rules/web/web.yaml")
        try shell.write(fleet + exceptions, to: "fleet.yaml")
    }

    func end() {
        server.stop()
        shell.remove()
    }

    private var fleet: String {
        """
        apiVersion: lagebild/1
        kind: Fleet
        cooperation:
          id: ikz
          name: IKZ
          scanner: {contact: scan@ikz.example, info_url: "https://scan.ikz.example/"}
        defaults: {timeout: 2s}
        contacts:
          it: {name: IT-Leitung, role: it-lead, email: it@nord.example}
          isb: {name: Informationssicherheit, role: security-officer, email: isb@ikz.example}
        authorisations:
          FRG-1: {granted_by: Nord, signed_by: it, document: 1.pdf, valid_from: 2026-01-01, valid_until: 2099-12-31, level: light}
        bodies:
          - id: nord
            name: Landkreis Nord
            type: county
            owner: it
            authorisation: FRG-1
            networks: [{cidr: 127.0.0.0/24}]
            hosts: [{name: 127.0.0.1, ports: [{port: \(server.port), service: tls}]}]

        """
    }

    /// Subjects that accept a version.
    static func accepting(_ version: String) -> String {
        """
        SELECT endpoint_id, protocol AS evidence FROM tls_protocol
        WHERE answer = 'accepted' AND protocol = '\(version)'
        """
    }

    /// Counts for ever.
    static let endless = """
        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)
        SELECT endpoint_id, 'x' AS evidence FROM tls_endpoint WHERE (SELECT count(*) FROM n) = 1
        """
}
