import TLSTesting

/// Servers that begin in plain text and go over to TLS when asked.
enum PlainSpecimens {
    static let all = [postfix, dovecot, slapd, postgresql, mariadb, prosody]

    /// A refusal without an alert proves nothing, so everything that is not accepted stays unknown.
    private static let silence: Set<String> = Set(
        ["SSLv2", "SSLv3", "TLSv1.0", "TLSv1.1"].map { "\($0): closed" }
            + ["TLSv1.2", "TLSv1.3"].flatMap { version in
                ["every cipher_suite", "every group", "other suites", "other groups"].map { "\(version) \($0): closed" }
            } + ["TLSv1.2 every signature_scheme: closed"])
    private static let since12 = ["TLSv1.2", "TLSv1.3"]

    static let postfix = Specimen(
        name: "Postfix, STARTTLS: TLS 1.0 to 1.3, anonymous too, order of the server",
        source: "tls_medium_cipherlist by openssl ciphers, tls_eecdh_auto_curves"
    ) { bench in
        let rsa = try await bench.rsa()
        let list = "aNULL:-aNULL:HIGH:MEDIUM:+RC4:@STRENGTH"
        let server = try await PlainServer.postfix.start(
            in: bench.workshop, rsa,
            [
                "smtpd_tls_protocols = >=TLSv1", "smtpd_tls_mandatory_protocols = >=TLSv1",
                "smtpd_tls_mandatory_ciphers = medium", "tls_preempt_cipherlist = yes",
                "tls_medium_cipherlist = \(list)", "tls_eecdh_auto_curves = X25519 prime256v1 secp521r1",
            ])
        let versions = ["TLSv1.0", "TLSv1.1", "TLSv1.2", "TLSv1.3"]
        return try Specimen.Opened(
            server: server,
            truth: Truth(
                suites: try await OpenSSLWords.suites(versions, list + ":@SECLEVEL=0", keys: ["RSA", "None"]),
                groups: OpenSSLWords.groups(versions, curves: ["x25519", "secp256r1", "secp521r1"], fields: []),
                decides: "server", certificates: try await bench.fingerprints([rsa])),
            by: .smtp, other: .submissions)
    }

    static let dovecot = Specimen(
        name: "Dovecot, STARTTLS: TLS 1.2 and 1.3, order of the server",
        source: "ssl_cipher_list by openssl ciphers, ssl_curve_list", unknown: silence, refusesInSilence: true
    ) { bench in
        let rsa = try await bench.rsa()
        let list = "ECDHE+AESGCM:ECDHE+CHACHA20:kRSA+AESGCM"
        let server = try await PlainServer.dovecot.start(
            in: bench.workshop, rsa,
            ["ssl_cipher_list = \(list)", "ssl_curve_list = P-384:X25519", "ssl_prefer_server_ciphers = yes"])
        return try Specimen.Opened(
            server: server,
            truth: Truth(
                suites: try await OpenSSLWords.suites(since12, list, keys: ["RSA"], withDH: false),
                groups: OpenSSLWords.groups(since12, curves: ["secp384r1", "x25519"], fields: []),
                decides: "server", certificates: try await bench.fingerprints([rsa])),
            by: .imap, other: .imaps)
    }

    static let slapd = Specimen(
        name: "OpenLDAP, STARTTLS: GnuTLS, TLS 1.2 and 1.3", source: "TLSCipherSuite by gnutls-cli --list",
        unknown: silence, refusesInSilence: true
    ) { bench in
        let rsa = try await bench.rsa()
        let priority = "NORMAL:-VERS-TLS1.0:-VERS-TLS1.1:-GROUP-FFDHE8192"
        let server = try await PlainServer.slapd.start(in: bench.workshop, rsa, ["TLSCipherSuite \(priority)"])
        let (suites, groups) = try await GnuTLSSpecimens.words(priority) { !$0.contains("_ECDSA_") }
        return try Specimen.Opened(
            server: server,
            truth: Truth(
                suites: suites, groups: groups, decides: "client", certificates: try await bench.fingerprints([rsa])),
            by: .ldap, other: .ldaps)
    }

    static let postgresql = Specimen(
        name: "PostgreSQL, SSLRequest: TLS 1.2 and 1.3, order of the server",
        source: "ssl_ciphers by openssl ciphers, ssl_ecdh_curve", nmap: .nothing(why: "it does not know the port")
    ) { bench in
        let rsa = try await bench.rsa()
        let list = "HIGH:!aNULL:!kRSA"
        let server = try await PlainServer.postgres.start(
            in: bench.workshop, rsa, ["ssl_ciphers = '\(list)'", "ssl_ecdh_curve = 'secp384r1'"])
        return try Specimen.Opened(
            server: server,
            truth: Truth(
                suites: try await OpenSSLWords.suites(since12, list, keys: ["RSA"]),
                groups: OpenSSLWords.groups(since12, curves: ["secp384r1"], fields: []),
                decides: "server", certificates: try await bench.fingerprints([rsa])),
            by: .postgresql, other: .postgresql)
    }

    static let mariadb = Specimen(
        name: "MariaDB, SSLRequest: TLS 1.2 and 1.3", source: "ssl_cipher by openssl ciphers",
        nmap: .nothing(why: "it does not know the port")
    ) { bench in
        let rsa = try await bench.rsa()
        let list = "ECDHE+AESGCM:DHE+AESGCM:AES128-SHA256"
        let server = try await PlainServer.mariadb.start(
            in: bench.workshop, rsa, ["tls_version = TLSv1.2,TLSv1.3", "ssl_cipher = \(list)"])
        return try Specimen.Opened(
            server: server,
            truth: Truth(
                suites: try await OpenSSLWords.suites(since12, list, keys: ["RSA"]),
                groups: OpenSSLWords.groups(since12), decides: "client",
                certificates: try await bench.fingerprints([rsa])),
            by: .mysql, other: .mysql)
    }

    static let prosody = Specimen(
        name: "Prosody, STARTTLS: TLS 1.2 and 1.3",
        source: "ciphers by openssl ciphers, curveslist, tls_profile"
    ) { bench in
        let rsa = try await bench.rsa()
        let list = "ECDHE+AESGCM:ECDHE+CHACHA20"
        let server = try await PlainServer.prosody.start(
            in: bench.workshop, rsa,
            ["protocol = \"tlsv1_2+\"; ciphers = \"\(list)\"; curveslist = { \"X25519\", \"P-521\" };"])
        var opened = try Specimen.Opened(
            server: server,
            truth: Truth(
                suites: try await OpenSSLWords.suites(since12, list, keys: ["RSA"]),
                groups: OpenSSLWords.groups(since12, curves: ["x25519", "secp521r1"], fields: []),
                decides: "client", certificates: try await bench.fingerprints([rsa])),
            by: .xmppClient, other: .xmppsClient)
        opened.serverName = "host.example"
        return opened
    }
}
