import Model

extension Picture {
    /// A deviation accepted until a date, as the fleet file says it.
    package struct Exception: Sendable, Equatable {
        package let id: String
        package let rule: String
        /// Body the exception names, or the bodies of what it covers.
        package let bodies: [String]
        /// What it covers, for people: `geo.example:8443`.
        package let subject: String
        package let reason: String
        package let compensating: String?
        package let requestedBy: String?
        package let acceptedBy: String
        package let approvedOn: Day
        /// Last day on which it holds.
        package let expires: Day
        /// Ids of open findings its rule and subject fit, whether it still holds or not.
        package let findings: [String]
        /// `nil`: by its dates and findings alone.
        package let standing: ExceptionStanding?
        package let residualRisk: String?
        /// What replaces it, and by which day.
        package let planWhat: String?
        package let planBy: Day?

        package init(
            id: String, rule: String, bodies: [String], subject: String, reason: String, compensating: String?,
            requestedBy: String?, acceptedBy: String, approvedOn: Day, expires: Day, findings: [String],
            standing: ExceptionStanding? = nil, residualRisk: String? = nil, planWhat: String? = nil, planBy: Day? = nil
        ) {
            self.id = id
            self.rule = rule
            self.bodies = bodies
            self.subject = subject
            self.reason = reason
            self.compensating = compensating
            self.requestedBy = requestedBy
            self.acceptedBy = acceptedBy
            self.approvedOn = approvedOn
            self.expires = expires
            self.findings = findings
            self.standing = standing
            self.residualRisk = residualRisk
            self.planWhat = planWhat
            self.planBy = planBy
        }
    }

    /// A permission to ask a body's systems.
    package struct Authorisation: Sendable, Equatable {
        package let id: String
        package let grantedBy: String
        package let signedBy: String
        package let document: String
        package let validFrom: Day
        /// Last day on which it holds.
        package let validUntil: Day
        package let consent: Consent
        /// Ids of the bodies it covers.
        package let bodies: [String]

        package init(
            id: String, grantedBy: String, signedBy: String, document: String, validFrom: Day, validUntil: Day,
            consent: Consent, bodies: [String]
        ) {
            self.id = id
            self.grantedBy = grantedBy
            self.signedBy = signedBy
            self.document = document
            self.validFrom = validFrom
            self.validUntil = validUntil
            self.consent = consent
            self.bodies = bodies
        }
    }

    /// What is never contacted.
    package struct Exclusion: Sendable, Equatable {
        package let body: String
        /// Host or network.
        package let what: String
        package let reason: String
        package let until: Day?

        package init(
            body: String, what: String, reason: String, until: Day?
        ) {
            self.body = body
            self.what = what
            self.reason = reason
            self.until = until
        }
    }
}
