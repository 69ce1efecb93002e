import Model
import Wire

/// Certificates that nobody serves yet, as facts a rule can judge like those of a server.
package enum FileCertificates {
    /// The tables that say something about certificates alone. Rules that read others ask about a server.
    package static let tables: Set<String> = Set(
        [
            ServedChainFact.table, CertificateFact.table, CertificateNameFact.table, CertificateChainFact.table,
            CertificateTimestampFact.table, RSAKeyFact.table,
        ].map(\.name))

    /// The probe these facts would come from.
    package static let probe = "tls"

    /// `endpoint` carries the name they are meant for.
    package static func facts(of certificates: [[UInt8]], at endpoint: Endpoint, trust: Trust) -> Facts {
        let chain = SeenChain(
            certificates: certificates, version: TLSVersion(rawValue: 0), withServerName: true,
            messageBytes: certificates.reduce(3) { $0 + 3 + $1.count })
        return CertificateRows(chains: [chain], endpoint: endpoint, trust: trust).facts
    }
}
