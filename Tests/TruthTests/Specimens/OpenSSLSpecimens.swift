import TLSTesting

/// `openssl s_server` in configurations that web servers rarely have.
enum OpenSSLSpecimens {
    static let all = [
        ordinary, everything, dsaIn10, anonymous, preShared, curves, brainpoolKey, ciphersuites, certificateOnly12,
    ]

    private static let since12 = ["TLSv1.2", "TLSv1.3"]
    private static let since10 = ["TLSv1.0", "TLSv1.1", "TLSv1.2", "TLSv1.3"]

    static let ordinary = Specimen(
        name: "OpenSSL s_server: as Debian sets it up, RSA", source: "openssl ciphers of the default list",
        unknown: []
    ) { bench in
        let rsa = try await bench.rsa()
        return Specimen.Opened(
            server: try await .openssl(rsa),
            truth: Truth(
                suites: try await OpenSSLWords.suites(since12, "DEFAULT:@SECLEVEL=2", keys: ["RSA"]),
                groups: OpenSSLWords.groups(since12), decides: "client",
                certificates: try await bench.fingerprints([rsa])))
    }

    static let everything = Specimen(
        name: "OpenSSL s_server: security level 0, all suites, RSA and ECDSA, order of the server",
        source: "openssl ciphers ALL:COMPLEMENTOFALL"
    ) { bench in
        let (rsa, ec) = (try await bench.rsa(), try await bench.ec())
        let list = "ALL:COMPLEMENTOFALL:@SECLEVEL=0"
        return Specimen.Opened(
            server: try await .openssl(
                rsa,
                ["-dcert", ec.certificate, "-dkey", ec.key, "-cipher", list, "-min_protocol", "TLSv1", "-serverpref"]),
            truth: Truth(
                suites: try await OpenSSLWords.suites(since10, list, keys: ["RSA", "ECDSA", "None"]),
                groups: OpenSSLWords.groups(since10), decides: "server",
                certificates: try await bench.fingerprints([rsa, ec])))
    }

    static let dsaIn10 = Specimen(
        name: "OpenSSL s_server: TLS 1.0 and 1.1, DSA", source: "openssl ciphers, Au=DSS"
    ) { bench in
        let dsa = try await bench.dsa()
        let list = "ALL:!aNULL:!eNULL:@SECLEVEL=0"
        return Specimen.Opened(
            server: try await .openssl(
                dsa, ["-cipher", list, "-min_protocol", "TLSv1", "-max_protocol", "TLSv1.1"]),
            truth: Truth(
                suites: try await OpenSSLWords.suites(["TLSv1.0", "TLSv1.1"], list, keys: ["DSS"]),
                groups: [:], decides: "client", certificates: try await bench.fingerprints([dsa])))
    }

    static let anonymous = Specimen(
        name: "OpenSSL s_server: TLS 1.0 to 1.2, no certificate at all", source: "openssl ciphers aNULL"
    ) { _ in
        let list = "aNULL:@SECLEVEL=0"
        return Specimen.Opened(
            server: try await bare(["-nocert", "-cipher", list, "-min_protocol", "TLSv1", "-no_tls1_3"]),
            truth: Truth(
                suites: try await OpenSSLWords.suites(["TLSv1.0", "TLSv1.1", "TLSv1.2"], list, keys: ["None"]),
                groups: OpenSSLWords.groups(["TLSv1.0", "TLSv1.1", "TLSv1.2"]), decides: "client",
                certificates: []))
    }

    static let preShared = Specimen(
        name: "OpenSSL s_server: TLS 1.2, pre-shared key and RSA", source: "openssl ciphers -psk",
        unknown: [
            "TLSv1.2 every group: answered without a group of the hello",
            "TLSv1.2 other groups: answered without a group of the hello",
        ]
    ) { bench in
        let rsa = try await bench.rsa()
        let list = "PSK:eNULL+PSK:@SECLEVEL=0"
        return Specimen.Opened(
            server: try await .openssl(rsa, ["-psk", "00112233", "-tls1_2", "-cipher", list]),
            truth: Truth(
                suites: try await OpenSSLWords.suites(["TLSv1.2"], list, keys: ["RSA", "PSK"], more: ["-psk"]),
                groups: OpenSSLWords.groups(["TLSv1.2"]), decides: "client",
                certificates: try await bench.fingerprints([rsa])))
    }

