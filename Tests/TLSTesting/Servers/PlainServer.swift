import Foundation
import Model
import ProcessTesting

/// The servers of Debian that begin in plain text and go over to TLS when asked.
///
/// Each starts with a folder of its own in the workshop. Without a certificate it does not offer TLS. `settings` are
/// further lines of its configuration, in its own words (`ssl_min_protocol = TLSv1`), and come last.
package enum PlainServer: String, CaseIterable, Sendable {
    case postfix, dovecot, slapd, postgres, mariadb, prosody, vsftpd, nnrpd

    /// Whether the package is installed, and whether this user may run it.
    package var isAvailable: Bool {
        FileManager.default.isExecutableFile(atPath: program) && (getuid() == 0 || !needsRoot)
    }

    package func start(
        in workshop: Workshop, _ issued: Workshop.Issued?, _ settings: [String] = []
    ) async throws -> RealServer {
        switch self {
        case .postfix: try await .postfix(in: workshop, issued, settings)
        case .dovecot: try await .dovecot(in: workshop, issued, settings)
        case .slapd: try await .slapd(in: workshop, issued, settings)
        case .postgres: try await .postgres(in: workshop, issued, settings)
        case .mariadb: try await .mariadb(in: workshop, issued, settings)
        case .prosody: try await .prosody(in: workshop, issued, settings)
        case .vsftpd: try await .vsftpd(in: workshop, issued, settings)
        case .nnrpd: try await .nnrpd(in: workshop, issued, settings)
        }
    }

    var program: String {
        switch self {
        case .postfix: "/usr/lib/postfix/sbin/master"
        case .dovecot: "/usr/sbin/dovecot"
        case .slapd: "/usr/sbin/slapd"
        case .postgres: Self.newestPostgres
        case .mariadb: "/usr/sbin/mariadbd"
        case .prosody: "/usr/bin/prosody"
        case .vsftpd: "/usr/sbin/vsftpd"
        case .nnrpd: "/usr/lib/news/bin/nnrpd"
        }
    }

    /// Both change to users of their own while they run.
    private var needsRoot: Bool { self == .postfix || self == .dovecot }

    /// Debian installs every major version beside the others.
    private static let newestPostgres: String = {
        let folder = "/usr/lib/postgresql"
        let versions = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return "\(folder)/\(versions.max { $0.compare($1, options: .numeric) == .orderedAscending } ?? "")/bin/postgres"
    }()
}

extension Workshop {
    /// A folder for one server; others may look into it, because many servers run as users of their own.
    func premises(_ name: String) throws -> String {
        let place = path("\(name)-\(UUID().uuidString.prefix(8))")
        try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
        for each in [folder, place] {
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: each)
        }
        return place
    }
}

extension Workshop.Issued {
    /// For servers that refuse to run as root or want the key to be theirs: copies that belong to nobody.
    func copies(in place: String) throws -> Workshop.Issued {
        let own = Workshop.Issued(certificate: "\(place)/own.pem", key: "\(place)/own.key")
        for (from, to) in [(certificate, own.certificate), (key, own.key)] {
            try FileManager.default.copyItem(atPath: from, toPath: to)
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: to)
            try giveAway(to)
        }
        return own
    }
}

/// Makes a file or folder nobody's, when the tests run as root.
func giveAway(_ path: String) throws {
    guard getuid() == 0 else { return }
    try FileManager.default.setAttributes(
        [.ownerAccountID: Nobody.user, .groupOwnerAccountID: Nobody.group], ofItemAtPath: path)
}

/// Debian's user without rights.
enum Nobody {
    static let user = 65_534
    static let group = 65_534
    /// In front of a command that refuses to run as root.
    static var prefix: [String] {
        getuid() == 0 ? ["/usr/bin/setpriv", "--reuid=\(user)", "--regid=\(group)", "--clear-groups"] : []
    }
}
