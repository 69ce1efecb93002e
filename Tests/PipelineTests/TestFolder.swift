import Documents
import Foundation
import Model

@testable import Pipeline

/// A folder that goes with the test: a fleet file, and rule packs of one rule each.
final class TestFolder {
    let path: String
    static let now = Day(year: 2026, month: 11, day: 23).start

    init() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "lagebild-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        path = folder.path
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func write(_ text: String, to name: String) throws {
        let file = URL(filePath: path).appending(path: name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    /// A default pack with one rule on old TLS versions.
    func writePack(_ name: String, version: Int = 1, rule: String, status: String = "active", isDefault: Bool = true)
        throws
    {
        try write(
            """
            name: \(name.split(separator: "/").last ?? "")
            version: \(version)
            default: \(isDefault)
            title: {de: Probe, en: Test}
            summary: {de: Probe, en: Test}
            sources: [{document: RFC 8996}]
            changelog: [{version: \(version), date: 2026-11-01, text: {de: Neu, en: New}}]
            """, to: "rules/\(name)/pack.yaml")
        try write(Self.rule(rule, status: status), to: "rules/\(name)/rule.yaml")
    }

    static func rule(_ id: String, status: String = "active") -> String {
        """
        - id: \(id)
          since: 1
          status: \(status)
          severity: high
          title: {de: Alt, en: Old}
          why: {de: weil, en: because}
          fix: {de: abschalten, en: switch off}
          action: {de: abschalten, en: switch off}
          scope: tls_endpoint
          deviates: SELECT endpoint_id, protocol AS evidence FROM tls_protocol WHERE answer = 'accepted' AND protocol = 'TLSv1.0'
          references: [{document: RFC 8996}]
          examples:
            - {name: "on", given: {tls_protocol: [{protocol: TLSv1.0, answer: accepted}]}, verdict: deviates}
            - {name: "off", given: {tls_protocol: [{protocol: TLSv1.0, answer: refused}]}, verdict: conforms}
            - {name: silent, unmeasured: [tls], verdict: not measured}

        """
    }

    /// The least a fleet says; `defaults` and `exceptions` are put where they belong.
    func writeFleet(rules: String = "{}", exceptions: String = "") throws {
        try write(
            """
            apiVersion: lagebild/1
            kind: Fleet
            cooperation: {id: ikz, name: IKZ, scanner: {contact: scan@ikz.example, info_url: "https://scan.ikz.example/"}}
            defaults: {rules: \(rules)}
            contacts:
              it: {name: IT-Leitung, role: it-lead, email: it@nord.example}
              isb: {name: Informationssicherheit, role: security-officer, email: isb@ikz.example}
            authorisations:
              FRG-1: {granted_by: Nord, signed_by: it, document: 1.pdf, valid_from: 2026-01-01, valid_until: 2027-12-31, level: light}
            bodies:
              - id: nord
                name: Landkreis Nord
                type: county
                owner: it
                authorisation: FRG-1
                domains: [{name: nord.example}]
                networks: [{cidr: 192.0.2.0/24}]
                hosts: [{name: www.nord.example, ports: [443]}]
            \(exceptions)
            """, to: "fleet.yaml")
    }

    func open() throws -> Workspace {
        try Workspace.open(
            Places(fleet: "\(path)/fleet.yaml", database: nil, rules: "\(path)/rules", program: nil), at: Self.now)
    }

    /// The warnings of a valid fleet, else what is wrong with it, without the folder's name.
    func complaints() throws -> [String] {
        do {
            return try open().warnings.map { $0.description.replacing(path + "/", with: "") }
        } catch let error as FleetFileError {
            return error.diagnostics.map { $0.description.replacing(path + "/", with: "") }
        }
    }
}