    static let curves = Specimen(
        name: "OpenSSL s_server: odd curves, RSA", source: "-groups"
    ) { bench in
        let rsa = try await bench.rsa()
        let list = "ECDHE+AESGCM:@SECLEVEL=0"
        let names = "P-521:brainpoolP512r1:brainpoolP384r1:secp256k1:P-224:X448:ffdhe3072"
        return Specimen.Opened(
            server: try await .openssl(rsa, ["-groups", names, "-cipher", list, "-min_protocol", "TLSv1.2"]),
            truth: Truth(
                suites: try await OpenSSLWords.suites(since12, list, keys: ["RSA"]),
                groups: [
                    "TLSv1.2": ["secp521r1", "brainpoolP512r1", "brainpoolP384r1", "secp256k1", "secp224r1", "x448"],
                    "TLSv1.3": ["secp521r1", "x448", "ffdhe3072"],
                ],
                decides: "client", certificates: try await bench.fingerprints([rsa])))
    }

    static let brainpoolKey = Specimen(
        name: "OpenSSL s_server: ECDSA key on brainpoolP256r1",
        source: "openssl ciphers; the key's curve must be named",
        nmap: .nothing(why: "it never names brainpool curves")
    ) { bench in
        let issued = try await bench.certificate("brainpool", .ec("brainpoolP256r1"))
        let list = "ECDHE:@SECLEVEL=1"
        return Specimen.Opened(
            server: try await .openssl(
                issued, ["-groups", "brainpoolP256r1:P-256", "-cipher", list, "-tls1_2"]),
            truth: Truth(
                suites: try await OpenSSLWords.suites(["TLSv1.2"], list, keys: ["ECDSA"]),
                groups: ["TLSv1.2": ["brainpoolP256r1", "secp256r1"]], decides: "client",
                certificates: try await bench.fingerprints([issued])))
    }

    static let ciphersuites = Specimen(
        name: "OpenSSL s_server: TLS 1.3 with CCM, Ed25519, order of the server", source: "-ciphersuites, -groups",
        nmap: .nothing(why: "it knows neither Ed25519 nor x448")
    ) { bench in
        let issued = try await bench.certificate("ed25519", .ed25519)
        let names = ["TLS_AES_128_CCM_SHA256", "TLS_AES_128_CCM_8_SHA256", "TLS_CHACHA20_POLY1305_SHA256"]
        return Specimen.Opened(
            server: try await .openssl(
                issued,
                ["-tls1_3", "-ciphersuites", names.joined(separator: ":"), "-groups", "X448:ffdhe8192", "-serverpref"]),
            truth: Truth(
                suites: ["TLSv1.3": names], groups: ["TLSv1.3": ["x448", "ffdhe8192"]], decides: "server",
                certificates: try await bench.fingerprints([issued])))
    }

    static let certificateOnly12 = Specimen(
        name: "OpenSSL s_server: TLS 1.2, ECDSA P-384, one curve", source: "openssl ciphers, -groups",
        unknown: [
            "TLSv1.2 every group: the key's own curve hides them",
            "TLSv1.2 other groups: the key's own curve hides them",
        ]
    ) { bench in
        let issued = try await bench.certificate("p384", .ec("P-384"))
        let list = "ECDHE:@SECLEVEL=1"
        return Specimen.Opened(
            server: try await .openssl(issued, ["-tls1_2", "-cipher", list, "-groups", "P-384", "-serverpref"]),
            truth: Truth(
                suites: try await OpenSSLWords.suites(["TLSv1.2"], list, keys: ["ECDSA"]),
                groups: ["TLSv1.2": ["secp384r1"]], decides: "server",
                certificates: try await bench.fingerprints([issued])))
    }

    private static func bare(_ arguments: [String]) async throws -> RealServer {
        try await RealServer("/usr/bin/openssl", ["s_server", "-accept", "127.0.0.1:0", "-www"] + arguments) { line in
            guard line.hasPrefix("ACCEPT ") else { return nil }
            return line.split(separator: ":").last.flatMap { UInt16($0) }
        }
    }
}
