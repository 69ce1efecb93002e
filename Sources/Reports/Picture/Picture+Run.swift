import Model

extension Picture {
    /// Who the report is about and who answers questions.
    package struct Cooperation: Sendable, Equatable {
        package let id: String
        package let name: String
        package let tlp: TLP
        /// Mail address for questions about the report.
        package let contact: String

        package init(
            id: String, name: String, tlp: TLP, contact: String
        ) {
            self.id = id
            self.name = name
            self.tlp = tlp
            self.contact = contact
        }
    }

    /// The run the report shows.
    package struct Run: Sendable, Equatable {
        /// `2026-11-23/1`.
        package let id: String
        package let started: Timestamp
        package let finished: Timestamp
        /// The cooperation's zone and its distance from UTC at the start; `nil` where the zone is unknown: then times
        /// are shown in UTC. Given from outside, so that the same picture always gives the same bytes.
        package let zone: Zone?
        /// Version of the program, `0.1.0`.
        package let tool: String
        /// The run this one is compared with; `nil` in a first run.
        package let comparison: Comparison?
        /// The run was stopped before everything planned was asked.
        package let interrupted: Bool

        package init(
            id: String, started: Timestamp, finished: Timestamp, zone: Zone?, tool: String, comparison: Comparison?,
            interrupted: Bool = false
        ) {
            self.id = id
            self.started = started
            self.finished = finished
            self.zone = zone
            self.tool = tool
            self.comparison = comparison
            self.interrupted = interrupted
        }

        package var day: Day { started.day }
    }

    /// A zone at one moment.
    package struct Zone: Sendable, Equatable {
        package let name: String
        package let secondsFromUTC: Int

        package init(
            name: String, secondsFromUTC: Int
        ) {
            self.name = name
            self.secondsFromUTC = secondsFromUTC
        }
    }

    /// An earlier run.
    package struct Comparison: Sendable, Equatable {
        package let run: String
        package let day: Day

        package init(
            run: String, day: Day
        ) {
            self.run = run
            self.day = day
        }
    }

    /// A rule pack as it was used.
    package struct Pack: Sendable, Equatable {
        package let name: String
        /// Edition or content hash.
        package let version: String
        package let active: Int
        package let trial: Int
        /// The version the fleet file holds it at; `nil`: it takes what is installed.
        package let pin: String?
        /// Newest first.
        package let changelog: [PackRelease]

        package init(
            name: String, version: String, active: Int, trial: Int, pin: String? = nil, changelog: [PackRelease] = []
        ) {
            self.name = name
            self.version = version
            self.active = active
            self.trial = trial
            self.pin = pin
            self.changelog = changelog
        }
    }

    /// One version of a rule pack and what changed in it.
    package struct PackRelease: Sendable, Equatable {
        package let version: String
        package let day: Day?
        package let text: LocalizedText

        package init(version: String, day: Day?, text: LocalizedText) {
            self.version = version
            self.day = day
            self.text = text
        }
    }

    /// What a probe sends, for people whose systems are asked.
    package struct Probe: Sendable, Equatable {
        package let name: String
        package let services: [Service]
        package let consent: Consent
        /// Connections at most at one endpoint.
        package let connections: Int
        package let sends: LocalizedText

        package init(
            name: String, services: [Service], consent: Consent, connections: Int, sends: LocalizedText
        ) {
            self.name = name
            self.services = services
            self.consent = consent
            self.connections = connections
            self.sends = sends
        }
    }

    /// How the run asked: who it said it was, how hard, when.
    package struct Method: Sendable, Equatable {
        package let scannerContact: String
        package let scannerURL: String
        package let limits: Limits
        package let timeoutSeconds: Int
        package let retries: Int
        /// `01:00-05:30`, local time; `nil`: any time.
        package let window: String?
        /// Empty: the system's resolvers.
        package let resolvers: [String]

        package init(
            scannerContact: String, scannerURL: String, limits: Limits, timeoutSeconds: Int, retries: Int,
            window: String?, resolvers: [String]
        ) {
            self.scannerContact = scannerContact
            self.scannerURL = scannerURL
            self.limits = limits
            self.timeoutSeconds = timeoutSeconds
            self.retries = retries
            self.window = window
            self.resolvers = resolvers
        }
    }

    /// Open findings of each body at the end of one run.
    package struct HistoryPoint: Sendable, Equatable {
        package let run: String
        package let day: Day
        /// By body id, the body's own findings only.
        package let open: [String: Int]

        package init(
            run: String, day: Day, open: [String: Int]
        ) {
            self.run = run
            self.day = day
            self.open = open
        }
    }
}
