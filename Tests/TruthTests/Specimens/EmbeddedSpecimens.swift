import TLSTesting

/// The libraries of small devices, with a few lines of C around them.
enum EmbeddedSpecimens {
    static let all = [mbedTLS, wolfSSL]

    static let mbedTLS = Specimen(
        name: "Mbed TLS: TLS 1.0 to 1.2, everything with pre-shared keys, RSA and ECDSA",
        source: "mbedtls_ssl_list_ciphersuites, mbedtls_ecp_curve_list", unknown: ["SSLv2: closed"],
        pending: "two CAMELLIA suites change places in TLS 1.0"
    ) { bench in
        let (rsa, ec) = (try await bench.rsa(), try await bench.ec())
        let program = try await bench.compiled("mbedtls_server", ["mbedtls", "mbedx509", "mbedcrypto"])
        let server = try await bench.started(program, [rsa.certificate, rsa.key, ec.certificate, ec.key])
        let (suites, groups) = Printed.read(server.said)
        return Specimen.Opened(
            server: server,
            truth: Truth(
                suites: suites, groups: Printed.split(groups, over: Array(suites.keys)), decides: "server",
                certificates: try await bench.fingerprints([rsa, ec])))
    }

    static let wolfSSL = Specimen(
        name: "wolfSSL: TLS 1.1 to 1.3, the suites given, RSA",
        source: "wolfSSL_CTX_set_cipher_list, HAVE_ECC_* and HAVE_FFDHE_* of its options.h",
        // It answers with a group of its own choice where none of the hello is its own.
        unknown: Set(
            ["SSLv2: alert 0 close_notify"]
                + ["TLSv1.1", "TLSv1.2", "TLSv1.3"].flatMap { version in
                    ["every group", "other groups"].map { "\(version) \($0): answered without a group of the hello" }
                })
    ) { bench in
        let rsa = try await bench.rsa()
        let program = try await bench.compiled("wolfssl_server", ["wolfssl"])
        let list = wolfSuites.map(\.0).joined(separator: ":")
        let curves: Set<String> = [
            "x25519", "secp256r1", "secp384r1", "secp521r1", "x448", "brainpoolP256r1", "brainpoolP384r1",
            "brainpoolP512r1", "secp256k1",
        ]
        var suites: [String: [String]] = [:]
        for (_, name, versions) in wolfSuites {
            for version in versions { suites[version, default: []].append(name) }
        }
        return Specimen.Opened(
            server: try await bench.started(program, [rsa.certificate, rsa.key, list]),
            truth: Truth(
                suites: suites,
                groups: [
                    "TLSv1.1": curves, "TLSv1.2": curves,
                    "TLSv1.3": [
                        "x25519", "secp256r1", "secp384r1", "secp521r1", "x448", "ffdhe2048", "ffdhe3072",
                    ],
                ], decides: "server", certificates: try await bench.fingerprints([rsa])))
    }

    private static let twelve = ["TLSv1.2"]
    /// wolfSSL takes CBC with SHA-2 in TLS 1.1 as well, which no RFC has.
    private static let eleven = ["TLSv1.1", "TLSv1.2"]

    private static let wolfSuites: [(String, String, [String])] = [
        ("TLS13-AES128-GCM-SHA256", "TLS_AES_128_GCM_SHA256", ["TLSv1.3"]),
        ("TLS13-AES128-CCM-SHA256", "TLS_AES_128_CCM_SHA256", ["TLSv1.3"]),
        ("TLS13-AES128-CCM-8-SHA256", "TLS_AES_128_CCM_8_SHA256", ["TLSv1.3"]),
        ("TLS13-SHA256-SHA256", "TLS_SHA256_SHA256", ["TLSv1.3"]),
        ("ECDHE-RSA-AES128-GCM-SHA256", "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256", twelve),
        ("ECDHE-RSA-CHACHA20-POLY1305", "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256", twelve),
        ("ECDHE-RSA-CHACHA20-POLY1305-OLD", "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256_OLD", twelve),
        ("DHE-RSA-CHACHA20-POLY1305", "TLS_DHE_RSA_WITH_CHACHA20_POLY1305_SHA256", twelve),
        ("ECDHE-RSA-AES128-SHA256", "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256", eleven),
        ("ECDHE-RSA-AES256-SHA", "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA", eleven),
        ("ECDHE-RSA-DES-CBC3-SHA", "TLS_ECDHE_RSA_WITH_3DES_EDE_CBC_SHA", eleven),
        ("ECDHE-RSA-RC4-SHA", "TLS_ECDHE_RSA_WITH_RC4_128_SHA", eleven),
    ]
}
