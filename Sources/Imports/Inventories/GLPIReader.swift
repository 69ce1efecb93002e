import Documents
import Model

/// What a GLPI agent found on one machine: its operating system and every program.
enum GLPIReader {
    static func read(_ bytes: [UInt8], into sink: inout ImportSink) throws {
        let document = try JSONValue.read(bytes, sink.file)
        guard let content = document["content"], content.members != nil else {
            throw Diagnostic(at: Place(file: sink.file, line: 1, column: 1), "not GLPI: there is no 'content'")
        }
        let host = (content["hardware"]?.field("name") ?? "").or(document.field("deviceid")).cleaned
        sink.subject = host.isEmpty ? nil : host
        if let system = content["operatingsystem"] {
            var row = ImportedRow(
                .software, name: system.field("full_name").or(system.field("name")), place: "/content/operatingsystem")
            row.host = host
            row.version = system.field("version")
            if !row.name.isEmpty { try sink.add(row) }
        }
        guard let programs = (content["softwares"] ?? []).items else {
            throw Diagnostic(at: Place(file: sink.file, line: 1, column: 1), "/content/softwares: not a list")
        }
        for (number, program) in programs.enumerated() {
            var row = ImportedRow(.software, name: program.field("name"), place: "/content/softwares/\(number)")
            row.host = host
            row.version = program.field("version")
            row.vendor = program.field("publisher")
            row.publisherID = program.field("guid")
            row.purl = PackageName.url(program.field("from"), row.name)
            row.installed = Day(written: program.field("install_date"))
            try sink.add(row)
        }
    }
}
