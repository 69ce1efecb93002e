import Model
import Synchronization

/// What was sent where: connections and bytes per address, and how much of an endpoint's budget is spent.
package final class TrafficAccount: Sendable {
    private struct State {
        var addresses: [IPAddress: Traffic] = [:]
        var attempts: [Endpoint: Int] = [:]
    }

    private let state = Mutex(State())

    package init() {}

    package var byAddress: [IPAddress: Traffic] { state.withLock { $0.addresses } }

    package var total: Traffic {
        byAddress.values.reduce(into: Traffic()) { $0 += $1 }
    }

    /// Connections opened at an endpoint, also those that failed.
    package func attempts(at endpoint: Endpoint) -> Int { state.withLock { $0.attempts[endpoint] ?? 0 } }

    /// Counts one attempt, or throws `NetworkError.budget` when the endpoint has had its share.
    func spend(at endpoint: Endpoint, budget: Int) throws {
        try state.withLock { state in
            guard state.attempts[endpoint, default: 0] < budget else { throw NetworkError.budget }
            state.attempts[endpoint, default: 0] += 1
        }
    }

    func add(_ traffic: Traffic, to address: IPAddress) {
        state.withLock { $0.addresses[address, default: Traffic()] += traffic }
    }
}

extension Consent {
    /// Connections one endpoint may see in a run, over all probes and retries.
    package var connectionBudget: Int {
        switch self {
        case .passive: 0
        case .light: 40
        case .full, .intrusive: 400
        }
    }
}
