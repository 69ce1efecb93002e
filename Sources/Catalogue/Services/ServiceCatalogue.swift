import Documents
import Model

/// The services of the administration the cooperations offer online, as `rules/services/*.yaml` describe them.
package struct ServiceCatalogue: Sendable {
    /// In the order of the files.
    package let services: [CatalogueService]

    package init(services: [CatalogueService]) { self.services = services }

    /// By id or LeiKa key.
    package func service(_ key: String) -> CatalogueService? {
        services.first { $0.id == key } ?? services.first { $0.leika == key }
    }

    /// `nil` where something is wrong, which the log then says.
    package static func read(from folder: String, _ log: DiagnosticLog) -> ServiceCatalogue? {
        let written = DataFolder.read(folder, as: ServiceKeys.file, log).flatMap { $0 }
        var first: [String: Place] = [:]
        for service in written {
            for key in [service.value.id, service.value.leika].compactMap({ $0 }) {
                if let other = first.updateValue(service.place, forKey: key) {
                    log.error(
                        at: service.place, "the service '\(key)' is given twice",
                        hint: "the other one stands at \(other)")
                }
            }
        }
        return log.hasErrors ? nil : ServiceCatalogue(services: written.map(\.value))
    }
}

/// The keys of a file of the service catalogue.
enum ServiceKeys {
    static let source = YAMLKey.optional("source", .text, "Where the entries come from, for people.")
    static let services = YAMLKey.required("services", service.someList, "Services.")

    static let file = YAMLShape<[Written<CatalogueService>]>.mapping(
        YAMLMapping("a file of the service catalogue", [source.declaration, services.declaration])
    ) { fields, _ in fields[services] }

    private static let id = YAMLKey.required("id", .slug, "What lists and processes call it; never changes.")
    private static let leika = YAMLKey.optional("leika", leikaKey, "Its key in the LeiKa, 14 digits in quotes.")
    private static let ozg = YAMLKey.optional("ozg", ozgNumber, "Number of its OZG bundle, 5 digits in quotes.")
    private static let name = YAMLKey.required("name", BothLanguages.shape, "As people look for it.")
    private static let domain = YAMLKey.optional("domain", .slug, "Software domain it belongs to.")
    private static let offeredBy = YAMLKey.required(
        "offered_by", YAMLShape<Body.Kind>.word.someList, "Kinds of bodies that offer it.")
    private static let required = YAMLKey.required(
        "required", YAMLShape<TrustLevel>.word, "Trust level it needs: none, basic, substantial or high.")
    private static let mark = YAMLKey.required(
        "mark", YAMLShape<CatalogueService.Mark>.word,
        "S: the level was seen in a source; K: own knowledge, not verified.")
    private static let because = YAMLKey.required("because", .text, "The document the level and the key rest on.")

    private static let service = YAMLShape<Written<CatalogueService>>.written(
        YAMLMapping(
            "a service",
            [
                id.declaration, leika.declaration, ozg.declaration, name.declaration, domain.declaration,
                offeredBy.declaration, required.declaration, mark.declaration, because.declaration,
            ])
    ) { fields, _ in
        guard let id = fields[id], let name = fields[name], let offeredBy = fields[offeredBy],
            let required = fields[required], let mark = fields[mark], let because = fields[because]
        else { return nil }
        return CatalogueService(
            id: id, leika: fields[leika], ozg: fields[ozg], name: name, domain: fields[domain], offeredBy: offeredBy,
            required: required, mark: mark, source: because)
    }

    private static let leikaKey = digits(14, called: "a LeiKa key", example: "99050012104000")
    private static let ozgNumber = digits(5, called: "an OZG number", example: "10557")

    private static func digits(_ count: Int, called name: String, example: String) -> YAMLShape<String> {
        .matching(pattern: "^[0-9]{\(count)}$", called: name, hint: "\(count) digits in quotes, as \"\(example)\"") {
            $0.utf8.count == count && $0.utf8.allSatisfy { (0x30...0x39).contains($0) }
        }
    }
}
