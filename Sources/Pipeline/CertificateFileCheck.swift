import Cryptography
import Foundation
import Model
import Rules
import Scanning

/// Certificates in a file, judged before they are installed: by the same rules, as far as these ask about certificates.
package struct CertificateFileCheck: Sendable {
    /// What can be said about the file beside the verdicts.
    package struct Answer: Sendable {
        package let check: Check.Answer
        package let file: String
        package let certificates: Int
        package let privateKey: CertificateFile.PrivateKey
        /// The name the certificate was held against.
        package let name: String
        /// Nobody gave the name: it is one of the certificate's own, so that it fits says nothing.
        package let isNameAssumed: Bool

        /// No server would start with this key and these certificates.
        package var hasForeignKey: Bool { privateKey == .foreign }
    }

    private let path: String
    private let name: String?
    private let roots: [String]
    private let surroundings: CheckSurroundings
    private let toolVersion: String
    private let now: Timestamp

    /// `roots` are trusted beside the system's and the fleet's. `now` is the moment the certificates are judged for.
    package init(
        _ path: String, name: String?, roots: [String], in surroundings: CheckSurroundings, toolVersion: String,
        at now: Timestamp
    ) {
        self.path = path
        self.name = name
        self.roots = roots
        self.surroundings = surroundings
        self.toolVersion = toolVersion
        self.now = now
    }

    package func run() throws -> Answer {
        let file = try read()
        let trust = try surroundings.access.trust(at: { [now] in now }, adding: roots)
        let assumed = file.certificates.first.flatMap(Self.ownName)
        let endpoint = Endpoint(
            body: "check", address: nil, port: 0, serverName: (name ?? assumed ?? "").lowercased(), service: .tls)
        let observation = Observation(
            endpoint: endpoint, probe: FileCertificates.probe, at: now, outcome: .answered,
            facts: FileCertificates.facts(of: file.certificates, at: endpoint, trust: trust))
        let planned = PlannedEndpoint(endpoint: endpoint, probes: [FileCertificates.probe], barrier: nil)
        let answer = try Check.judge(
            [observation], of: [planned], surroundings.emptyFleet(on: now.day),
            by: surroundings.rules.reading(only: FileCertificates.tables), toolVersion: toolVersion, at: now)
        return Answer(
            check: answer, file: path, certificates: file.certificates.count, privateKey: file.privateKey,
            name: endpoint.serverName, isNameAssumed: name == nil)
    }

    private func read() throws -> CertificateFile {
        guard let content = FileManager.default.contents(atPath: path) else {
            throw CertificateError("\(path): cannot be read")
        }
        guard content.count <= Self.largestFile else { throw CertificateError("\(path): too large for certificates") }
        do {
            return try CertificateFile(Array(content))
        } catch {
            throw CertificateError("\(path): \(error)")
        }
    }

    private static let largestFile = 8 << 20

    /// A name the certificate states; for a wildcard a name it stands for.
    private static func ownName(_ der: [UInt8]) -> String? {
        guard let names = try? Certificate(der: der).names, let first = names.first?.name else { return nil }
        return first.hasPrefix("*.") ? "www" + first.dropFirst() : first
    }
}

extension RuleBook {
    /// Rules that ask only about certificates and the endpoint they are for. Their commands would ask a server, and
    /// there is none.
    fileprivate func reading(only tables: Set<String>) -> RuleBook {
        choosing { rule in
            !rule.tables.isDisjoint(with: tables)
                && rule.tables.isSubset(of: tables.union(["endpoint", "observation", "starttls", "tls_endpoint"]))
        }
    }
}
