/// A dated, signed permission to ask a body's systems. Without a valid one no packet is sent.
package struct Authorisation: Sendable, Equatable {
    package let id: String
    package let grantedBy: String
    /// Contact id.
    package let signedBy: String
    package let document: String
    /// Hex SHA-256 of the document, where the fleet records it.
    package let sha256: String?
    package let validFrom: Day
    /// Last day on which it holds.
    package let validUntil: Day
    package let consent: Consent

    package init(
        id: String, grantedBy: String, signedBy: String, document: String, sha256: String?, validFrom: Day,
        validUntil: Day, consent: Consent
    ) {
        self.id = id
        self.grantedBy = grantedBy
        self.signedBy = signedBy
        self.document = document
        self.sha256 = sha256
        self.validFrom = validFrom
        self.validUntil = validUntil
        self.consent = consent
    }

    package func holds(on day: Day) -> Bool { validFrom <= day && day <= validUntil }
}
