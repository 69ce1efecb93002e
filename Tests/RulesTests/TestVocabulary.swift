import Documents
import Foundation
import Model

@testable import Rules
@testable import Scanning

/// The vocabulary of the shipped probes, and where the shipped rules are.
enum Shipped {
    static let vocabulary: Vocabulary = {
        let registered = Probes.all(trust: .none).map { (probe: $0.name, tables: $0.facts) }
        let missing = declared.filter { wanted in !registered.contains { $0.probe == wanted.probe } }
        return Vocabulary(probes: registered + missing, scopes: Scopes.all)
    }()

    /// What the probes of the first release fill, whether or not they are registered.
    private static let declared: [(probe: String, tables: [FactTable])] = [
        (
            "tls",
            [
                TLSProtocolFact.table, TLSHandshakeFact.table, CertificateFact.table, CertificateNameFact.table,
                CertificateChainFact.table,
            ]
        ),
        (
            "http",
            [
                HTTPResponseFact.table, HTTPHeaderFact.table, HTTPCookieFact.table, HTTPPageFact.table,
                SoftwareFact.table,
            ]
        ),
        ("ssh", [SSHBannerFact.table, SSHAlgorithmFact.table, SoftwareFact.table]),
        ("smtp", mail), ("imap", mail), ("pop3", mail),
        (
            "dns",
            [
                DNSNameFact.table, DNSLookupFact.table, DNSAddressFact.table, DNSMXFact.table, DNSCAAFact.table,
                DNSSPFFact.table, DNSDMARCFact.table, DNSPolicyRecordFact.table, DNSTLSAFact.table,
            ]
        ),
    ]

    private static let mail = [
        MailGreetingFact.table, MailCapabilityFact.table, MailSTARTTLSFact.table, SoftwareFact.table,
    ]

    /// The project's folder, from this file's place in it.
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    static func book() throws -> RuleBook {
        let log = DiagnosticLog()
        let book = try RuleBook.load(folders: ["\(root)/rules"], vocabulary: vocabulary, log: log)
        guard let book else { throw Unloadable(diagnostics: log.errors) }
        return book
    }

    struct Unloadable: Error, CustomStringConvertible {
        let diagnostics: [Diagnostic]
        var description: String { diagnostics.map(\.description).joined(separator: "\n") }
    }
}
