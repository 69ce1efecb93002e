import Foundation

/// Files without a fault, for tests to spoil: a fleet, and two packs of one rule each.
enum GoodFiles {
    /// Days from today, as a fleet file writes them.
    static func day(_ offset: Int) -> String {
        Date(timeIntervalSinceNow: Double(offset) * 86_400).formatted(.iso8601.year().month().day())
    }

    static var fleet: String {
        """
        apiVersion: lagebild/1
        kind: Fleet
        cooperation:
          id: ikz
          name: IKZ Nord
          tlp: AMBER
          timezone: Europe/Berlin
          scanner: {contact: scan@ikz.example, info_url: "https://scan.ikz.example/"}
        defaults:
          level: light
          window: "00:00-24:00"
          rules:
            packs: [web@3, mail]
            severity:
              - {rule: mail-old, severity: low, reason: Nur im Verwaltungsnetz erreichbar}
        contacts:
          it: {name: IT-Leitung, role: it-lead, email: it@nord.example}
          isb: {name: Informationssicherheit, role: security-officer, email: isb@ikz.example}
        authorisations:
          FRG-1: {granted_by: Nord, signed_by: it, document: 1.pdf, valid_from: 2026-01-01, valid_until: 2099-12-31, level: light}
        software_domains:
          geo: {name: Geoinformation, owner: it, criticality: medium}
        bodies:
          - id: nord
            name: Landkreis Nord
            type: county
            ags: "07231"
            owner: it
            authorisation: FRG-1
            networks: [{cidr: 192.0.2.0/24}]
            hosts:
              - {name: www.nord.example, ports: [443], software_domain: geo}
          - id: krz
            name: Rechenzentrum
            type: it-provider
            owner: it
            authorisation: FRG-1
            networks: [{cidr: 198.51.100.0/24}]
            hosts: [{name: portal.krz.example, ports: [443]}]
        services:
          - {id: portal, name: Portal, provider: krz, consumers: [nord], hosts: [portal.krz.example]}
        exceptions:
          - id: AUS-1
            rule: web-old
            where: {host: www.nord.example, port: 443}
            reason: Feldgeräte sprechen nur TLS 1.0
            compensating: Zugriff nur aus dem VPN
            residual_risk: Messdaten sind im VPN lesbar
            plan: {what: Feldgeräte austauschen, by: \(day(150))}
            requested_by: it
            accepted_by: isb
            approved_on: \(day(-30))
            expires: \(day(180))

        """
    }

    static func pack(_ name: String, version: Int) -> String {
        """
        name: \(name)
        version: \(version)
        default: true
        title: {de: Probe, en: Test}
        summary: {de: Probe, en: Test}
        sources: [{document: RFC 8996}]
        changelog: [{version: \(version), date: 2026-11-01, text: {de: Neu, en: New}}]
        """
    }

    static func rule(_ id: String, deviates: String = deviates) -> String {
        """
        - id: \(id)
          since: 1
          status: active
          severity: high
          title: {de: Alt, en: Old}
          why: {de: weil, en: because}
          fix: {de: abschalten, en: switch off}
          action: {de: abschalten, en: switch off}
          scope: tls_endpoint
          deviates: |
        \(deviates.split(separator: "\n").map { "    \($0)" }.joined(separator: "\n"))
          references: [{document: RFC 8996}]
          examples:
            - {name: accepted, given: {tls_protocol: [{protocol: TLSv1.0, answer: accepted}]}, verdict: deviates}
            - {name: refused, given: {tls_protocol: [{protocol: TLSv1.0, answer: refused}]}, verdict: conforms}
            - {name: silent, unmeasured: [tls], verdict: not measured}

        """
    }

    static let deviates = """
        SELECT endpoint_id, protocol AS evidence
        FROM tls_protocol
        WHERE answer = 'accepted' AND protocol = 'TLSv1.0'
        """
}

extension Shell {
    /// Writes a file into the shell's folder.
    func write(_ text: String, to name: String) throws {
        let file = folder.appending(path: name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    var files: [String] { (try? FileManager.default.contentsOfDirectory(atPath: folder.path))?.sorted() ?? [] }

    /// A folder with the good fleet and its packs.
    static func withGoodFiles() throws -> Shell {
        let shell = try Shell()
        try shell.write(GoodFiles.fleet, to: "fleet.yaml")
        for (name, version) in [("web", 3), ("mail", 1)] {
            try shell.write(GoodFiles.pack(name, version: version), to: "rules/\(name)/pack.yaml")
            try shell.write(GoodFiles.rule("\(name)-old"), to: "rules/\(name)/\(name).yaml")
        }
        return shell
    }
}
