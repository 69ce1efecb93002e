import Model

@testable import Reports

extension ExamplePicture {
    /// The example with some of its parts replaced.
    static func with(
        run: Picture.Run? = nil, bodies: [Picture.Body]? = nil, endpoints: [Picture.Endpoint]? = nil,
        findings: [Picture.Finding]? = nil, changes: [Picture.Change]? = nil,
        certificates: [Picture.Certificate]? = nil,
        software: [Picture.Software]? = nil, exceptions: [Picture.Exception]? = nil,
        authorisations: [Picture.Authorisation]? = nil, rules: [Picture.Rule]? = nil,
        history: [Picture.HistoryPoint]? = nil, balances: [Picture.Balance]? = nil,
        commonEvents: [Picture.CommonEvent]? = nil, shared: [Picture.SharedThing]? = nil,
        movements: [Picture.Movement]? = nil, controls: [Picture.Control]? = nil,
        onlineServices: Picture.OnlineServices? = nil, processes: [Picture.ServiceProcesses]? = nil,
        chains: [Picture.Chain]? = nil, harmonisation: Picture.Harmonisation? = nil
    ) -> Picture {
        let whole = picture
        return Picture(
            cooperation: whole.cooperation, run: run ?? whole.run, packs: whole.packs, probes: whole.probes,
            method: whole.method,
            bodies: bodies ?? whole.bodies, endpoints: endpoints ?? whole.endpoints,
            findings: findings ?? whole.findings,
            changes: changes ?? whole.changes, certificates: certificates ?? whole.certificates,
            software: software ?? whole.software, exceptions: exceptions ?? whole.exceptions,
            authorisations: authorisations ?? whole.authorisations, exclusions: whole.exclusions,
            rules: rules ?? whole.rules,
            history: history ?? whole.history, balances: balances ?? whole.balances,
            movements: movements ?? whole.movements,
            commonEvents: commonEvents ?? whole.commonEvents, shared: shared ?? whole.shared,
            controls: controls ?? whole.controls,
            onlineServices: onlineServices ?? whole.onlineServices, processes: processes ?? whole.processes,
            chains: chains ?? whole.chains, harmonisation: harmonisation ?? whole.harmonisation)
    }

    /// A first run in which nothing was known but the bodies.
    static let empty = Picture(
        cooperation: picture.cooperation,
        run: Picture.Run(
            id: "2026-11-23/1", started: run.started, finished: run.finished, zone: nil, tool: "0.1.0", comparison: nil),
        packs: [], probes: [], method: method, bodies: bodies, endpoints: [], findings: [], changes: [],
        certificates: [],
        software: [], exceptions: [], authorisations: [], exclusions: [], rules: [], history: [])

    static func endpoint(
        _ label: String, body: String = "lk-cochem-zell", authorised: Bool = true, _ outcomes: Outcome...
    ) -> Picture.Endpoint {
        Picture.Endpoint(
            label: label, address: "192.0.2.1", port: 443, service: .https, body: body, authorised: authorised,
            probes: outcomes.map { Picture.ProbeOutcome(probe: "tls", outcome: $0) }, lastMeasured: nil)
    }

    static func finding(
        _ id: String, _ severity: Severity = .high, body: String = "lk-cochem-zell", due: String = "2026-12-01",
        opened: String = "2026-11-01", closed: String? = nil, until: String? = nil,
        rule: String = "tls-protocol-outdated",
        measured: Bool = true, affects: [String] = [], possible: Bool = false
    ) -> Picture.Finding {
        Picture.Finding(
            id: id, rule: rule, endpoint: "\(id).example:443", body: body, severity: severity,
            state: closed == nil ? .open : .fixed, measured: measured,
            exception: until.map { Picture.Accepted(id: "AUS-1", until: day($0)) }, openedRun: "\(opened)/1",
            opened: day(opened), cause: .change, due: day(due), closed: closed.map(day), evidence: "TLSv1.0",
            owner: "IT", affects: affects, possible: possible)
    }
}
