import Documents
import Model

/// Software bills of materials of SPDX 2, in JSON and tag-value form: every package.
enum SPDXReader {
    static func read(_ bytes: [UInt8], into sink: inout ImportSink) throws {
        let isJSON = bytes.first { ![0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF].contains($0) } == UInt8(ascii: "{")
        try isJSON ? readJSON(bytes, into: &sink) : readTags(bytes, into: &sink)
    }

    private static func readJSON(_ bytes: [UInt8], into sink: inout ImportSink) throws {
        let document = try JSONValue.read(bytes, sink.file)
        guard document.field("spdxVersion").hasPrefix("SPDX-2.") else {
            throw problem(sink.file, 1, "not SPDX 2: its version is '\(document.field("spdxVersion").excerpt)'")
        }
        sink.subject = document.field("name").cleaned
        guard let packages = (document["packages"] ?? []).items else {
            throw problem(sink.file, 1, "/packages: not a list")
        }
        for (number, package) in packages.enumerated() {
            var row = ImportedRow(.software, name: package.field("name"), place: "/packages/\(number)")
            row.version = package.field("versionInfo").asserted
            row.vendor = agent(package.field("supplier")).or(agent(package.field("originator")))
            row.publisherID = package.field("SPDXID")
            for reference in package["externalRefs"]?.items ?? [] {
                take(reference.field("referenceType"), reference.field("referenceLocator"), &row)
            }
            try sink.add(row)
        }
    }

    private static func readTags(_ bytes: [UInt8], into sink: inout ImportSink) throws {
        let text = try String.unicode(bytes, sink.file)
        var package: (row: ImportedRow, line: Int)?
        var isInText = false
        var textLine = 1
        var version = (text: "", line: 1)
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            if isInText {
                isInText = !line.contains("</text>")
                continue
            }
            guard let colon = line.firstIndex(of: ":") else { continue }
            let value = line[line.index(after: colon)...].drop { $0 == " " }
            isInText = value.contains("<text>") && !value.contains("</text>")
            if isInText { textLine = index + 1 }
            switch line[..<colon] {
            case "SPDXVersion": version = (String(value), index + 1)
            case "DocumentName": sink.subject = String(value).cleaned
            case "PackageName":
                if let package { try sink.add(package.row, line: package.line) }
                package = (ImportedRow(.software, name: String(value), place: "line \(index + 1)"), index + 1)
            case "FileName", "SnippetSPDXID", "Relationship":
                if let package { try sink.add(package.row, line: package.line) }
                package = nil
            case "SPDXID": package?.row.publisherID = String(value)
            case "PackageVersion": package?.row.version = String(value).asserted
            case "PackageSupplier": package?.row.vendor = agent(String(value))
            case "PackageOriginator":
                package.map { if $0.row.vendor.isEmpty { package?.row.vendor = agent(String(value)) } }
            case "ExternalRef":
                let words = value.split(separator: " ").map(String.init)
                if words.count == 3, var row = package?.row {
                    take(words[1], words[2], &row)
                    package?.row = row
                }
            default: continue
            }
        }
        if let package { try sink.add(package.row, line: package.line) }
        guard version.text.hasPrefix("SPDX-2.") else {
            throw problem(sink.file, version.line, "not SPDX 2: its version is '\(version.text.excerpt)'")
        }
        guard !isInText else {
            throw problem(sink.file, textLine, "a <text> is not closed", hint: "is the file complete?")
        }
    }

    private static func take(_ type: String, _ locator: String, _ row: inout ImportedRow) {
        switch type {
        case "purl" where row.purl.isEmpty: row.purl = locator
        case "cpe23Type", "cpe22Type": if row.cpe.isEmpty { row.cpe = locator }
        default: break
        }
    }

    /// `Organization: Debian (mail@example.org)` without role and address: people's addresses are not kept.
    private static func agent(_ text: String) -> String {
        let name = text.asserted.split(separator: ":", maxSplits: 1).last.map(String.init) ?? ""
        return String(name.prefix { $0 != "(" }).cleaned
    }

    private static func problem(_ file: String, _ line: Int, _ message: String, hint: String? = nil) -> Diagnostic {
        Diagnostic(at: Place(file: file, line: line, column: 1), message, hint: hint)
    }
}

extension String {
    fileprivate var asserted: String { self == "NOASSERTION" || self == "NONE" ? "" : self }
}
