import Foundation
import Model
import ProcessTesting

extension RealServer {
    /// OpenLDAP (with GnuTLS in Debian) with ldap; with a certificate also ldaps. `settings` are lines of slapd.conf.
    package static func slapd(
        in workshop: Workshop, _ issued: Workshop.Issued?, _ settings: [String] = []
    ) async throws -> RealServer {
        let place = try workshop.premises("slapd")
        let services: [Service] = [.ldap] + (issued == nil ? [] : [.ldaps])
        let ports = try services.map { ($0, try freePort()) }
        let tls = issued.map { ["TLSCertificateFile \($0.certificate)", "TLSCertificateKeyFile \($0.key)"] } ?? []
        let file = "\(place)/slapd.conf"
        try lines(["pidfile \(place)/pid", "argsfile \(place)/args"] + tls + settings, to: file)
        let addresses = ports.map { "\($0.rawValue)://127.0.0.1:\($1)" }.joined(separator: " ")
        // -d keeps it in the foreground.
        return try await RealServer(
            PlainServer.slapd.program, ["-f", file, "-h", addresses, "-d", "none"], ports: ports, in: place)
    }

    /// Prosody (LuaSec over OpenSSL) for the host `host.example` with xmpp-client and xmpp-server; with a certificate
    /// also xmpps-client. `settings` are lines inside `ssl = { ... }`: `protocol = "tlsv1_2"; ciphers = "ECDHE+AESGCM";`
    package static func prosody(
        in workshop: Workshop, _ issued: Workshop.Issued?, _ settings: [String] = []
    ) async throws -> RealServer {
        let place = try workshop.premises("prosody")
        let services: [Service] = [.xmppClient, .xmppServer] + (issued == nil ? [] : [.xmppsClient])
        let ports = try services.map { ($0, try freePort()) }
        let tls = issued.map {
            ["ssl = {", "certificate = \"\($0.certificate)\"; key = \"\($0.key)\";"] + settings + ["}"]
        }
        let text = """
            run_as_root = true
            pidfile = "\(place)/pid"
            data_path = "\(place)"
            certificates = "\(place)"
            modules_enabled = { "saslauth"; "dialback"; \(issued == nil ? "" : "\"tls\";") }
            modules_disabled = { "s2s_auth_certs" \(issued == nil ? "; \"tls\"" : "") }
            interfaces = { "127.0.0.1" }
            c2s_ports = { \(ports[0].1) }
            s2s_ports = { \(ports[1].1) }
            c2s_direct_tls_ports = { \(ports.count > 2 ? "\(ports[2].1)" : "") }
            c2s_require_encryption = \(issued == nil ? "false" : "true")
            s2s_require_encryption = \(issued == nil ? "false" : "true")
            log = { { levels = { min = "info" }, to = "console" } }
            """
        let file = "\(place)/prosody.cfg.lua"
        try lines([text] + (tls ?? []) + ["VirtualHost \"host.example\""], to: file)
        return try await RealServer(
            PlainServer.prosody.program, ["--config", file, "-F"], ports: ports, in: place)
    }
}
