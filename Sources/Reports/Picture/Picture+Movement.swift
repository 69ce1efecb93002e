import Model

extension Picture {
    /// What changed since the comparison run beside findings: a certificate, a product, an endpoint, an exception.
    package struct Movement: Sendable, Equatable {
        package enum Kind: String, Sendable, CaseIterable {
            case certificateReplaced = "certificate-replaced"
            case certificateNew = "certificate-new"
            case certificateGone = "certificate-gone"
            case softwareChanged = "software-changed"
            case softwareSeen = "software-seen"
            case softwareGone = "software-gone"
            case endpointAdded = "endpoint-added"
            case endpointGone = "endpoint-gone"
            case exceptionBegun = "exception-begun"
            case exceptionChanged = "exception-changed"
            case exceptionEnded = "exception-ended"
            case exceptionRemoved = "exception-removed"
            case measuredAgain = "measured-again"
            case noLongerMeasured = "no-longer-measured"
        }

        package let kind: Kind
        /// Label of the endpoint, or id of the exception.
        package let what: String
        package let body: String
        /// Subject and end of a certificate, product and version; empty where there was nothing.
        package let before: String
        package let after: String
        /// How asking ended, for what is no longer measured.
        package let outcome: Outcome?

        package init(
            _ kind: Kind, what: String, body: String, before: String = "", after: String = "", outcome: Outcome? = nil
        ) {
            self.kind = kind
            self.what = what
            self.body = body
            self.before = before
            self.after = after
            self.outcome = outcome
        }
    }

    /// The same finding at two or more bodies within a day: one thing happened.
    package struct CommonEvent: Sendable, Equatable {
        package enum Kind: String, Sendable, CaseIterable { case opened, reopened, fixed }

        package let kind: Kind
        package let rule: String
        package let day: Day
        package let bodies: [String]
        /// Ids of the findings.
        package let findings: [String]
        /// What they have in common; empty where nothing is known.
        package let shared: [Common]

        package init(kind: Kind, rule: String, day: Day, bodies: [String], findings: [String], shared: [Common] = []) {
            self.kind = kind
            self.rule = rule
            self.day = day
            self.bodies = bodies
            self.findings = findings
            self.shared = shared
        }
    }

    /// Something several bodies have in common.
    package struct Common: Sendable, Equatable {
        package enum Kind: String, Sendable, CaseIterable {
            case certificate, key, provider, address
            case nameServer = "name-server"
            case mailHost = "mail-host"
        }

        package let kind: Kind
        /// Digest of certificate or key, id of the body that provides, address, or name of the host.
        package let value: String

        package init(_ kind: Kind, _ value: String) {
            self.kind = kind
            self.value = value
        }
    }

    /// One thing on which several bodies rest.
    package struct SharedThing: Sendable, Equatable {
        package let thing: Common
        package let bodies: [String]
        /// Labels of the endpoints that use it.
        package let endpoints: [String]
        /// Ids of the open findings at them.
        package let openFindings: [String]
        /// Bodies that share it too and are not part of this report.
        package let others: Int

        package init(
            _ thing: Common, bodies: [String], endpoints: [String], openFindings: [String] = [], others: Int = 0
        ) {
            self.thing = thing
            self.bodies = bodies
            self.endpoints = endpoints
            self.openFindings = openFindings
            self.others = others
        }
    }
}
