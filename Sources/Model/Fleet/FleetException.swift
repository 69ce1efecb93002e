/// A deviation accepted until a date. It never hides: the verdict shows what it would be without it.
package struct FleetException: Sendable, Equatable {
    /// What it covers; every given part must match.
    package struct Subject: Sendable, Equatable {
        package let body: String?
        package let host: String?
        package let port: UInt16?
        /// Product name as in the fact table `software`.
        package let software: String?

        package init(body: String?, host: String?, port: UInt16?, software: String? = nil) {
            self.body = body
            self.host = host
            self.port = port
            self.software = software
        }
    }

    /// What will make the exception needless, and until when.
    package struct Plan: Sendable, Equatable {
        package let what: String
        package let by: Day

        package init(what: String, by: Day) {
            self.what = what
            self.by = by
        }
    }

    package let id: String
    package let rule: String
    package let subject: Subject
    package let reason: String
    package let compensating: String?
    /// What can still happen, whatever is done instead.
    package let residualRisk: String
    package let plan: Plan?
    /// Contact id.
    package let requestedBy: String
    /// Contact id; someone else than `requestedBy`.
    package let acceptedBy: String
    package let approvedOn: Day
    /// Last day on which it holds.
    package let expires: Day

    package init(
        id: String, rule: String, subject: Subject, reason: String, compensating: String?, residualRisk: String,
        plan: Plan? = nil, requestedBy: String, acceptedBy: String, approvedOn: Day, expires: Day
    ) {
        self.id = id
        self.rule = rule
        self.subject = subject
        self.reason = reason
        self.compensating = compensating
        self.residualRisk = residualRisk
        self.plan = plan
        self.requestedBy = requestedBy
        self.acceptedBy = acceptedBy
        self.approvedOn = approvedOn
        self.expires = expires
    }

    package func holds(on day: Day) -> Bool { approvedOn <= day && day <= expires }

    /// Whether it accepts what a rule says of an endpoint on a day; `software` are the products seen there.
    package func covers(rule: String, endpoint: Endpoint, software: Set<String> = [], on day: Day) -> Bool {
        self.rule == rule && holds(on: day) && subject.matches(endpoint, software: software)
    }
}

extension FleetException.Subject {
    /// Whether an endpoint, with the products seen there, is meant.
    package func matches(_ endpoint: Endpoint, software seen: Set<String>) -> Bool {
        isPlace(of: endpoint) && (software.map { isProduct($0, among: seen) } ?? true)
    }

    /// The same without the software: who it would be if the product ran there.
    package func isPlace(of endpoint: Endpoint) -> Bool {
        (body ?? endpoint.body) == endpoint.body
            && (host.map { $0 == endpoint.host || isAddress($0, of: endpoint) } ?? true)
            && (port ?? endpoint.port) == endpoint.port
    }

    /// However it is written: an IPv6 address has many forms.
    private func isAddress(_ host: String, of endpoint: Endpoint) -> Bool {
        endpoint.serverName.isEmpty && endpoint.address != nil && IPAddress(host) == endpoint.address
    }

    private func isProduct(_ name: String, among seen: Set<String>) -> Bool {
        let name = name.lowercased()
        return seen.contains { $0.lowercased() == name }
    }
}

extension FleetException.Subject: CustomStringConvertible {
    /// For people, in the words of the fleet file: `nginx at geo.example.org:443`.
    package var description: String {
        let machine = host.map { name in name.contains(":") && port != nil ? "[\(name)]" : name }
        let place = [machine, port.map(String.init)].compactMap { $0 }.joined(separator: ":")
        let spot = [body, place.isEmpty ? nil : machine == nil ? "port \(place)" : place].compactMap { $0 }
            .joined(separator: " ")
        return [software, spot.isEmpty ? nil : spot].compactMap { $0 }.joined(separator: " at ")
    }
}
