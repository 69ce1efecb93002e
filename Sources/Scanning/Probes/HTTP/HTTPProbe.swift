import Model
import Transport
import Wire

/// Asks a web server for its first page, as a browser without a past would.
///
/// Certificates are looked at by the TLS probe; an invalid one does not stop this one. Cookies are not sent back.
struct HTTPProbe: Probe {
    let name = "http"
    let services: Set<Service> = [.http, .https]
    let consent = Consent.light
    let facts: [FactTable] = [
        HTTPResponseFact.table, HTTPHeaderFact.table, HTTPCookieFact.table, HTTPPageFact.table, SoftwareFact.table,
    ]
    let connections = 6
    let sends = LocalizedText(
        de: "Eine gewöhnliche Anfrage GET / und höchstens fünf Weiterleitungen innerhalb der Freigabe.",
        en: "One ordinary request GET / and at most five redirects inside the scope.")

    func observe(_ endpoint: Endpoint, using dialer: some Dialer) async throws -> Facts {
        var journey = HTTPJourney(from: endpoint, using: dialer)
        try await journey.travel()

        var facts = Facts()
        facts.insert(contentsOf: journey.responses)
        if let page = journey.answers.compactMap(\.page).last {
            facts.insert(HTTPPageFact(title: page.title, generator: page.generator))
        }
        let own = journey.answers.prefix { $0.url.isServed(by: endpoint) }
        facts.insert(contentsOf: own.last?.headerFacts ?? [])
        facts.insert(contentsOf: cookies(in: own))
        facts.insert(contentsOf: Software.recognised(in: own.flatMap(\.softwareSignals)))
        return facts
    }

    private func cookies(in answers: some Sequence<HTTPAnswer>) -> [HTTPCookieFact] {
        var seen: Set<HTTPCookie> = []
        return answers.flatMap(\.cookies).filter { seen.insert($0).inserted }.map { cookie in
            HTTPCookieFact(
                name: cookie.name, secure: cookie.secure, httpOnly: cookie.httpOnly, sameSite: cookie.sameSite)
        }
    }
}

extension HTTPAnswer {
    fileprivate var headerFacts: [HTTPHeaderFact] {
        head.fields.prefix(200).filter { !Volatile.isDropped($0.name) }.map { field in
            HTTPHeaderFact(name: field.name, value: Volatile.masked(field.value, of: field.name))
        }
    }

    /// Names masked where they are random, so that one visit's cookies equal the next one's.
    fileprivate var cookies: [HTTPCookie] {
        head.values(of: "set-cookie").prefix(50).compactMap(HTTPCookie.init(parsing:)).map { cookie in
            cookie.named(Volatile.masked(cookie: cookie.name))
        }
    }

    fileprivate var softwareSignals: [SoftwareSignal] {
        let fields: [(String, SoftwareSignal.Source)] = [
            ("server", .server), ("x-powered-by", .poweredBy), ("x-generator", .generatorHeader),
        ]
        let headers = fields.flatMap { name, source in head.values(of: name).map { SoftwareSignal(source, $0) } }
        let generator = [page?.generator ?? ""].filter { !$0.isEmpty }.map { SoftwareSignal(.generator, $0) }
        return headers + generator + cookies.map { SoftwareSignal(.cookie, $0.name) }
    }
}
