import Model
import Transport
import Wire

/// Visits the pages at which bodies offer services: does one come, on what platform, and how does one sign in.
///
/// Nobody signs in, nothing is filled in. Of pages that look like a door (a link with `login` or `bundid`) two are
/// opened for each service, to see where they lead. What connections are left after the other probes is what it has:
/// first every page once, then the doors.
struct OnlineServiceProbe: Probe {
    let name = "online_service"
    let services: Set<Service> = [.http, .https]
    let consent = Consent.light
    let facts: [FactTable] = [
        OnlineServiceFact.table, OnlineServiceSignInFact.table, OnlineServiceProductFact.table,
    ]
    /// Of one service: a page with its redirects, and two doors.
    let connections = 8
    let sends = LocalizedText(
        de:
            "Je Online-Dienst der Dienstliste eine gewöhnliche Anfrage mit Weiterleitungen auf demselben Server, dazu höchstens zwei Seiten, die zur Anmeldung führen. Niemand meldet sich an.",
        en:
            "For each online service of the service list one ordinary request with redirects on the same server, and at most two pages that lead to a sign-in. Nobody signs in."
    )

    let targets: [OnlineServiceTarget]
    let software: any SoftwareRecogniser

    /// As many as there are services; more than the consent allows are never opened.
    func connections(at endpoint: Endpoint) -> Int? {
        let count = targets.count { $0.isAsked(at: endpoint) }
        return count == 0 ? nil : min(count * connections, 40)
    }

    func observe(_ endpoint: Endpoint, using dialer: some Dialer) async throws -> Facts {
        var visits: [OnlineServiceVisit] = []
        for target in targets where target.isAsked(at: endpoint) {
            var visit = OnlineServiceVisit(of: target)
            do {
                try await visit.travel(from: endpoint, using: dialer)
            } catch let failure as NetworkError where !visits.isEmpty {
                visit.failure = String(visible: "\(failure)")
            } catch let failure as WireError where !visits.isEmpty {
                visit.failure = String(visible: "\(failure)")
            }
            visits.append(visit)
        }
        for index in visits.indices { try await visits[index].openDoors(of: endpoint, using: dialer) }
        return visits.reduce(into: Facts()) { $1.add(to: &$0, by: software) }
    }
}
