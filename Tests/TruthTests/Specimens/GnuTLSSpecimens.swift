import Foundation
import ProcessTesting
import TLSTesting
import Wire

/// `gnutls-serv`; what a priority string comes to is GnuTLS's own listing.
enum GnuTLSSpecimens {
    static let all = [normal, legacy]

    static let normal = Specimen(
        name: "GnuTLS: NORMAL, RSA and ECDSA", source: "gnutls-cli --list --priority", mostConnections: 100
    ) { bench in
        let (rsa, ec) = (try await bench.rsa(), try await bench.ec())
        return try await opened(bench, "NORMAL", [rsa, ec], decides: "client") { !$0.contains("_DHE_DSS_") }
    }

    static let legacy = Specimen(
        name: "GnuTLS: everything up to TLS 1.2, anonymous and NULL too, order of the server",
        source: "gnutls-cli --list --priority"
    ) { bench in
        let rsa = try await bench.rsa()
        let priority =
            "NONE:+VERS-TLS1.2:+VERS-TLS1.1:+VERS-TLS1.0:+CIPHER-ALL:+CAMELLIA-128-CBC:+3DES-CBC:+ARCFOUR-128:+NULL"
            + ":+ECDHE-RSA:+DHE-RSA:+RSA:+ANON-ECDH:+ANON-DH:+MAC-ALL:+MD5:+SIGN-ALL:+GROUP-ALL:%SERVER_PRECEDENCE"
        return try await opened(bench, priority, [rsa], decides: "server") { _ in true }
    }

    private static func opened(
        _ bench: Bench, _ priority: String, _ issued: [Workshop.Issued], decides: String,
        suits: @Sendable (String) -> Bool
    ) async throws -> Specimen.Opened {
        let port = try freePort()
        let files = issued.flatMap { ["--x509certfile", $0.certificate, "--x509keyfile", $0.key] }
        let server = try await RealServer(
            "/usr/bin/gnutls-serv", ["--http", "--port", "\(port)", "--priority", priority] + files
        ) { line in line.contains("listening on IPv4") ? port : nil }
        let (suites, groups) = try await words(priority, suits: suits)
        return Specimen.Opened(
            server: server,
            truth: Truth(
                suites: suites, groups: groups, decides: decides, certificates: try await bench.fingerprints(issued)))
    }

    /// What GnuTLS itself says a priority string comes to.
    static func words(
        _ priority: String, suits: (String) -> Bool
    ) async throws -> (suites: [String: [String]], groups: [String: Set<String>]) {
        let listing = try await Child.run(
            "/usr/bin/gnutls-cli", ["--list", "--priority", priority], in: FileManager.default.temporaryDirectory)
        return read(listing, suits: suits)
    }

    /// `TLS_ECDHE_RSA_AES_128_GCM_SHA256   0xc0, 0x2f   TLS1.2`: the last word is the lowest version.
    private static func read(
        _ listing: String, suits: (String) -> Bool
    ) -> (suites: [String: [String]], groups: [String: Set<String>]) {
        var suites: [String: [String]] = [:]
        var groups: [String: Set<String>] = [:]
        let versions = words(of: "Protocols:", in: listing).filter { $0.hasPrefix("VERS-TLS") }
            .map { "TLSv" + $0.dropFirst("VERS-TLS".count) }
        for line in listing.split(separator: "\n") where line.hasPrefix("TLS_") {
            let parts = line.split(whereSeparator: { " \t,".contains($0) }).map(String.init)
            guard parts.count == 4, let high = UInt16(parts[1].dropFirst(2), radix: 16),
                let low = UInt16(parts[2].dropFirst(2), radix: 16)
            else { continue }
            let name = CipherSuite(rawValue: high << 8 | low).name
            let lowest = parts[3].replacing("TLS", with: "TLSv")
            for version in versions where suits(name) && (version == "TLSv1.3") == (lowest == "TLSv1.3") {
                if version >= lowest { suites[version, default: []].append(name) }
            }
        }
        let named = words(of: "Groups:", in: listing).map { $0.dropFirst("GROUP-".count).lowercased() }
        for version in versions {
            groups[version] = Set(named.filter { version == "TLSv1.3" || !$0.hasPrefix("ffdhe") })
        }
        return (suites, groups)
    }

    private static func words(of title: String, in listing: String) -> [String] {
        let line = listing.split(separator: "\n").first { $0.hasPrefix(title) } ?? ""
        return line.dropFirst(title.count).split(whereSeparator: { ", ".contains($0) }).map(String.init)
    }
}
