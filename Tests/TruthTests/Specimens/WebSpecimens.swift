import Foundation
import ProcessTesting
import TLSTesting

/// nginx and Apache as people configure them.
enum WebSpecimens {
    static let all = [nginxModern, nginxIntermediate, nginxOld, nginxOneVersion, apache, apacheOld]

    /// What ssl-config.mozilla.org writes for `intermediate`.
    static let intermediate =
        "ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384:"
        + "ECDHE-RSA-AES256-GCM-SHA384:ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-RSA-CHACHA20-POLY1305"

    static let nginxIntermediate = Specimen(
        name: "nginx: TLS 1.2 and 1.3, RSA and ECDSA", source: "ssl_ciphers by openssl ciphers", mostConnections: 40
    ) { bench in
        let (rsa, ec) = (try await bench.rsa(), try await bench.ec())
        let server = try await RealServer.nginx(
            in: bench.workshop,
            """
            ssl_certificate \(rsa.certificate); ssl_certificate_key \(rsa.key);
            ssl_certificate \(ec.certificate); ssl_certificate_key \(ec.key);
            ssl_protocols TLSv1.2 TLSv1.3; ssl_ciphers \(intermediate); ssl_prefer_server_ciphers off;
            """)
        let versions = ["TLSv1.2", "TLSv1.3"]
        return Specimen.Opened(
            server: server,
            truth: Truth(
                suites: try await OpenSSLWords.suites(versions, intermediate, keys: ["RSA", "ECDSA"]),
                groups: OpenSSLWords.groups(versions), decides: "client",
                certificates: try await bench.fingerprints([rsa, ec])))
    }

    static let nginxModern = Specimen(
        name: "nginx: TLS 1.3 only, ECDSA", source: "ssl_protocols, ssl_ecdh_curve", mostConnections: 30
    ) { bench in
        let ec = try await bench.ec()
        let server = try await RealServer.nginx(
            in: bench.workshop,
            """
            ssl_certificate \(ec.certificate); ssl_certificate_key \(ec.key);
            ssl_protocols TLSv1.3; ssl_ecdh_curve X25519:prime256v1:secp384r1;
            """)
        return Specimen.Opened(
            server: server,
            truth: Truth(
                suites: try await OpenSSLWords.suites(["TLSv1.3"], "DEFAULT", keys: []),
                groups: ["TLSv1.3": ["x25519", "secp256r1", "secp384r1"]], decides: "client",
                certificates: try await bench.fingerprints([ec])))
    }

    static let nginxOld = Specimen(
        name: "nginx: TLS 1.0 to 1.3, own DH parameters, order of the server",
        source: "ssl_ciphers by openssl ciphers, ssl_dhparam, ssl_ecdh_curve"
    ) { bench in
        let rsa = try await bench.rsa()
        let workshop = try await bench.workshop
        // RFC 3526's 2048-bit prime would do as well; this one is well known by another name.
        try await workshop.openssl(
            ["genpkey", "-genparam", "-algorithm", "DH", "-pkeyopt", "group:modp_2048"]
                + ["-out", workshop.path("dh.pem")])
        let list = "HIGH:!aNULL:!DSS:3DES:@SECLEVEL=0"
        let server = try await RealServer.nginx(
            in: workshop,
            """
            ssl_certificate \(rsa.certificate); ssl_certificate_key \(rsa.key); ssl_dhparam \(workshop.path("dh.pem"));
            ssl_protocols TLSv1 TLSv1.1 TLSv1.2 TLSv1.3; ssl_ciphers \(list); ssl_prefer_server_ciphers on;
            ssl_ecdh_curve secp384r1:X25519:brainpoolP256r1;
            """)
        let versions = ["TLSv1.0", "TLSv1.1", "TLSv1.2", "TLSv1.3"]
        var groups = OpenSSLWords.groups(
            versions, curves: ["secp384r1", "x25519", "brainpoolP256r1"], fields: [])
        groups["TLSv1.3"] = ["secp384r1", "x25519"]
        return Specimen.Opened(
            server: server,
            truth: Truth(
                suites: try await OpenSSLWords.suites(versions, list, keys: ["RSA"]), groups: groups,
                decides: "server", certificates: try await bench.fingerprints([rsa])))
    }

