/// A deviation accepted until a date. It never hides: the verdict shows what it would be without it.
package struct FleetException: Sendable, Equatable {
    /// What it covers; every given part must match.
    package struct Subject: Sendable, Equatable {
        package let body: String?
        package let host: String?
        package let port: UInt16?

        package init(body: String?, host: String?, port: UInt16?) {
            self.body = body
            self.host = host
            self.port = port
        }
    }

    package let id: String
    package let rule: String
    package let subject: Subject
    package let reason: String
    package let compensating: String?
    package let requestedBy: String?
    /// Contact id; someone else than `requestedBy`.
    package let acceptedBy: String
    package let approvedOn: Day
    /// Last day on which it holds.
    package let expires: Day

    package init(
        id: String, rule: String, subject: Subject, reason: String, compensating: String?, requestedBy: String?,
        acceptedBy: String, approvedOn: Day, expires: Day
    ) {
        self.id = id
        self.rule = rule
        self.subject = subject
        self.reason = reason
        self.compensating = compensating
        self.requestedBy = requestedBy
        self.acceptedBy = acceptedBy
        self.approvedOn = approvedOn
        self.expires = expires
    }

    package func covers(rule: String, endpoint: Endpoint, on day: Day) -> Bool {
        self.rule == rule && approvedOn <= day && day <= expires
            && (subject.body ?? endpoint.body) == endpoint.body
            && (subject.host.map { $0 == endpoint.host || isAddress($0, of: endpoint) } ?? true)
            && (subject.port ?? endpoint.port) == endpoint.port
    }

    /// However it is written: an IPv6 address has many forms.
    private func isAddress(_ host: String, of endpoint: Endpoint) -> Bool {
        endpoint.serverName.isEmpty && endpoint.address != nil && IPAddress(host) == endpoint.address
    }
}
