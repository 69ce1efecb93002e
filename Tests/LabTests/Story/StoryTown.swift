import Foundation
import Inventory
import Model
import Pipeline
import ProcessTesting
import TLSTesting

/// Three municipalities and the provider that runs a host for each of them: real servers on loopback, a fleet file, a rule
/// pack, a store, and a clock that goes on by a day with each run.
final class StoryTown {
    /// Addresses: the host of `a`, the host of `b`, and the provider's three.
    static let all = ["127.77.1.1", "127.77.2.1", "127.77.9.1", "127.77.9.2", "127.77.9.3"]

    private let workshop: Workshop
    private let certificate: Workshop.Issued
    private let folder: URL
    private let start = Timestamp(seconds: Int(Date().timeIntervalSince1970)).day
    private var servers: [String: RealServer] = [:]
    private(set) var runs: [String] = []

    init() async throws {
        workshop = try Workshop()
        certificate = try await workshop.issue("story.example")
        folder = FileManager.default.temporaryDirectory.appending(path: "lagebild-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: folder.appending(path: "rules/story"), withIntermediateDirectories: true)
    }

    /// Ends every server it started.
    func close() {
        servers.values.forEach { $0.stop() }
        try? FileManager.default.removeItem(at: folder)
    }

    /// Day of the n-th run.
    func day(_ run: Int) -> Day { Day(number: start.number + run - 1) }

    /// Starts a web server there, or starts it again, with these TLS versions.
    func serve(_ address: String, _ versions: String) async throws {
        stop(address)
        let file = try workshop.write(
            "nginx-\(address).conf",
            """
            daemon off; master_process off; pid \(workshop.folder)/nginx-\(address).pid; error_log stderr notice;
            events {}
            http {
                access_log off; client_body_temp_path \(workshop.folder)/body-\(address);
                proxy_temp_path \(workshop.folder)/proxy-\(address); fastcgi_temp_path \(workshop.folder)/fastcgi-\(address);
                uwsgi_temp_path \(workshop.folder)/uwsgi-\(address); scgi_temp_path \(workshop.folder)/scgi-\(address);
                server {
                    listen \(address):443 ssl; ssl_certificate \(certificate.certificate);
                    ssl_certificate_key \(certificate.key); ssl_protocols \(versions); ssl_ciphers ALL:!aNULL:@SECLEVEL=0;
                    location / { return 200 "story"; }
                }
            }
            """)
        servers[address] = try await RealServer("/usr/sbin/nginx", ["-e", "stderr", "-c", file]) { line in
            line.contains("using the \"") ? 443 : nil
        }
    }

    func stop(_ address: String) { servers.removeValue(forKey: address)?.stop() }

    /// The fleet file: with or without the host of `a`, with or without its exception, which ends on a day.
    func writeFleet(withA: Bool = true, exceptionUntil: Day? = nil) throws {
        let exception =
            exceptionUntil.map { day in
                """
                exceptions:
                  - {id: AUS-1, rule: story-1-0, where: {host: \"127.77.1.1\", port: 443}, reason: "Messgeräte sprechen nur TLS 1.0", compensating: "Nur aus dem VPN", residual_risk: "Im VPN lesbar", requested_by: it-a, accepted_by: isb, approved_on: \(day), expires: \(day)}
                """
            } ?? ""
        let hostOfA = withA ? "{name: \"127.77.1.1\", ports: [443]}, " : ""
        func body(_ id: String, _ number: Int, _ own: String) -> String {
            """
              - id: \(id)
                name: Gemeinde \(id)
                type: municipality
                owner: it-\(id)
                authorisation: FRG
                networks: [{cidr: 127.77.\(number).0/24}]
                hosts: [\(own){name: "127.77.9.\(number)", ports: [443], hosted_by: krz}]
            """
        }
        let ids = ["a", "b", "c", "krz"]
        let text = """
            apiVersion: lagebild/1
            kind: Fleet
            cooperation:
              id: story
              name: Geschichte
              scanner: {contact: scan@story.example, info_url: "https://scan.story.example/"}
            defaults: {timeout: 30s, retries: 2, rate: {per_address: 200/s, per_address_at_once: 8}, rules: {packs: [story], extra: [rules]}}
            contacts:
              isb: {name: ISB, role: security-officer, email: isb@story.example}
            \(ids.map { "  it-\($0): {name: IT \($0), role: it-lead, email: it@\($0).example}" }.joined(separator: "\n"))
            authorisations:
              FRG: {granted_by: alle, signed_by: isb, document: 1.pdf, valid_from: \(day(1)), valid_until: \(day(40)), level: light}
            bodies:
            \(body("a", 1, hostOfA))
            \(body("b", 2, "{name: \"127.77.2.1\", ports: [443]}, "))
            \(body("c", 3, ""))
              - {id: krz, name: KRZ, type: it-provider, owner: it-krz, authorisation: FRG, networks: [{cidr: 127.77.9.0/24}]}
            \(exception)

            """
        try text.write(to: folder.appending(path: "fleet.yaml"), atomically: true, encoding: .utf8)
    }

    /// The rule pack: on TLS 1.0, and from its second version on TLS 1.1, active or retired.
    func writeRules(version: Int, second: String? = nil) throws {
        let changes = (1...version).map { "  - {version: \($0), date: 2026-11-23, text: {de: neu, en: new}}" }
        try """
        name: story
        version: \(version)
        title: {de: Geschichte, en: Story}
        summary: {de: Regeln der Geschichte, en: Rules of the story}
        sources: [{document: RFC 8996}]
        changelog:
        \(changes.joined(separator: "\n"))

        """.write(to: folder.appending(path: "rules/story/pack.yaml"), atomically: true, encoding: .utf8)
        let rules = [Self.rule("1-0", "high", "active")] + (second.map { [Self.rule("1-1", "medium", $0)] } ?? [])
        try rules.joined(separator: "\n").write(
            to: folder.appending(path: "rules/story/rules.yaml"), atomically: true, encoding: .utf8)
    }

    private static func rule(_ version: String, _ severity: String, _ status: String) -> String {
        let name = "TLSv\(version.replacing("-", with: "."))"
        return """
            - id: story-\(version)
              since: 1
              status: \(status)
              severity: \(severity)
              title: {de: "\(name) wird angenommen", en: "\(name) accepted"}
              why: {de: veraltet, en: outdated}
              fix: {de: abschalten, en: switch it off}
              action: {de: "\(name) abschalten", en: "Switch \(name) off"}
              scope: tls_endpoint
              deviates: |
                SELECT endpoint_id, protocol AS evidence FROM tls_protocol
                WHERE protocol = '\(name)' AND answer = 'accepted'
              needs: |
                SELECT endpoint_id FROM tls_protocol WHERE protocol = '\(name)' AND answer = 'refused'
              references: [{document: RFC 8996}]
              examples:
                - {name: accepted, given: {tls_protocol: [{protocol: \(name), answer: accepted}]}, verdict: deviates}
                - {name: refused, given: {tls_protocol: [{protocol: \(name), answer: refused}]}, verdict: conforms}
                - {name: silent, given: {tls_protocol: [{protocol: \(name), answer: unknown}]}, verdict: not measured}

            """
    }

    /// The next day's scan, as the program does it.
    func scan() async throws -> ScanSummary {
        let now = day(runs.count + 1).start
        let summary = try await Scan(try workspace(at: now), Scan.Request(), clock: { now }, progress: { _ in }).run()
        runs.append(summary.run)
        return summary
    }

    func difference(_ from: Int, _ to: Int) throws -> RunDifference {
        try workspace(at: day(runs.count).start).difference(from: runs[from - 1], to: runs[to - 1])
    }

    /// Every event of every finding: run, finding, endpoint, what happened, in what words.
    func log() throws -> [String] {
        let workspace = try workspace(at: day(runs.count).start)
        return try workspace.findings(FindingFilter()).sorted { $0.id < $1.id }.flatMap { finding in
            try workspace.finding(finding.id).events.map { event in
                let run = (runs.firstIndex(of: event.run.name) ?? -1) + 1
                let detail = event.detail.replacing("\(day(8))", with: "day 8")
                return "\(run) \(finding.id) \(finding.endpoint.label) \(event.kind.rawValue): \(detail)"
            }
        }
    }

    private func workspace(at now: Timestamp) throws -> Workspace {
        try Workspace.open(
            Places(
                fleet: folder.appending(path: "fleet.yaml").path, database: nil,
                rules: Project.root.appending(path: "rules").path, program: nil), at: now)
    }
}
