import Catalogue
import Cryptography
import Documents
import Foundation
import Model

/// Asks the catalogue which product a row means; each spelling once.
final class ProductFinder {
    let catalogueSHA256: String
    private let catalogue: Catalogue
    private var known: [RawSoftware: String?] = [:]

    init(_ places: SoftwarePlaces) throws {
        catalogue = try places.catalogue()
        let folder = try places.folder("catalogue")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".yaml") }
            .sorted()
        let digests = try names.map { Digest.sha256(Array(try TextFile.read("\(folder)/\($0)").utf8)).hex }
        catalogueSHA256 = Digest.sha256(Array(digests.joined().utf8)).hex
    }

    func product(of row: ImportedRow) -> String? {
        guard row.kind == .software else { return nil }
        func given(_ text: String) -> String? { text.isEmpty ? nil : text }
        let raw = RawSoftware(
            name: row.name, vendor: given(row.vendor), purl: given(row.purl), cpe: given(row.cpe))
        if let answer = known[raw] { return answer }
        let answer = catalogue.normalise(raw).product
        known[raw] = answer
        return answer
    }
}
