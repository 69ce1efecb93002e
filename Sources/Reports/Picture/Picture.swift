import Model

/// Everything a report shows, as plain values: what the inventory knows at the end of one run.
///
/// `Pipeline` fills it; pages read it only through `Figures` and the lists below. No field is a figure that can be
/// counted from another one, so two pages cannot disagree.
package struct Picture: Sendable, Equatable {
    package let cooperation: Cooperation
    package let run: Run
    package let packs: [Pack]
    /// What each probe asks and how hard; for the page on method.
    package let probes: [Probe]
    package let method: Method
    package let bodies: [Body]
    /// Every endpoint the fleet knows, the ones that may not be asked included: what coverage is counted from.
    package let endpoints: [Endpoint]
    /// Open findings, and those closed within the last six months.
    package let findings: [Finding]
    /// What differs from the comparison run; empty without one.
    package let changes: [Change]
    /// One entry for each endpoint that serves the certificate.
    package let certificates: [Certificate]
    package let software: [Software]
    package let exceptions: [Exception]
    package let authorisations: [Authorisation]
    package let exclusions: [Exclusion]
    /// Every rule that was judged or has a finding here.
    package let rules: [Rule]
    /// Open findings of each body at earlier runs and this one, oldest first.
    package let history: [HistoryPoint]
    /// Numbers then and now with everything between; empty without a comparison run.
    package let balances: [Balance]
    /// What changed beside findings; empty without a comparison run.
    package let movements: [Movement]
    package let commonEvents: [CommonEvent]
    package let shared: [SharedThing]
    /// By framework and id.
    package let controls: [Control]
    /// `nil`: the fleet has no service lists.
    package let onlineServices: OnlineServices?
    /// By service, in the fleet's order.
    package let processes: [ServiceProcesses]
    package let chains: [Chain]
    /// `nil`: the fleet has no usage lists.
    package let harmonisation: Harmonisation?
    /// Names of bodies that are not part of this report and on which something here rests.
    package let neighbours: [String: String]

    package init(
        cooperation: Cooperation, run: Run, packs: [Pack], probes: [Probe], method: Method, bodies: [Body],
        endpoints: [Endpoint], findings: [Finding], changes: [Change], certificates: [Certificate],
        software: [Software], exceptions: [Exception], authorisations: [Authorisation], exclusions: [Exclusion],
        rules: [Rule], history: [HistoryPoint], balances: [Balance] = [], movements: [Movement] = [],
        commonEvents: [CommonEvent] = [], shared: [SharedThing] = [], controls: [Control] = [],
        onlineServices: OnlineServices? = nil, processes: [ServiceProcesses] = [], chains: [Chain] = [],
        harmonisation: Harmonisation? = nil,
        neighbours: [String: String] = [:]
    ) {
        self.cooperation = cooperation
        self.run = run
        self.packs = packs
        self.probes = probes
        self.method = method
        self.bodies = bodies
        self.endpoints = endpoints
        self.findings = findings
        self.changes = changes
        self.certificates = certificates
        self.software = software
        self.exceptions = exceptions
        self.authorisations = authorisations
        self.exclusions = exclusions
        self.rules = rules
        self.history = history
        self.balances = balances
        self.movements = movements
        self.commonEvents = commonEvents
        self.shared = shared
        self.controls = controls
        self.onlineServices = onlineServices
        self.processes = processes
        self.chains = chains
        self.harmonisation = harmonisation
        self.neighbours = neighbours
    }
}

extension Picture {
    package func body(_ id: String) -> Body? { bodies.first { $0.id == id } }
    package func rule(_ id: String) -> Rule? { rules.first { $0.id == id } }
}
