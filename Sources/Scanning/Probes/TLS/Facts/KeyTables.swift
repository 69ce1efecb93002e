import Model

/// An RSA key as numbers, so that keys of the whole inventory can be held against each other.
package struct RSAKeyFact: Fact {
    let spkiSha256: String
    let exponent: String
    let modulus: String

    package static let table = FactTable(
        "rsa_key", "RSA keys of the server's own certificates as numbers, each once.",
        [
            .text("spki_sha256", "As in certificate.spki_sha256."),
            .text("exponent", "Hex, lower case; 010001 is 65537."), .text("modulus", "Hex, lower case."),
        ])
}

/// Filled by no probe: it follows from the keys of all endpoints, and is worked out before rules are asked.
package struct SharedFactorFact: Fact {
    let spkiSha256: String
    let otherSpkiSha256: String

    package init(spkiSha256: String, otherSpkiSha256: String) {
        self.spkiSha256 = spkiSha256
        self.otherSpkiSha256 = otherSpkiSha256
    }

    package static let table = FactTable(
        "shared_factor",
        "RSA keys of this endpoint that have a prime in common with another key of the inventory: anybody can compute both private keys. Equal keys are not listed, certificate.spki_sha256 shows them.",
        [
            .text("spki_sha256", "The endpoint's key, as in certificate.spki_sha256."),
            .text("other_spki_sha256", "The key that shares a prime with it."),
        ], isDerived: true)
}

/// Filled by no probe: keys that were not held against all others, because there are too many of them.
package struct SharedFactorUnknownFact: Fact {
    let spkiSha256: String
    let reason: String

    package static let table = FactTable(
        "shared_factor_unknown",
        "RSA keys of this endpoint of which it is not known whether they have a prime in common with another key.",
        [
            .text("spki_sha256", "The endpoint's key, as in certificate.spki_sha256."),
            .text("reason", "Why they were not compared."),
        ], isDerived: true)
}
