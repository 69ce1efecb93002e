import Cryptography

/// The stores a chain is held against, by the name the vocabulary gives them.
package struct Trust: Sendable {
    package let stores: [(name: String, store: TrustStore)]

    private init(_ stores: [(name: String, store: TrustStore)]) { self.stores = stores }

    /// No store: enough to know what probes are called and what they can learn.
    package static let none = Trust([])

    /// The system's roots, and beside them those in the fleet's own files (PEM).
    package init(fleetRoots files: [String]) throws(CertificateError) {
        let system = try TrustStore(systemRootsAnd: [])
        let fleet = files.isEmpty ? system : try TrustStore(systemRootsAnd: files)
        self.init([("system", system), ("fleet", fleet)])
    }
}
