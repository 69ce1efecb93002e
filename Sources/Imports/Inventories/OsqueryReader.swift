import Documents
import Model

/// Rows of osquery's tables `programs`, `deb_packages` and `rpm_packages`, as `--json` prints or a snapshot logs them.
enum OsqueryReader {
    static func read(_ bytes: [UInt8], into sink: inout ImportSink) throws {
        let document = try JSONValue.read(bytes, sink.file)
        let host = document.field("hostIdentifier").cleaned
        sink.subject = host.isEmpty ? nil : host
        let list = ["snapshot", "data"].first { document[$0] != nil }
        guard let rows = (list.flatMap { document[$0] } ?? document).items else {
            throw Diagnostic(
                at: Place(file: sink.file, line: 1, column: 1), "not osquery: there is no list of rows")
        }
        for (number, entry) in rows.enumerated() {
            let place = (list.map { "/\($0)" } ?? "") + "/\(number)"
            guard entry.members != nil else {
                sink.refuse(pointer: place, "not an object")
                continue
            }
            // Debian keeps the configuration of packages that are gone.
            let status = entry.field("status")
            if !status.isEmpty, !status.hasSuffix("installed") { continue }
            var row = ImportedRow(.software, name: entry.field("name"), place: place)
            row.host = host.or(entry.field("hostname"))
            let release = entry.field("release")
            row.version = entry.field("version") + (release.isEmpty ? "" : "-\(release)")
            row.vendor = entry.field("publisher").or(entry.field("vendor"))
            row.publisherID = entry.field("identifying_number")
            row.purl = PackageName.url(!release.isEmpty ? "rpm" : !status.isEmpty ? "deb" : "", row.name)
            row.installed = Day(written: entry.field("install_date"))
            try sink.add(row)
        }
    }
}
