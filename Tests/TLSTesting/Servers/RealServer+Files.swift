import Foundation
import Model
import ProcessTesting

extension RealServer {
    /// vsftpd with AUTH TLS. `settings` are lines of vsftpd.conf; `implicit_ssl=YES` makes it ftps.
    package static func vsftpd(
        in workshop: Workshop, _ issued: Workshop.Issued?, _ settings: [String] = []
    ) async throws -> RealServer {
        let place = try workshop.premises("vsftpd")
        let port = try freePort()
        let tls = issued.map {
            ["ssl_enable=YES", "rsa_cert_file=\($0.certificate)", "rsa_private_key_file=\($0.key)"]
        }
        let file = "\(place)/vsftpd.conf"
        let common = [
            "listen=YES", "listen_address=127.0.0.1", "listen_port=\(port)", "background=NO",
            "run_as_launching_user=YES", "secure_chroot_dir=\(place)", "anonymous_enable=NO", "local_enable=YES",
            "max_per_ip=0",
        ]
        try lines(common + (tls ?? ["ssl_enable=NO"]) + settings, to: file)
        let service: Service = settings.contains("implicit_ssl=YES") ? .ftps : .ftp
        return try await RealServer(PlainServer.vsftpd.program, [file], ports: [(service, port)], in: place)
    }

    /// The news reading server of INN with STARTTLS. `settings` are lines of inn.conf: `tlsprotocols: [ TLSv1.2 ]`.
    package static func nnrpd(
        in workshop: Workshop, _ issued: Workshop.Issued?, _ settings: [String] = []
    ) async throws -> RealServer {
        let place = try workshop.premises("nnrpd")
        let port = try freePort()
        try giveAway(place)
        for file in ["active", "newsgroups", "history", "group.index", "inn-secrets.conf"] {
            try lines([], to: "\(place)/\(file)")
            try giveAway("\(place)/\(file)")
        }
        let access = [
            "auth \"all\" { hosts: \"*\" default: \"<x>\" }", "access \"all\" { users: \"*\" newsgroups: \"!*\" }",
        ]
        try lines(access, to: "\(place)/readers.conf")
        try lines(["method trash { newsgroups: * class: 0 }"], to: "\(place)/storage.conf")
        let own = try issued?.copies(in: place)
        let tls = own.map { ["tlscertfile: \($0.certificate)", "tlskeyfile: \($0.key)", "tlscapath: /etc/ssl/certs"] }
        let folders = ["pathdb", "pathetc", "pathrun", "pathlog", "pathtmp", "pathspool", "pathoverview"]
        let common =
            [
                "mta: \"/bin/true %s\"", "domain: host.example", "pathhost: host.example", "pathnews: /usr/lib/news",
                "runasuser: nobody", "runasgroup: nogroup", "hismethod: hisv6", "ovmethod: tradindexed",
                "enableoverview: true", "nnrpdloadlimit: 0",
            ] + folders.map { "\($0): \(place)" }
        try lines(common + (tls ?? []) + settings, to: "\(place)/inn.conf")
        let words = ["INNCONF=\(place)/inn.conf", PlainServer.nnrpd.program, "-D", "-f", "-b", "127.0.0.1"]
        return try await RealServer("/usr/bin/env", words + ["-p", "\(port)"], ports: [(.nntp, port)], in: place)
    }
}
