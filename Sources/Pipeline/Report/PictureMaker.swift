import Foundation
import Inventory
import Model
import Reports
import Rules
import Scanning

/// Gathers what a report shows: the inventory's records and the fleet's words as one plain value.
struct PictureMaker {
    let workspace: Workspace
    let inventory: InventoryStore
    let run: Run
    let earlier: Run?
    let toolVersion: String
    let services: ServicePictures
    let harmonisation: Picture.Harmonisation?

    var fleet: Fleet { workspace.fleet }
    var rules: RuleBook { workspace.rules }

    func picture() throws -> Picture {
        let findings = try inventory.findings()
        let difference = try earlier.map { try inventory.difference(from: $0, to: run) }
        return Picture(
            cooperation: cooperation, run: runShown, packs: packs, probes: probes, method: method, bodies: bodies,
            endpoints: try endpoints(), findings: try self.findings(findings.filter(isRecent)),
            changes: difference.map(changes) ?? [], certificates: try certificates(), software: try software(),
            exceptions: try exceptions(), authorisations: authorisations, exclusions: exclusions,
            rules: try shownRules(findings), history: try history(),
            balances: difference.map(balances) ?? [], movements: difference.map(movements) ?? [],
            commonEvents: difference.map(events) ?? [], shared: try sharedThings(findings), controls: try controls(),
            onlineServices: services.onlineServices, processes: services.processes, chains: services.chains,
            harmonisation: harmonisation)
    }

    private var cooperation: Picture.Cooperation {
        Picture.Cooperation(
            id: fleet.cooperation.id, name: fleet.cooperation.name, tlp: fleet.cooperation.tlp,
            contact: fleet.contacts.first { $0.role == .securityOfficer }?.email ?? fleet.cooperation.scanner.contact)
    }

    private var runShown: Picture.Run {
        let zone = TimeZone(identifier: fleet.cooperation.timezone)
        let moment = Date(timeIntervalSince1970: Double(run.started.seconds))
        return Picture.Run(
            id: run.name, started: run.started, finished: run.finished ?? run.started,
            zone: zone.map {
                Picture.Zone(name: fleet.cooperation.timezone, secondsFromUTC: $0.secondsFromGMT(for: moment))
            },
            tool: toolVersion, comparison: earlier.map { Picture.Comparison(run: $0.name, day: $0.started.day) })
    }

    private var packs: [Picture.Pack] {
        rules.packs.map { pack in
            let texts = rules.rules(of: pack.name).map(\.text)
            return Picture.Pack(
                name: pack.name, version: String(pack.version), active: texts.count { $0.status == .active },
                trial: texts.count { $0.status == .trial },
                pin: fleet.defaults.packs.first { $0.name == pack.name }?.version.map(String.init),
                changelog: pack.changelog.reversed().map {
                    Picture.PackRelease(version: String($0.version), day: $0.date, text: $0.text)
                })
        }
    }

    private var probes: [Picture.Probe] {
        Probes.all(trust: .none, software: NoSoftware()).map { probe in
            Picture.Probe(
                name: probe.name, services: probe.services.sorted { $0.rawValue < $1.rawValue }, consent: probe.consent,
                connections: probe.connections, sends: probe.sends)
        }
    }

    private var method: Picture.Method {
        Picture.Method(
            scannerContact: fleet.cooperation.scanner.contact, scannerURL: fleet.cooperation.scanner.infoURL,
            limits: fleet.defaults.limits, timeoutSeconds: fleet.defaults.timeoutSeconds,
            retries: fleet.defaults.retries, window: fleet.defaults.window?.asText,
            resolvers: fleet.cooperation.dns.resolvers)
    }

    /// Open ones that count or are excepted, and those closed within the last six months.
    private func isRecent(_ finding: FindingRecord) -> Bool {
        guard let closed = finding.closed else { return finding.effective(on: run.started.day).effect != .shownOnly }
        return closed.started >= run.started.adding(days: -183)
    }
}
