/// An invented certificate authority: ten the whole world trusts, two of the fleet's own.
struct Issuer: Sendable {
    let number: Int
    let isPublic: Bool
    let name: String
    let root: String
    /// Empty where revocation is answered by lists alone.
    let ocspURL: String
    let crlURL: String

    static let all: [Issuer] = (0..<12).map(Issuer.init)

    /// Digests of the keys of eight Certificate Transparency logs.
    static let logs: [String] = (0..<8).map { number in
        var random = SplitMix64(seed: 1_000 + UInt64(number))
        return random.hex(bytes: 32)
    }

    private init(number: Int) {
        self.number = number
        isPublic = number < 10
        let kind = isPublic ? "Beispiel TLS" : "Verbund intern"
        name = "CN=\(kind) Ausgabe \(number + 1),O=\(kind)"
        root = "CN=\(kind) Wurzel \(number / 2 + 1),O=\(kind)"
        ocspURL = number % 5 == 0 ? "http://ocsp\(number + 1).example.org/" : ""
        crlURL = "http://crl\(number + 1).example.org/tls.crl"
    }
}