    static let nginxOneVersion = Specimen(
        name: "nginx: TLS 1.2 only, ECDSA, order of the server", source: "ssl_ciphers by openssl ciphers",
        unknown: [
            "TLSv1.2 every group: the key's own curve hides them",
            "TLSv1.2 other groups: the key's own curve hides them",
        ],
        mostConnections: 30
    ) { bench in
        let ec = try await bench.ec()
        let list = "ECDHE+AESGCM:ECDHE+CHACHA20"
        let server = try await RealServer.nginx(
            in: bench.workshop,
            """
            ssl_certificate \(ec.certificate); ssl_certificate_key \(ec.key); ssl_protocols TLSv1.2;
            ssl_ciphers \(list); ssl_prefer_server_ciphers on;
            """)
        // The client must name the curve of the certificate, and what stands behind that curve in the server's order
        // is never chosen then.
        return Specimen.Opened(
            server: server,
            truth: Truth(
                suites: try await OpenSSLWords.suites(["TLSv1.2"], list, keys: ["ECDSA"]),
                groups: ["TLSv1.2": ["x25519", "secp256r1"]], decides: "server",
                certificates: try await bench.fingerprints([ec])))
    }

    static let apache = Specimen(
        name: "Apache: TLS 1.2 and 1.3, order of the server", source: "SSLCipherSuite by openssl ciphers"
    ) { bench in
        let rsa = try await bench.rsa()
        let server = try await apache(
            bench, rsa,
            ["SSLProtocol -all +TLSv1.2 +TLSv1.3", "SSLCipherSuite HIGH:!aNULL:!kRSA", "SSLHonorCipherOrder on"])
        let versions = ["TLSv1.2", "TLSv1.3"]
        return Specimen.Opened(
            server: server,
            truth: Truth(
                suites: try await OpenSSLWords.suites(versions, "HIGH:!aNULL:!kRSA", keys: ["RSA"]),
                groups: OpenSSLWords.groups(versions), decides: "server",
                certificates: try await bench.fingerprints([rsa])))
    }

    static let apacheOld = Specimen(
        name: "Apache: TLS 1.0 to 1.2, RSA key transport", source: "SSLCipherSuite by openssl ciphers"
    ) { bench in
        let rsa = try await bench.rsa()
        let list = "ALL:!aNULL:!DH:@SECLEVEL=0"
        let server = try await apache(
            bench, rsa,
            ["SSLProtocol -all +TLSv1 +TLSv1.1 +TLSv1.2", "SSLCipherSuite \(list)", "SSLHonorCipherOrder off"])
        let versions = ["TLSv1.0", "TLSv1.1", "TLSv1.2"]
        return Specimen.Opened(
            server: server,
            truth: Truth(
                suites: try await OpenSSLWords.suites(versions, list, keys: ["RSA"]),
                groups: OpenSSLWords.groups(versions), decides: "client",
                certificates: try await bench.fingerprints([rsa])))
    }

    private static func apache(
        _ bench: Bench, _ issued: Workshop.Issued, _ settings: [String]
    ) async throws -> RealServer {
        let workshop = try await bench.workshop
        let port = try freePort()
        let modules = "/usr/lib/apache2/modules"
        let lines =
            [
                "ServerRoot \(workshop.folder)", "Listen 127.0.0.1:\(port)", "ServerName www.example",
                "LoadModule mpm_event_module \(modules)/mod_mpm_event.so",
                "LoadModule authz_core_module \(modules)/mod_authz_core.so",
                "LoadModule socache_shmcb_module \(modules)/mod_socache_shmcb.so",
                "LoadModule ssl_module \(modules)/mod_ssl.so", "PidFile apache-\(port).pid",
                "ErrorLog /dev/stderr", "LogLevel notice", "Mutex pthread", "SSLEngine on",
                "SSLCertificateFile \(issued.certificate)", "SSLCertificateKeyFile \(issued.key)",
            ] + settings
        let file = try workshop.write("apache-\(port).conf", lines.joined(separator: "\n") + "\n")
        return try await RealServer("/usr/sbin/apache2", ["-D", "FOREGROUND", "-f", file]) { line in
            line.contains("resuming normal operations") ? port : nil
        }
    }
}
