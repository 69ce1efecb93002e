import Model
import Transport
import Wire

/// One visit to the page of an online service, and what it showed.
struct OnlineServiceVisit {
    let target: OnlineServiceTarget
    private(set) var answers: [HTTPAnswer] = []
    private var responses: [HTTPResponseFact] = []
    /// Why no page came.
    var failure = ""

    init(of target: OnlineServiceTarget) { self.target = target }

    /// Throws when the first answer does not come.
    mutating func travel(from endpoint: Endpoint, using dialer: some Dialer) async throws {
        var journey = HTTPJourney(from: endpoint, to: target.url, readingLinks: true, using: dialer)
        try await journey.travel()
        answers = journey.answers
        responses = journey.responses
    }

    /// Looks behind pages that lead to a sign-in, where the page itself showed none for certain.
    mutating func openDoors(of endpoint: Endpoint, using dialer: some Dialer) async throws {
        guard let page = answers.last, !SignIn.all(in: answers).contains(where: \.isCertain) else { return }
        for door in SignIn.doors(in: page, of: endpoint) where dialer.connectionsLeft(at: endpoint) > 0 {
            do {
                answers.append(
                    try await HTTPExchange(url: door, endpoint: endpoint, readsLinks: true).answer(using: dialer))
            } catch let failure where failure is NetworkError || failure is WireError {
                continue  // What lies behind a door that does not open stays unknown; the page itself is known.
            }
        }
    }

    func add(to facts: inout Facts, by software: any SoftwareRecogniser) {
        let signIns = SignIn.all(in: answers)
        let (state, detail) = self.state
        let level =
            signIns.map(\.kind.level).max()?.rawValue ?? (state == "live" ? TrustLevel.none.rawValue : "unknown")
        let (body, service) = (target.offer.body, target.offer.service)
        facts.insert(
            OnlineServiceFact(
                body: body, service: service, url: Volatile.masked(url: target.url.description), state: state,
                status: responses.last?.status ?? 0, detail: detail, requiredLevel: target.required.rawValue,
                declaredLevel: target.offer.declared?.rawValue, signInLevel: level))
        facts.insert(
            contentsOf: signIns.map { signIn in
                OnlineServiceSignInFact(
                    body: body, service: service, kind: signIn.kind.rawValue, level: signIn.kind.level.rawValue,
                    certain: signIn.isCertain, evidence: signIn.evidence)
            })
        facts.insert(
            contentsOf: software.recognise(signals).map { seen in
                OnlineServiceProductFact(
                    body: body, service: service, product: seen.product, version: seen.version,
                    evidence: seen.evidence, confidence: seen.confidence.rawValue)
            })
    }

    private var state: (String, detail: String) {
        guard let last = responses.last else { return ("unknown", failure) }
        if last.status >= 400 { return ("error", "") }
        switch last.followed {
        case "final": return last.status < 300 ? ("live", "") : ("unknown", "status \(last.status)")
        case "other name", "other port", "out of scope": return ("elsewhere", last.location)
        default: return ("unknown", last.followed)
        }
    }

    private var signals: [SoftwareSignal] {
        let pages = responses.flatMap { [$0.url, $0.location] }.filter { !$0.isEmpty }
        return answers.flatMap(\.softwareSignals) + pages.map { SoftwareSignal(SoftwareSignal.location, $0) }
    }
}
