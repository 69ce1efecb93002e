import Foundation
import Testing

/// `docs/truth-table.md`: written by the tests when LAGEBILD_REWRITE_GOLDEN=1 (scripts/golden), else held against it.
enum TruthTable {
    private static let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "docs/truth-table.md")

    private static let head = """
        # What real servers do, and what the TLS probe sees of it

        Written by `scripts/golden` from a run of the tests in `Tests/TruthTests`; not by hand. The tests start every server
        of the table on loopback. The truth is what the server's own configuration comes to, worked out without any of the
        scanner's code; a second client of a few lines of Python must find the same (every suite, group and order), and
        so must nmap's `ssl-enum-ciphers`, as far as it sees. Then the TLS probe must find exactly that: nothing wrong, nothing
        missing, each certificate, the order where the server has one, and every other version, suite and group refused.

        nmap asks neither groups nor certificates nor SSLv2, so these are held against the truth and the second client only.
        *Connections* are those of the TLS probe at consent `full`, everything it asks included.

        | Server | Suites | Groups | Truth from | nmap 7.93 | Not known | Connections |
        | --- | --- | --- | --- | --- | --- | --- |

        """

    /// One line of the table; the last cell may change without a test failing.
    static func note(_ specimen: Specimen, _ truth: Truth, connections: Int) throws {
        let row = cells(specimen, truth).joined(separator: " | ")
        guard ProcessInfo.processInfo.environment["LAGEBILD_REWRITE_GOLDEN"] == "1" else {
            let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
            #expect(lines.contains { $0.hasPrefix("| \(row) | ") }, "scripts/golden rewrites docs/truth-table.md")
            return
        }
        try write("| \(row) | \(connections) |", named: specimen.name)
    }

    private static func cells(_ specimen: Specimen, _ truth: Truth) -> [String] {
        [
            specimen.name, counts(truth.suites.mapValues(\.count)), counts(truth.groups.mapValues(\.count)),
            specimen.source, specimen.nmap.text, specimen.unknown.isEmpty ? "nothing" : specimen.unknownText,
        ]
    }

    /// `1.2: 6, 1.3: 3`
    private static func counts(_ numbers: [String: Int]) -> String {
        let parts = Truth.versions.compactMap { version in
            numbers[version].map { "\(version.replacing("TLSv", with: "")): \($0)" }
        }
        return parts.isEmpty ? "none" : parts.joined(separator: ", ")
    }

    /// Rows of servers that are no longer there go away; the others keep the order of the tests.
    private static func write(_ row: String, named name: String) throws {
        let old = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        var rows: [String: String] = [:]
        for line in old.split(separator: "\n") where line.hasPrefix("| ") {
            let title = line.dropFirst(2).split(separator: " | ").first.map(String.init)
            if let title { rows[title] = String(line) }
        }
        rows[name] = row
        let table = Specimen.all.compactMap { rows[$0.name] }.joined(separator: "\n")
        try (head + table + "\n").write(to: file, atomically: true, encoding: .utf8)
    }
}

extension NmapSight {
    fileprivate var text: String {
        switch self {
        case .everything: "agrees"
        case .except(let misses, let claims, let why):
            "agrees but for \(misses.count) missed, \(claims.count) wrong: \(why)"
        case .nothing(let why): "sees nothing: \(why)"
        }
    }
}
