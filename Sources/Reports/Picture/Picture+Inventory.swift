import Model

extension Picture {
    /// A leaf certificate at one endpoint.
    package struct Certificate: Sendable, Equatable {
        package let endpoint: String
        package let body: String
        /// Hex SHA-256 of the certificate: the same certificate at several endpoints counts once.
        package let sha256: String
        package let subject: String
        package let names: [String]
        package let issuer: String
        package let notBefore: Timestamp
        package let notAfter: Timestamp
        /// `RSA`, `EC`, ...
        package let keyType: String
        package let keyBits: Int
        /// Hex SHA-256 of the public key: the same key at several hosts is worth knowing.
        package let keySHA256: String
        /// Days before its expiry at which the previous certificate here was replaced; `nil` where none is known.
        package let previousReplacedDaysBefore: Int?

        package init(
            endpoint: String, body: String, sha256: String, subject: String, names: [String], issuer: String,
            notBefore: Timestamp, notAfter: Timestamp, keyType: String, keyBits: Int, keySHA256: String,
            previousReplacedDaysBefore: Int? = nil
        ) {
            self.endpoint = endpoint
            self.body = body
            self.sha256 = sha256
            self.subject = subject
            self.names = names
            self.issuer = issuer
            self.notBefore = notBefore
            self.notAfter = notAfter
            self.keyType = keyType
            self.keyBits = keyBits
            self.keySHA256 = keySHA256
            self.previousReplacedDaysBefore = previousReplacedDaysBefore
        }
    }

    /// A product in a version at one endpoint, as seen there.
    package struct Software: Sendable, Equatable {
        package let product: String
        /// Empty where the product does not say.
        package let version: String
        package let endpoint: String
        package let body: String
        package let evidence: String
        /// The vocabulary's word: `certain`, `likely` or `possible`.
        package let confidence: String

        package init(
            product: String, version: String, endpoint: String, body: String, evidence: String, confidence: String
        ) {
            self.product = product
            self.version = version
            self.endpoint = endpoint
            self.body = body
            self.evidence = evidence
            self.confidence = confidence
        }
    }
}
