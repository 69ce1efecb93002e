import Cryptography
import Model
import Transport
import Wire

/// Comes back to a server with what it handed out, to see whether it remembers: tickets, session ids, PSKs.
///
/// No early data is ever sent: how much a server would take stands in its ticket.
struct SessionInterview<D: Dialer> {
    let entrance: TLSEntrance<D>
    /// What the first full handshake offered; every further one differs in one point.
    let options: TLSClientOptions
    let portrait: ServerPortrait

    private var answers = SessionAnswers()
    private var protocols: ApplicationProtocols

    init(entrance: TLSEntrance<D>, options: TLSClientOptions, portrait: ServerPortrait) {
        self.entrance = entrance
        self.options = options
        self.portrait = portrait
        protocols = ApplicationProtocols(options.alpn)
    }

    /// `first` is the full handshake that was made anyway; its session saves a connection.
    func hold(after first: TLSVisit?) async throws -> SessionAnswers {
        var interview = self
        if let first { interview.protocols.record(chosen: first.summary.alpn, of: options.alpn) }
        if portrait.acceptedVersions.contains(.tls13) { try await interview.askForPSK(after: first) }
        // OpenSSL speaks nothing older than TLS 1.0.
        if let version = portrait.acceptedVersions.last(where: { $0 >= .tls10 && $0 < .tls13 }) {
            try await interview.askForOlderSessions(version, after: first)
        }
        interview.answers.add(interview.protocols.feature)
        return interview.answers
    }

    private mutating func askForPSK(after first: TLSVisit?) async throws {
        let wanted = ["early_data", "resumption_psk"]
        do {
            let visit = first?.summary.version == .tls13 ? first : try await self.visit(.tls13)
            guard let visit, let session = visit.session else {
                return answers.add(wanted, .tls13, silence: visit?.silence ?? "")
            }
            answers.add(ticket: session)
            answers.add("early_data", .tls13, session.earlyDataBytes > 0)
            answers.add("resumption_psk", .tls13, try await self.visit(.tls13, resuming: session).isResumed)
        } catch {
            answers.add(wanted, .tls13, unknown: try reason(notToKnow: error))
        }
    }

    /// A client that asks for a ticket gets no session id, so the first visit asks for none. The second offers the id and
    /// asks for a ticket: three connections answer for both where the id is not taken. Where it is, the ticket that
    /// comes along says nothing about its lifetime, and a fourth asks for one in a full handshake.
    private mutating func askForOlderSessions(_ version: TLSVersion, after first: TLSVisit?) async throws {
        do {
            let issued = try await visit(version, asksForTicket: false).session
            let hasID = issued?.hasServerID == true
            if !hasID { answers.add("resumption_by_id", version, false) }
            guard hasID || portrait.answer(to: "session_ticket", in: version) != "no" else {
                return answers.add("resumption_by_ticket", version, false)
            }
            var second = try await visit(version, resuming: hasID ? issued : nil)
            if hasID { answers.add("resumption_by_id", version, second.isResumed) }
            if second.isResumed { second = try await visit(version) }
            guard let ticket = second.session, ticket.hasTicket else {
                return answers.add("resumption_by_ticket", version, false)
            }
            answers.add(ticket: ticket)
            answers.add("resumption_by_ticket", version, try await visit(version, resuming: ticket).isResumed)
        } catch {
            let reason = try reason(notToKnow: error)
            answers.add(["resumption_by_id", "resumption_by_ticket"], version, unknown: reason)
        }
    }

    /// One more handshake in exactly one version. It offers the application protocols not asked for yet; a server that
    /// ends the handshake for them is asked again with the usual ones.
    private mutating func visit(
        _ version: TLSVersion, asksForTicket: Bool = true, resuming session: ResumableSession? = nil
    ) async throws -> TLSVisit {
        var options = options
        options.lowestVersion = version
        options.highestVersion = version
        options.asksForTicket = asksForTicket
        options.alpn = protocols.nextOffer
        do {
            guard entrance.dialer.connectionsLeft(at: entrance.endpoint) > 0 else { throw SessionBudget() }
            let visit = try await entrance.visit(options, resuming: session)
            protocols.record(chosen: visit.summary.alpn, of: options.alpn)
            return visit
        } catch let error as TLSError where error.isAboutApplicationProtocols && protocols.isAsking {
            protocols.record(chosen: "", of: options.alpn)
            return try await self.visit(version, asksForTicket: asksForTicket, resuming: session)
        }
    }

    /// What the server or the way to it did is a reason; what our own side forbids ends the probe.
    private func reason(notToKnow error: any Error) throws -> String {
        switch error {
        case let error as TLSError: return error.description
        case is SessionBudget, NetworkError.budget: return "budget"
        case let error as NotConnected where error.cause == .budget: return "budget"
        case let error as NetworkError where error.isOfThePeer: return error.word
        case let error as NotConnected where error.cause.isOfThePeer: return error.cause.word
        case let error as NotConnected: throw error.cause
        case let error as STARTTLSError: return "\(error)"
        case let error as WireError: return "\(error)"
        default: throw error
        }
    }
}

/// No connection is left for a session.
private struct SessionBudget: Error {}

extension TLSError {
    /// RFC 7301 section 3.2: the server ends the handshake where it knows none of the names.
    fileprivate var isAboutApplicationProtocols: Bool { description.contains("no application protocol") }
}
