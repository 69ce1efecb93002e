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
            let (product, vendor) = (system.field("product"), system.field("vendor"))
            var row = ImportedRow(.software, name: name(in: product.or(vendor)), place: place)
            row.vendor = vendor.isEmpty ? "" : site(of: vendor)
            row.publisherID = product
            row.host = URL(string: system.field("id"))?.host() ?? ""
            row.domain = "council"
            try sink.add(row)
        }
    }

    /// OParl names product and maker by the addresses of their pages: `https://www.example.org/loesungen/session/` is
    /// about `session`, `https://www.allris.example/` about `allris`.
    private static func name(in address: String) -> String {
        let words = URL(string: address)?.pathComponents.filter { $0 != "/" && !$0.hasPrefix("index.") } ?? []
        guard address.contains("://"), let last = words.last else { return site(of: address) }
        return URL(filePath: last).deletingPathExtension().lastPathComponent
    }

    /// The word before the top-level domain; what is no address stays as it is.
    private static func site(of address: String) -> String {
        let labels = address.contains("://") ? URL(string: address)?.host()?.split(separator: ".") ?? [] : []
        return labels.dropLast().last.map(String.init) ?? address
    }
}
