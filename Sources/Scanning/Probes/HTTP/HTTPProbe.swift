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
        SoftwareSupportFact.table,
    ]
    let connections = 6
    let sends = LocalizedText(
        de: "Eine gewöhnliche Anfrage GET / und höchstens fünf Weiterleitungen innerhalb der Freigabe.",
        en: "One ordinary request GET / and at most five redirects inside the scope.")

    let software: any SoftwareRecogniser

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
        let redirects = journey.responses.prefix(own.count).map(\.location).filter { !$0.isEmpty }
        facts.insert(
            software: software,
            in: own.flatMap(\.softwareSignals) + redirects.map { SoftwareSignal(SoftwareSignal.location, $0) })
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

    var softwareSignals: [SoftwareSignal] {
        let headers = headerFacts.map { SoftwareSignal(SoftwareSignal.header($0.name), $0.value) }
        let texts = [
            SoftwareSignal(SoftwareSignal.generator, page?.generator ?? ""),
            SoftwareSignal(SoftwareSignal.title, page?.title ?? ""),
        ]
        return headers + texts.filter { !$0.text.isEmpty }
            + cookies.map { SoftwareSignal(SoftwareSignal.cookie, $0.name) }
    }
}
