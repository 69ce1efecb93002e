import Foundation
import Model
import ProcessTesting

extension RealServer {
    /// PostgreSQL. `settings` are lines of postgresql.conf: `ssl_ciphers = 'HIGH'`, `ssl_min_protocol_version = 'TLSv1'`.
    package static func postgres(
        in workshop: Workshop, _ issued: Workshop.Issued?, _ settings: [String] = []
    ) async throws -> RealServer {
        let place = try workshop.premises("postgres")
        try giveAway(place)
        let port = try freePort()
        let program = PlainServer.postgres.program
        let initialise = program.dropLast("postgres".count) + "initdb"
        let words = Nobody.prefix + [String(initialise), "-D", "\(place)/data", "-N", "-A", "reject", "--no-locale"]
        try await Child.run("/usr/bin/env", words, in: URL(fileURLWithPath: place))
        let own = try issued?.copies(in: place)
        let tls = own.map { ["ssl = on", "ssl_cert_file = '\($0.certificate)'", "ssl_key_file = '\($0.key)'"] }
        let file = "\(place)/postgresql.conf"
        let common = [
            "listen_addresses = '127.0.0.1'", "port = \(port)", "unix_socket_directories = ''", "fsync = off",
        ]
        try lines(common + (tls ?? ["ssl = off"]) + settings, to: file)
        return try await RealServer(
            "/usr/bin/env", Nobody.prefix + [program, "-D", "\(place)/data", "-c", "config_file=\(file)"],
            ports: [(.postgresql, port)], in: place)
    }

    /// MariaDB. `settings` are lines of the section [mariadbd]: `tls_version = TLSv1.2`, `ssl_cipher = ECDHE...`.
    package static func mariadb(
        in workshop: Workshop, _ issued: Workshop.Issued?, _ settings: [String] = []
    ) async throws -> RealServer {
        let place = try workshop.premises("mariadb")
        let port = try freePort()
        try FileManager.default.createDirectory(atPath: "\(place)/data", withIntermediateDirectories: true)
        let tls = issued.map { ["ssl_cert = \($0.certificate)", "ssl_key = \($0.key)"] } ?? ["skip_ssl"]
        let file = "\(place)/my.cnf"
        // Nobody logs on, so it needs no tables of its own.
        let common = [
            "[mariadbd]", "datadir = \(place)/data", "bind_address = 127.0.0.1", "port = \(port)",
            "socket = \(place)/socket", "pid_file = \(place)/pid", "skip_grant_tables", "skip_innodb",
            "default_storage_engine = MyISAM",
        ]
        try lines(common + (getuid() == 0 ? ["user = root"] : []) + tls + settings, to: file)
        return try await RealServer(
            PlainServer.mariadb.program, ["--defaults-file=\(file)"], ports: [(.mysql, port)], in: place)
    }
}
