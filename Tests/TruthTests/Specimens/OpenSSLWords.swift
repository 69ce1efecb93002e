import Foundation
import ProcessTesting

/// What OpenSSL's own `ciphers` command says a configuration comes to: the independent source for every server over it.
struct OpenSSLWords {
    /// Options that narrow the command to one version.
    private static let options = [
        "TLSv1.0": "-tls1", "TLSv1.1": "-tls1_1", "TLSv1.2": "-tls1_2", "TLSv1.3": "-tls1_3",
    ]

    /// As a server with keys of these kinds takes them (Au= of `openssl ciphers -v`: RSA, ECDSA, DSS, None, PSK).
    ///
    /// `-s` leaves out what the security level forbids; `withDH` says whether the server has parameters for DHE.
    static func suites(
        _ versions: [String], _ list: String, keys: Set<String>, withDH: Bool = true, tls13: String? = nil,
        more: [String] = []
    ) async throws -> [String: [String]] {
        var found: [String: [String]] = [:]
        for version in versions {
            guard let option = options[version] else { continue }
            let said = try await Child.run(
                "/usr/bin/openssl",
                ["ciphers", "-s", "-stdname", option] + (tls13.map { ["-ciphersuites", $0] } ?? []) + more + [list],
                in: FileManager.default.temporaryDirectory)
            found[version] = said.split(separator: "\n").compactMap { Line($0) }
                .filter { $0.suits(keys: keys, withDH: withDH) }.map(\.name)
        }
        return found
    }

    /// `TLS_DHE_RSA_WITH_AES_128_CBC_SHA - DHE-RSA-AES128-SHA SSLv3 Kx=DH Au=RSA Enc=AES(128) Mac=SHA1`
    private struct Line {
        let name: String
        let exchange: String
        let authentication: String

        init?(_ text: Substring) {
            let words = text.split(separator: " ").map(String.init)
            guard words.count >= 6, let exchange = words.first(where: { $0.hasPrefix("Kx=") }),
                let authentication = words.first(where: { $0.hasPrefix("Au=") })
            else { return nil }
            name = words[0]
            self.exchange = String(exchange.dropFirst(3))
            self.authentication = String(authentication.dropFirst(3))
        }

        func suits(keys: Set<String>, withDH: Bool) -> Bool {
            if authentication == "any" { return true }
            if !withDH, exchange == "DH" || exchange == "DHEPSK" { return false }
            // RSA decrypts the premaster secret, so its key is needed beside the pre-shared one.
            if exchange == "RSAPSK" { return keys.isSuperset(of: ["RSA", "PSK"]) }
            return keys.contains(authentication)
        }
    }

    /// SSL_CTX_set1_groups(3), OpenSSL 3.0: the default; the finite fields count in TLS 1.3 only.
    static let curves = ["x25519", "secp256r1", "x448", "secp521r1", "secp384r1"]
    static let fields = ["ffdhe2048", "ffdhe3072", "ffdhe4096", "ffdhe6144", "ffdhe8192"]

    /// The same groups for every version before TLS 1.3, and the finite fields with it.
    static func groups(_ versions: [String], curves: [String] = curves, fields: [String] = fields) -> [String: Set<
        String
    >] {
        var found: [String: Set<String>] = [:]
        for version in versions { found[version] = Set(version == "TLSv1.3" ? curves + fields : curves) }
        return found
    }
}
