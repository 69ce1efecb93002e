import Documents
import Model

/// What an OCS or FusionInventory agent found on one machine.
enum OCSReader {
    static func read(_ bytes: [UInt8], into sink: inout ImportSink) throws {
        var host = ""
        var device = ""
        var found: [(row: ImportedRow, line: Int)] = []
        try XMLReading.elements(named: ["HARDWARE", "SOFTWARES", "DEVICEID"], of: bytes, file: sink.file) { element in
            func text(_ name: String) -> String { element.child(name)?.text ?? "" }
            var row = ImportedRow(.software, place: "line \(element.line)")
            switch element.name {
            case "DEVICEID": device = element.text.cleaned
            case "HARDWARE":
                host = text("NAME").cleaned
                row.name = text("OSNAME")
                row.version = text("OSVERSION")
                if !row.name.isEmpty { found.append((row, element.line)) }
            default:
                row.name = text("NAME")
                row.version = text("VERSION")
                row.vendor = text("PUBLISHER")
                row.publisherID = text("GUID")
                row.purl = PackageName.url(text("FROM"), row.name)
                row.installed = Day(written: text("INSTALLDATE"))
                found.append((row, element.line))
            }
        }
        host = host.or(device)
        sink.subject = host.isEmpty ? nil : host
        for var entry in found {
            entry.row.host = host
            try sink.add(entry.row, line: entry.line)
        }
    }
}
