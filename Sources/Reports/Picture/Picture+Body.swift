import Model

extension Picture {
    /// A body of the cooperation.
    package struct Body: Sendable, Equatable {
        package let id: String
        package let name: String
        package let kind: Model.Body.Kind
        /// AGS or ARS, where it has one.
        package let key: String?
        /// Id of the body this one belongs to.
        package let parent: String?
        /// Name of the contact who owns the findings here.
        package let owner: String
        /// Names of those who read the report.
        package let reportTo: [String]
        /// Bodies that run systems for this one.
        package let providers: [String]
        package let authorisation: String
        package let tlp: TLP

        package init(
            id: String, name: String, kind: Model.Body.Kind, key: String?, parent: String?, owner: String,
            reportTo: [String] = [], providers: [String] = [], authorisation: String, tlp: TLP
        ) {
            self.id = id
            self.name = name
            self.kind = kind
            self.key = key
            self.parent = parent
            self.owner = owner
            self.reportTo = reportTo
            self.providers = providers
            self.authorisation = authorisation
            self.tlp = tlp
        }
    }

    /// One endpoint and how asking it ended.
    package struct Endpoint: Sendable, Equatable {
        /// `Endpoint.label`.
        package let label: String
        /// Address text; empty where there is none.
        package let address: String
        package let port: Int
        package let service: Service
        package let body: String
        /// Software domain and provider as the fleet names them.
        package let softwareDomain: String?
        package let hostedBy: String?
        /// An authorisation covers it. Not authorised: never contacted, counted as known.
        package let authorised: Bool
        /// Each probe planned here; empty where not authorised.
        package let probes: [ProbeOutcome]
        /// When a probe last got an answer here, in any run.
        package let lastMeasured: Timestamp?

        package init(
            label: String, address: String, port: Int, service: Service, body: String, softwareDomain: String? = nil,
            hostedBy: String? = nil, authorised: Bool, probes: [ProbeOutcome], lastMeasured: Timestamp?
        ) {
            self.label = label
            self.address = address
            self.port = port
            self.service = service
            self.body = body
            self.softwareDomain = softwareDomain
            self.hostedBy = hostedBy
            self.authorised = authorised
            self.probes = probes
            self.lastMeasured = lastMeasured
        }
    }

    /// How one probe ended at one endpoint.
    package struct ProbeOutcome: Sendable, Equatable {
        package let probe: String
        package let outcome: Outcome
        /// Why there is no answer; empty when answered.
        package let reason: String

        package init(
            probe: String, outcome: Outcome, reason: String = ""
        ) {
            self.probe = probe
            self.outcome = outcome
            self.reason = reason
        }
    }
}
