import Model
import Wire

/// A way to sign in that a page leads to, and the highest trust level it can give (FACTS 1.13).
struct SignIn: Sendable, Hashable {
    enum Kind: String, Sendable, CaseIterable, Comparable {
        case bundID = "bundid"
        case unternehmenskonto
        case eID = "eid"
        case ownPassword = "own_password"

        /// BundID passes on whatever its user signed in with, at best the identity card; the company account rests on an
        /// ELSTER certificate.
        var level: TrustLevel {
            switch self {
            case .bundID, .eID: .high
            case .unternehmenskonto: .substantial
            case .ownPassword: .basic
            }
        }

        static func < (left: Kind, right: Kind) -> Bool { left.rawValue < right.rawValue }
    }

    let kind: Kind
    /// The address itself is the provider's; a word in another one is a hint only.
    let isCertain: Bool
    let evidence: String

    /// The sign-ins a visit shows, each kind once with its best evidence, sorted.
    static func all(in answers: [HTTPAnswer]) -> [SignIn] {
        let found = answers.flatMap { answer in
            [answer.location].compactMap { $0 }.compactMap { sign(in: $0, at: answer.url, as: "redirect") }
                + (answer.links?.targets ?? []).compactMap { sign(in: $0, at: answer.url, as: "link") }
                + (answer.links?.hasPasswordField == true
                    ? [SignIn(kind: .ownPassword, isCertain: true, evidence: "password field")] : [])
        }
        var best: [Kind: SignIn] = [:]
        for sign in found where best[sign.kind].map({ !$0.isCertain && sign.isCertain }) ?? true {
            best[sign.kind] = sign
        }
        return best.values.sorted { $0.kind < $1.kind }
    }

    private static func sign(in target: String, at page: HTTPURL, as way: String) -> SignIn? {
        // The AusweisApp is called on the reader's own machine (BSI TR-03124-1).
        if target.hasPrefix("eid://") || target.hasPrefix("http://127.0.0.1:24727/eID-Client") {
            return SignIn(kind: .eID, isCertain: true, evidence: "\(way): AusweisApp")
        }
        guard let url = page.resolving(target) else { return nil }
        if let kind = providers.first(where: { url.host == $0.host || url.host.hasSuffix("." + $0.host) })?.kind {
            return SignIn(kind: kind, isCertain: true, evidence: "\(way): \(url.host)")
        }
        let words = url.target.lowercased()
        guard let hint = hints.first(where: { words.contains($0.word) }) else { return nil }
        return SignIn(kind: hint.kind, isCertain: false, evidence: "\(way): \(hint.word)")
    }

    private static let providers: [(host: String, kind: Kind)] = [
        ("id.bund.de", .bundID), ("mein-unternehmenskonto.de", .unternehmenskonto),
    ]

    private static let hints: [(word: String, kind: Kind)] = [
        ("bundid", .bundID), ("bund-id", .bundID), ("unternehmenskonto", .unternehmenskonto),
    ]

    /// Pages of the same server at which a visitor would sign in, at most two, in the page's order.
    static func doors(in answer: HTTPAnswer, of endpoint: Endpoint) -> [HTTPURL] {
        let words = ["bundid", "bund-id", "unternehmenskonto", "login", "signin", "anmelden", "saml"]
        var seen: Set<HTTPURL> = [answer.url]
        let doors = (answer.links?.targets ?? []).compactMap { answer.url.resolving($0) }.filter { url in
            url.isServed(by: endpoint) && words.contains { url.target.lowercased().contains($0) }
                && !url.target.lowercased().contains("logout") && seen.insert(url).inserted
        }
        return Array(doors.prefix(2))
    }
}
