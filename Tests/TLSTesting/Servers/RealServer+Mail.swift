import Foundation
import Model
import ProcessTesting

extension RealServer {
    /// Dovecot with imap, pop3 and sieve; with a certificate also imaps and pop3s.
    package static func dovecot(
        in workshop: Workshop, _ issued: Workshop.Issued?, _ settings: [String] = []
    ) async throws -> RealServer {
        let place = try workshop.premises("dovecot")
        let services: [Service] = [.imap, .pop3, .sieve] + (issued == nil ? [] : [.imaps, .pop3s])
        let ports = try services.map { ($0, try freePort()) }
        let port = Dictionary(ports, uniquingKeysWith: { first, _ in first })
        func listener(_ name: String, _ plain: Service, _ secure: Service?) -> String {
            let second =
                secure.map { "inet_listener \($0.rawValue) {\n port = \(port[$0] ?? 0)\n ssl = yes\n }" } ?? ""
            return
                "service \(name)-login {\n inet_listener \(plain.rawValue) {\n port = \(port[plain] ?? 0)\n }\n \(second)\n}"
        }
        let tls = issued.map { "ssl = yes\nssl_cert = <\($0.certificate)\nssl_key = <\($0.key)" } ?? "ssl = no"
        let text = """
            base_dir = \(place)/run
            state_dir = \(place)/run
            log_path = /dev/stderr
            protocols = imap pop3 sieve
            listen = 127.0.0.1
            disable_plaintext_auth = no
            passdb {
              driver = static
              args = nopassword=y
            }
            userdb {
              driver = static
              args = uid=nobody gid=nogroup home=/nonexistent
            }
            \(listener("imap", .imap, .imaps))
            \(listener("pop3", .pop3, .pop3s))
            \(listener("managesieve", .sieve, nil))
            \(tls)
            """
        let file = "\(place)/dovecot.conf"
        try lines([text] + settings, to: file)
        return try await RealServer(PlainServer.dovecot.program, ["-F", "-c", file], ports: ports, in: place)
    }

    /// Postfix with smtp; with a certificate also submissions. `settings` are lines of main.cf.
    package static func postfix(
        in workshop: Workshop, _ issued: Workshop.Issued?, _ settings: [String] = []
    ) async throws -> RealServer {
        let place = try workshop.premises("postfix")
        let services: [Service] = [.smtp] + (issued == nil ? [] : [.submissions])
        let ports = try services.map { ($0, try freePort()) }
        for folder in ["etc", "data", "queue/pid"] {
            try FileManager.default.createDirectory(
                atPath: "\(place)/\(folder)", withIntermediateDirectories: true)
        }
        try FileManager.default.setAttributes([.ownerAccountName: "postfix"], ofItemAtPath: "\(place)/data")
        let tls = issued.map { "smtpd_tls_security_level = may\nsmtpd_tls_chain_files = \($0.key), \($0.certificate)" }
        try lines(
            [postfixMain(place), tls ?? "smtpd_tls_security_level = none"] + settings, to: "\(place)/etc/main.cf")
        try lines(postfixMaster(ports), to: "\(place)/etc/master.cf")
        let configuration = ["-c", "\(place)/etc"]
        try await Child.run("/usr/sbin/postfix", configuration + ["check"], in: URL(fileURLWithPath: place))
        // -d: it stays in the process group it was started in, so that it ends with the test.
        return try await RealServer(PlainServer.postfix.program, ["-d"] + configuration, ports: ports, in: place)
    }

    private static func postfixMain(_ place: String) -> String {
        """
        compatibility_level = 3.6
        queue_directory = \(place)/queue
        data_directory = \(place)/data
        maillog_file = /dev/stdout
        mail_owner = postfix
        setgid_group = postdrop
        myhostname = host.example
        mydestination =
        local_recipient_maps =
        alias_maps =
        alias_database =
        mynetworks =
        inet_protocols = ipv4
        smtpd_peername_lookup = no
        smtpd_relay_restrictions = reject
        smtpd_client_connection_count_limit = 0
        smtpd_client_connection_rate_limit = 0
        tls_append_default_CA = no
        """
    }

    private static func postfixMaster(_ ports: [(Service, UInt16)]) -> [String] {
        ports.flatMap { service, port in
            ["127.0.0.1:\(port) inet n - n - 100 smtpd"]
                + (service == .submissions ? ["    -o smtpd_tls_wrappermode=yes"] : [])
        } + [
            "postlog unix-dgram n - n - 1 postlogd", "tlsmgr unix - - n 1000? 1 tlsmgr",
            "rewrite unix - - n - - trivial-rewrite", "anvil unix - - n - 1 anvil",
        ]
    }
}

/// Writes a configuration.
func lines(_ lines: [String], to file: String) throws {
    try (lines.joined(separator: "\n") + "\n").write(toFile: file, atomically: true, encoding: .utf8)
}
