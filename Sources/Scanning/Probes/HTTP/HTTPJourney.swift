import Model
import Transport
import Wire

/// GET of a page and its redirects, as far as they stay inside the scope: at most five after the first.
///
/// From https it follows only to itself, so that status and header fields belong together; from http also to the
/// https and http servers of names whose addresses the scope allows.
struct HTTPJourney<D: Dialer> {
    private static var mostRedirects: Int { 5 }

    let start: Endpoint
    let dialer: D
    private let first: HTTPURL
    private let readsLinks: Bool
    private(set) var answers: [HTTPAnswer] = []
    private(set) var responses: [HTTPResponseFact] = []

    /// `url`: another page of the endpoint than its first.
    init(from start: Endpoint, to url: HTTPURL? = nil, readingLinks: Bool = false, using dialer: D) {
        self.start = start
        self.dialer = dialer
        first = url ?? start.url
        readsLinks = readingLinks
    }

    private enum Step {
        case go(HTTPExchange)
        case stay(String)
    }

    /// Throws when the first answer does not come; later ones are told in the row of the redirect that led there.
    mutating func travel() async throws {
        var exchange = HTTPExchange(url: first, endpoint: start, readsLinks: readsLinks)
        var answer = try await exchange.answer(using: dialer)
        while true {
            answers.append(answer)
            let target = answer.location.flatMap { exchange.url.resolving($0) }
            switch try await step(after: answer, to: target) {
            case .stay(let reason): return note(answer, to: target, followed: reason)
            case .go(let next):
                do {
                    exchange = next
                    let following = try await next.answer(using: dialer)
                    note(answer, to: target, followed: "yes")
                    answer = following
                } catch let cancellation as CancellationError {
                    throw cancellation
                } catch NetworkError.outOfScope {
                    return note(answer, to: target, followed: "out of scope")
                } catch {
                    return note(
                        answer, to: target, followed: String(visible: "failed: \(error)".prefix(200).description))
                }
            }
        }
    }

    private mutating func note(_ answer: HTTPAnswer, to target: HTTPURL?, followed: String) {
        let location = target.map(\.description) ?? answer.location.map { String($0.prefix(500)) } ?? ""
        responses.append(
            HTTPResponseFact(
                position: responses.count, url: Volatile.masked(url: answer.url.description),
                status: answer.head.status, location: Volatile.masked(url: location), followed: followed))
    }

    private func step(after answer: HTTPAnswer, to target: HTTPURL?) async throws -> Step {
        guard answer.location != nil else { return .stay("final") }
        guard let target else { return .stay("failed: not a web address") }
        guard responses.count < Self.mostRedirects else { return .stay("too many") }
        if target.isServed(by: start) { return .go(HTTPExchange(url: target, endpoint: start, readsLinks: readsLinks)) }
        guard start.service == .http else { return .stay(target.host == start.url.host ? "other port" : "other name") }
        guard isUsual(target) else { return .stay("other port") }
        guard let endpoint = try await endpoint(of: target) else { return .stay("out of scope") }
        return .go(HTTPExchange(url: target, endpoint: endpoint, readsLinks: readsLinks))
    }

    /// A redirect is hostile text: it may not send us to any port it likes.
    private func isUsual(_ target: HTTPURL) -> Bool {
        target.port == target.scheme.port || (target.host == start.url.host && target.scheme == .https)
    }

    /// The same machine where the name is the same, else the first address of the name that the scope allows.
    private func endpoint(of target: HTTPURL) async throws -> Endpoint? {
        let isSameName = target.host == start.url.host
        let address = isSameName ? start.address : try await allowedAddress(of: target.host)
        guard let address, dialer.allows(address, for: start.body) else { return nil }
        return Endpoint(
            body: start.body, address: address, port: target.port,
            serverName: IPAddress(target.host) == nil ? target.host : "",
            service: target.scheme == .http ? .http : .https)
    }

    private func allowedAddress(of host: String) async throws -> IPAddress? {
        if let address = IPAddress(host) { return address }
        for type in [RecordType.a, .aaaa] {
            do {
                let records = try await dialer.lookup(host, type).records
                let addresses = records.compactMap(IPAddress.init(bytes:)).sorted()
                if let allowed = addresses.first(where: { dialer.allows($0, for: start.body) }) { return allowed }
            } catch is NetworkError {
                continue  // An address that is not known cannot be allowed.
            }
        }
        return nil
    }
}

extension Endpoint {
    /// Where a visit at this endpoint begins.
    var url: HTTPURL {
        let host = serverName.isEmpty ? address?.description ?? "" : serverName
        return HTTPURL(scheme: service == .https ? .https : .http, host: host, port: port)
    }
}

extension HTTPURL {
    func isServed(by endpoint: Endpoint) -> Bool {
        let own = endpoint.url
        return scheme == own.scheme && host == own.host && port == own.port
    }
}
