import Model

extension Endpoint {
    /// Adds to what was seen behind STARTTLS that it was started; a server that answered and does not start it has been
    /// measured too, and that is all there is to see.
    func tellingSTARTTLS(_ observe: () async throws -> Facts) async throws -> Facts {
        guard service.security == .startTLS else { return try await observe() }
        do {
            return try await observe().merging(Facts([STARTTLSFact.accepted]))
        } catch let error as STARTTLSError {
            guard let fact = STARTTLSFact(error) else { throw error }
            return Facts([fact])
        }
    }
}
