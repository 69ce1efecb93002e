import Model
import Transport

/// One kind of conversation with an endpoint: it describes what it saw and never judges it.
package protocol Probe: Sendable {
    /// A word of the vocabulary: the name observations and coverage carry.
    var name: String { get }
    /// The services it is asked at.
    var services: Set<Service> { get }
    /// The least consent that allows it.
    var consent: Consent { get }
    /// Every table it may fill.
    var facts: [FactTable] { get }
    /// Connections it opens at most at one endpoint, retries not counted; `plan` adds them up.
    var connections: Int { get }

    /// The same at one endpoint; `nil`: this one is not asked, though its service would be.
    func connections(at endpoint: Endpoint) -> Int?

    /// One sentence for people whose systems are asked: what is sent.
    var sends: LocalizedText { get }

    /// Throws what it cannot understand; the prober turns that into an outcome.
    func observe(_ endpoint: Endpoint, using dialer: some Dialer) async throws -> Facts
}

extension Probe {
    package func connections(at endpoint: Endpoint) -> Int? { connections }
}
