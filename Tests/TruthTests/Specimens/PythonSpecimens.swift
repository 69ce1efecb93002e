import Foundation
import ProcessTesting
import TLSTesting
import Wire

/// tlslite-ng, which speaks everything from SSL 3.0, and the newest OpenSSL in Python's cryptography.
enum PythonSpecimens {
    static let all = [
        tlslite("rsa", "RSA"), tlslite("ecdsa", "ECDSA"), tlslite("anon", "anonymous"), newest, groups,
    ]

    private static func tlslite(_ kind: String, _ title: String) -> Specimen {
        let old = ["TLSv1.0", "TLSv1.1", "TLSv1.2"]
        // Without a common group its anonymous server fails at an assertion of its own, and closes.
        let lines = old.flatMap { ["\($0) every group: closed", "\($0) other groups: closed"] }
        return Specimen(
            name: "tlslite-ng: SSL 3.0 to TLS 1.3, \(title)", source: "its own tables, filtered by its settings",
            unknown: kind == "anon" ? Set(lines) : []
        ) { bench in
            var files: [Workshop.Issued] = []
            if kind == "rsa" { files = [try await bench.rsa()] }
            if kind == "ecdsa" { files = [try await bench.ec()] }
            let server = try await bench.started(
                try Python.interpreter(),
                [SecondClient.file("tlslite_server.py"), kind] + files.flatMap { [$0.certificate, $0.key] })
            let (suites, groups) = Printed.read(server.said)
            return Specimen.Opened(
                server: server,
                truth: Truth(
                    suites: suites, groups: Printed.split(groups, over: Array(suites.keys)), decides: "server",
                    certificates: try await bench.fingerprints(files)))
        }
    }

    static let newest = Specimen(
        name: "OpenSSL 4.0 (pyOpenSSL): as it comes, ML-KEM hybrids, RSA and ECDSA",
        source: "SSL_CTX_set1_groups_list(3) of OpenSSL 4.0; its own cipher list",
        unknown: ["SSLv2: closed"], mostConnections: 50
    ) { bench in
        try await opened(
            bench, groups: "", "ECDHE+AESGCM:ECDHE+CHACHA20",
            seen: [
                "x25519", "secp256r1", "x448", "secp384r1", "secp521r1", "ffdhe2048", "ffdhe3072", "X25519MLKEM768",
                "SecP256r1MLKEM768", "curveSM2MLKEM768", "curveSM2",
            ])
    }

    static let groups = Specimen(
        name: "OpenSSL 4.0 (pyOpenSSL): pure ML-KEM, brainpool in TLS 1.3, DHE", source: "the groups and ciphers given",
        nmap: .except(
            misses: [
                "TLSv1.2 suite TLS_DHE_RSA_WITH_AES_128_GCM_SHA256",
                "TLSv1.2 suite TLS_DHE_RSA_WITH_AES_256_GCM_SHA384",
                "TLSv1.2 suite TLS_DHE_RSA_WITH_CHACHA20_POLY1305_SHA256",
            ], claims: [], why: "it names no ffdhe groups, without which OpenSSL 4.0 does no DHE"),
        unknown: ["SSLv2: closed"]
    ) { bench in
        try await opened(
            bench,
            groups: "MLKEM512:MLKEM768:MLKEM1024:SecP384r1MLKEM1024:brainpoolP256r1tls13:brainpoolP512r1tls13:P-256"
                + ":ffdhe4096",
            "ECDHE+AESGCM:DHE+AESGCM:DHE+CHACHA20:AES128-SHA:!DSS:!PSK:!aNULL",
            seen: [
                "MLKEM512", "MLKEM768", "MLKEM1024", "SecP384r1MLKEM1024", "brainpoolP256r1tls13",
                "brainpoolP512r1tls13", "secp256r1", "ffdhe4096",
            ])
    }

    private static func opened(
        _ bench: Bench, groups: String, _ ciphers: String, seen: Set<String>
    ) async throws -> Specimen.Opened {
        let (rsa, ec) = (try await bench.rsa(), try await bench.ec())
        let server = try await bench.started(
            try Python.interpreter(),
            [
                SecondClient.file("pyopenssl_server.py"), groups, ciphers, rsa.certificate, rsa.key, ec.certificate,
                ec.key,
            ])
        let named = server.said.split(separator: "\n").filter { $0.hasPrefix("cipher ") }.map { $0.dropFirst(7) }
        let names = try await ianaNames()
        let classic = ["x25519", "secp256r1", "x448", "secp384r1", "secp521r1"]
        return Specimen.Opened(
            server: server,
            truth: Truth(
                suites: [
                    "TLSv1.3": named.filter { $0.hasPrefix("TLS_") }.map(String.init),
                    "TLSv1.2": named.compactMap { names[String($0)] },
                ],
                groups: ["TLSv1.3": seen, "TLSv1.2": seen.intersection(classic)], decides: "client",
                certificates: try await bench.fingerprints([rsa, ec])))
    }

    /// OpenSSL's names of suites before TLS 1.3 have not changed; Debian's command knows IANA's beside them.
    private static func ianaNames() async throws -> [String: String] {
        let said = try await Child.run(
            "/usr/bin/openssl", ["ciphers", "-stdname", "ALL:COMPLEMENTOFALL:@SECLEVEL=0"],
            in: FileManager.default.temporaryDirectory)
        let pairs = said.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
            .filter { $0.count > 2 && $0[0] != $0[2] }
        return Dictionary(pairs.map { ($0[2], $0[0]) }, uniquingKeysWith: { first, _ in first })
    }
}

/// The lines our own small servers print of their library's tables: `suite TLSv1.2 C02F`, `group 001D`.
enum Printed {
    static func read(_ said: String) -> (suites: [String: [String]], groups: [UInt16]) {
        var suites: [String: [String]] = [:]
        var groups: [UInt16] = []
        for line in said.split(separator: "\n") {
            let words = line.split(separator: " ").map(String.init)
            if words.first == "suite", words.count > 2, let code = UInt16(words[2], radix: 16) {
                suites[words[1], default: []].append(CipherSuite(rawValue: code).name)
            }
            if words.first == "group", words.count > 1, let code = UInt16(words[1], radix: 16) { groups.append(code) }
        }
        return (suites, groups)
    }

    /// Which groups mean something in which version: curves before TLS 1.3, RFC 8446 and 8734 since.
    static func split(_ codes: [UInt16], over versions: [String]) -> [String: Set<String>] {
        var found: [String: Set<String>] = [:]
        for version in versions where version != "SSLv3" {
            let fitting = codes.filter { code in
                version == "TLSv1.3" ? (23...25).contains(code) || code > 28 : code < 31
            }
            found[version] = Set(fitting.map { NamedGroup(rawValue: $0).name })
        }
        return found
    }
}
