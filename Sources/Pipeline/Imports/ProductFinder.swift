import Catalogue
import Cryptography
import Documents
import Foundation
import Inventory
import Model

/// Asks the catalogue which product a row means; each spelling once.
final class ProductFinder {
    let catalogueSHA256: String
    private let catalogue: Catalogue
    private var known: [RawSoftware: NormalisedSoftware] = [:]

    init(_ places: SoftwarePlaces) throws {
        catalogue = try places.catalogue()
        let folder = try places.folder("catalogue")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".yaml") }
            .sorted()
        let digests = try names.map { Digest.sha256(Array(try TextFile.read("\(folder)/\($0)").utf8)).hex }
        catalogueSHA256 = Digest.sha256(Array(digests.joined().utf8)).hex
    }

    func product(of row: ImportedRow) -> String? { row.kind == .software ? normalised(row).product : nil }

    /// Products with a similar name, the best first; none where the product is known.
    func nearDuplicates(of row: ImportedRow) -> [NormalisedSoftware.NearDuplicate] {
        row.kind == .software ? normalised(row).nearDuplicates : []
    }

    /// Product and version, which may stand behind the name.
    func product(of software: ImportedSoftware) -> (String?, String) {
        let found = normalised(software.name, software.vendor, software.purl, software.cpe)
        return (found.product, software.version.isEmpty ? found.version : software.version)
    }

    /// The domain that a list writes by its id or name, else the main one of the product.
    func domain(named text: String, of product: String?) -> String {
        catalogue.domain(named: text)?.id ?? product.flatMap { catalogue.product($0)?.domains.first } ?? text
    }

    private func normalised(_ row: ImportedRow) -> NormalisedSoftware {
        normalised(row.name, row.vendor, row.purl, row.cpe)
    }

    private func normalised(_ name: String, _ vendor: String, _ purl: String, _ cpe: String) -> NormalisedSoftware {
        func given(_ text: String) -> String? { text.isEmpty ? nil : text }
        let raw = RawSoftware(name: name, vendor: given(vendor), purl: given(purl), cpe: given(cpe))
        if let answer = known[raw] { return answer }
        let answer = catalogue.normalise(raw)
        known[raw] = answer
        return answer
    }
}
