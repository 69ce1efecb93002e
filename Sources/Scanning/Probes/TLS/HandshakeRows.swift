import Cryptography

extension TLSHandshakeFact {
    init(_ summary: TLSSummary, nameMatches: Bool) {
        self.init(
            protocol: summary.version.description, cipherSuite: summary.cipherSuite.name,
            cipherSuiteCode: summary.cipherSuite.code, keyExchangeGroup: summary.group?.name ?? "",
            alpn: summary.alpn, nameMatches: nameMatches, secureRenegotiation: summary.secureRenegotiation,
            extendedMasterSecret: summary.extendedMasterSecret, ocspStapled: summary.ocspStapled)
    }
}
