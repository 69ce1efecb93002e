/// How one body stands with one online service.
package enum ServiceState: Sendable, Equatable {
    /// A page came when it was visited.
    case live
    /// The list says so; not measured, without an answer, or on a server that is not asked.
    case listed
    /// The page the list names answers with an error.
    case failing
    /// Not offered; this neighbour offers it on a platform the body has itself.
    case adoptable(from: String, platform: String)
    /// Not offered; this neighbour offers it on a platform the body does not have, or on an unknown one.
    case elsewhere(at: String)
    /// Nobody in the cooperation offers it.
    case missing

    package var isOffered: Bool {
        switch self {
        case .live, .listed, .failing: true
        case .adoptable, .elsewhere, .missing: false
        }
    }

    package var word: String {
        switch self {
        case .live: "live"
        case .listed: "listed"
        case .failing: "failing"
        case .adoptable: "adoptable"
        case .elsewhere: "elsewhere"
        case .missing: "missing"
        }
    }

    /// Whom to ask for a service that is not offered.
    package var neighbour: String? {
        switch self {
        case .adoptable(let body, _), .elsewhere(let body): body
        case .live, .listed, .failing, .missing: nil
        }
    }

    /// The platform both have.
    package var adoptablePlatform: String? {
        if case .adoptable(_, let platform) = self { platform } else { nil }
    }
}

/// The trust level offered beside the one required.
package enum OfferedTrust: String, Sendable {
    case sufficient
    /// The sign-in found, or the level the list states, stays below.
    case below
    /// Nothing is stated and no sign-in was found, or the service is not offered.
    case unknown
}
