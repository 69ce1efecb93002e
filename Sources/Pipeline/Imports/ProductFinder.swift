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

    func product(of row: ImportedRow) -> String? {
        row.kind == .software ? normalised(raw(row.name, row.vendor, row.purl, row.cpe)).product : nil
    }

    /// The product whose name is most like that of a row; `nil` where none is or the product is known.
    func nearest(to row: ImportedRow) -> NormalisedSoftware.NearDuplicate? {
        catalogue.normalise(raw(row.name, row.vendor, row.purl, row.cpe)).nearDuplicates.first
    }

    /// Product and version, which may stand behind the name. `isCurrent`: the store's products were found by this catalogue.
    func product(of software: ImportedSoftware, isCurrent: Bool) -> (String?, String) {
        if isCurrent, software.product == nil || !software.version.isEmpty {
            return (software.product, software.version)
        }
        let found = normalised(raw(software.name, software.vendor, software.purl, software.cpe))
        return (found.product, software.version.isEmpty ? found.version : software.version)
    }

    /// The domain that a list writes by its id or name, else the main one of the product.
    func domain(named text: String, of product: String?) -> String {
        let written = text.isEmpty ? nil : catalogue.domain(named: text)?.id
        return written ?? product.flatMap { catalogue.product($0)?.domains.first } ?? text
    }

    func knows(domain id: String) -> Bool { catalogue.domain(id) != nil }

    private func normalised(_ raw: RawSoftware) -> NormalisedSoftware {
        if let answer = known[raw] { return answer }
        let answer = catalogue.normalise(raw, seekingAlike: false)
        known[raw] = answer
        return answer
    }

    private func raw(_ name: String, _ vendor: String, _ purl: String, _ cpe: String) -> RawSoftware {
        func given(_ text: String) -> String? { text.isEmpty ? nil : text }
        return RawSoftware(name: name, vendor: given(vendor), purl: given(purl), cpe: given(cpe))
    }
}
