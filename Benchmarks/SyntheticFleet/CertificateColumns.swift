import Model

/// Where the columns of the certificate tables stand, and what is written into them.
struct CertificateColumns: Sendable {
    let chain, position, selfSigned: Int
    let servedChain, nameMatches, leafSHA256: Int
    let trusted: Int
    private let sha256, subject, issuer, serial, notBefore, notAfter, keyType, keyBits, spki: Int
    private let ocspURL, crlURL, policies: Int
    private let trustEnd, trustError: Int

    init(_ vocabulary: Vocabulary) {
        let certificate = vocabulary.known("certificate")
        (chain, position) = (certificate.position("chain"), certificate.position("position"))
        selfSigned = certificate.position("self_signed")
        (sha256, spki) = (certificate.position("sha256"), certificate.position("spki_sha256"))
        (subject, issuer) = (certificate.position("subject"), certificate.position("issuer"))
        serial = certificate.position("serial")
        (notBefore, notAfter) = (certificate.position("not_before"), certificate.position("not_after"))
        (keyType, keyBits) = (certificate.position("key_type"), certificate.position("key_bits"))
        (ocspURL, crlURL) = (certificate.position("ocsp_url"), certificate.position("crl_url"))
        policies = certificate.position("policies")
        let served = vocabulary.known("served_chain")
        (servedChain, nameMatches) = (served.position("chain"), served.position("name_matches"))
        leafSHA256 = served.position("leaf_sha256")
        let trust = vocabulary.known("certificate_chain")
        (trusted, trustEnd, trustError) = (trust.position("trusted"), trust.position("end"), trust.position("error"))
        vocabulary.require("certificate_name", columns: ["chain", "position", "kind", "name"])
        vocabulary.require("certificate_timestamp", columns: ["chain", "source", "log_id", "at"])
        vocabulary.require("rsa_key", columns: ["spki_sha256", "exponent", "modulus"])
    }

    func rsaBits(of certificate: FactRow) -> Int? {
        guard certificate.text(keyType) == "RSA", case .integer(let bits) = certificate.values[keyBits] else {
            return nil
        }
        return bits
    }

    func trustedEverywhere(_ row: FactRow) -> FactRow {
        row.setting(trusted, .boolean(true)).setting(trustEnd, .text("root")).setting(trustError, .text(""))
    }

    /// A certificate above the server's own, as this authority would have it; roots stay as they were shown.
    func signed(_ row: FactRow, by authority: Issuer) -> FactRow {
        guard row.values[selfSigned] != .boolean(true) else { return row }
        var random = SplitMix64(seed: UInt64(authority.number))
        var values = row.values
        values[sha256] = .text(random.hex(bytes: 32))
        values[spki] = .text(random.hex(bytes: 32))
        values[serial] = .text(random.hex(bytes: 18))
        values[subject] = .text(authority.name)
        values[issuer] = .text(authority.root)
        return FactRow(values)
    }

    func leaf(
        _ row: FactRow, of certificate: Certificate, name: String,
        _ marks: (sha256: String, spki: String, serial: String),
        issued: Bool
    ) -> FactRow {
        var values = row.values
        values[sha256] = .text(marks.sha256)
        values[spki] = .text(marks.spki)
        values[serial] = .text(marks.serial)
        values[subject] = .text("CN=\(name)")
        values[notBefore] = .text(certificate.from.description)
        values[notAfter] = .text(certificate.until.description)
        if issued {
            values[issuer] = .text(certificate.issuer.name)
            values[ocspURL] = .text(certificate.issuer.ocspURL)
            values[crlURL] = .text(certificate.issuer.crlURL)
            values[policies] = .text("2.23.140.1.2.1")
        } else if row.values[selfSigned] == .boolean(true) {
            values[issuer] = values[subject]
        }
        return FactRow(values)
    }

    /// Two logs promised to show it, within a minute after it was made.
    func timestamps(_ chain: FactValue, of certificate: Certificate, _ random: inout SplitMix64) -> [FactRow] {
        (0..<2).map { half in
            let log = Issuer.logs[half * Issuer.logs.count / 2 + Int(random.next() % UInt64(Issuer.logs.count / 2))]
            let time = Timestamp(seconds: certificate.from.seconds + Int(random.next() % 60))
            return FactRow([chain, .text("certificate"), .text(log), .text(time.description)])
        }
    }
}
