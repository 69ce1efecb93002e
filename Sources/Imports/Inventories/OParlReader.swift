import Documents
import Foundation
import Model

/// OParl's `system` object: which council information system answers at an address.
enum OParlReader {
    static func read(_ bytes: [UInt8], into sink: inout ImportSink) throws {
        let document = try JSONValue.read(bytes, sink.file)
        for (number, system) in (document.items ?? [document]).enumerated() {
            let place = document.items == nil ? "" : "/\(number)"
            guard system.field("type").hasSuffix("/System") else {
                sink.refuse(
                    pointer: place, "not an OParl system: its type is '\(system.field("type").excerpt)'")
                continue
            }
            var row = ImportedRow(.software, name: system.field("product").or(system.field("vendor")), place: place)
            row.vendor = system.field("vendor")
            row.publisherID = system.field("product")
            row.host = URL(string: system.field("id"))?.host() ?? ""
            row.domain = "council"
            try sink.add(row)
        }
    }
}
