import Documents
import Model

/// Results of Greenbone or OpenVAS, XML report and CSV: which test found what at which host and port.
enum GreenboneReader {
    static func read(_ bytes: [UInt8], into sink: inout ImportSink) throws {
        let isXML = bytes.first { ![0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF].contains($0) } == UInt8(ascii: "<")
        try isXML ? readXML(bytes, into: &sink) : readCSV(bytes, into: &sink)
    }

    private static func readXML(_ bytes: [UInt8], into sink: inout ImportSink) throws {
        try XMLReading.elements(named: ["result"], of: bytes, file: sink.file) { result in
            // Sections that only refer to results have no test.
            guard let test = result.child("nvt") else { return }
            let host = result.child("host")
            var row = ImportedRow(
                .vulnerability, name: (test.child("name")?.text ?? "").or(result.child("name")?.text ?? ""),
                place: "line \(result.line)")
            row.host = (host?.child("hostname")?.text.cleaned ?? "").or(host?.text ?? "")
            row.port = port(result.child("port")?.text ?? "")
            row.publisherID = test["oid"] ?? ""
            row.severity = (result.child("severity")?.text ?? "").or(test.child("cvss_base")?.text ?? "")
            let references = test.child("refs")?.children(named: "ref") ?? []
            let cves = references.filter { $0["type"] == "cve" }.compactMap { $0["id"] }
            row.cves = cves.isEmpty ? list(test.child("cve")?.text ?? "") : cves.joined(separator: " ")
            try sink.add(row, line: result.line)
        }
    }

    private static func readCSV(_ bytes: [UInt8], into sink: inout ImportSink) throws {
        guard var reader = DelimitedReader(bytes), case .cells(let head, _)? = reader.next(),
            head.contains("NVT Name"), head.contains("IP") || head.contains("Hostname")
        else {
            throw Diagnostic(
                at: Place(file: sink.file, line: 1, column: 1), "not Greenbone: the first row lacks 'IP' and 'NVT Name'"
            )
        }
        while let next = reader.next() {
            guard case .cells(let cells, let line) = next else {
                if case .wrong(let reason, let line) = next { sink.refuse(line, "line \(line): \(reason)") }
                continue
            }
            if cells.allSatisfy(\.isEmpty) { continue }
            func cell(_ name: String) -> String {
                head.firstIndex(of: name).flatMap { cells.indices.contains($0) ? cells[$0] : nil } ?? ""
            }
            guard cells.count == head.count else {
                sink.refuse(line, "line \(line): \(cells.count) cells where the first row has \(head.count)")
                continue
            }
            var row = ImportedRow(.vulnerability, name: cell("NVT Name"), place: "line \(line)")
            row.host = cell("Hostname").or(cell("IP"))
            row.port = port(cell("Port"))
            row.publisherID = cell("NVT OID")
            row.severity = cell("CVSS")
            row.cves = list(cell("CVEs"))
            try sink.add(row, line: line)
        }
    }

    /// `443/tcp`; `general/tcp` is no port.
    private static func port(_ text: String) -> Int? {
        text.cleaned.split(separator: "/").first.flatMap { Int($0) }.flatMap { (0...65_535).contains($0) ? $0 : nil }
    }

    private static func list(_ text: String) -> String {
        let ids = text.split { $0 == "," || $0.isWhitespace }
        return ids.filter { $0.hasPrefix("CVE-") }.joined(separator: " ")
    }
}
