import Documents
import Model

/// One file of the catalogue: domains, products, or both.
struct CatalogueFile: Sendable {
    let domains: [Placed<ProductDomain>]
    let products: [Written<Product>]

    private static let source = YAMLKey.optional("source", .text, "Where the entries come from, for people.")
    private static let domains = YAMLKey.optional(
        "domains", YAMLShape<[Placed<ProductDomain>]>.table(keyedBy: .slug, of: domain), "Software domains by id.")
    private static let products = YAMLKey.optional("products", ProductKeys.shape.someList, "Products.")

    static let shape = YAMLShape<CatalogueFile>.mapping(
        YAMLMapping("a file of the catalogue", [source.declaration, domains.declaration, products.declaration])
    ) { fields, log in
        if !fields.contains(domains), !fields.contains(products) {
            log.error(at: fields.place, "the file names neither domains nor products")
        }
        return CatalogueFile(domains: fields[domains] ?? [], products: fields[products] ?? [])
    }

    @Sendable private static func domain(_ id: Placed<String>) -> YAMLShape<Placed<ProductDomain>> {
        BothLanguages.shape.map { name, _, _ in Placed(ProductDomain(id: id.value, name: name), at: id.place) }
    }
}

/// The keys of a product.
enum ProductKeys {
    static let id = YAMLKey.required("id", .slug, "What facts, lists and rules call it; never changes.")
    static let name = YAMLKey.required("name", .text, "As its makers write it.")
    static let vendor = YAMLKey.required("vendor", .text, "Who makes it today.")
    static let aliases = YAMLKey.optional("aliases", YAMLShape<String>.text.placed.someList, "Other names, former too.")
    static let domains = YAMLKey.required(
        "domains", YAMLShape<String>.text.placed.someList, "What it is for; the main one first.")
    static let cpe = YAMLKey.optional("cpe", cpePrefix.placed.someList, "CPE 2.3 up to the product; unverified.")
    static let purl = YAMLKey.optional("purl", packageURL.placed.someList, "Package URL without version; unverified.")
    static let lifecycle = YAMLKey.optional("lifecycle", .slug, "Its name in the lifecycle data.")
    static let mark = YAMLKey.required(
        "mark", YAMLShape<Product.Mark>.word, "S: seen in a source; K: own knowledge, not verified.")
    static let note = YAMLKey.optional("note", BothLanguages.shape, "What one should know about it.")

    static let shape = YAMLShape<Written<Product>>.written(
        YAMLMapping(
            "a product",
            [
                id.declaration, name.declaration, vendor.declaration, aliases.declaration, domains.declaration,
                cpe.declaration, purl.declaration, lifecycle.declaration, mark.declaration, note.declaration,
            ])
    ) { fields, _ -> Product? in
        guard let id = fields[id], let name = fields[name], let vendor = fields[vendor], let domains = fields[domains],
            let mark = fields[mark]
        else { return nil }
        return Product(
            id: id, name: name, vendor: vendor, aliases: (fields[aliases] ?? []).map(\.value),
            domains: domains.map(\.value), cpe: (fields[cpe] ?? []).map(\.value),
            purl: (fields[purl] ?? []).map(\.value), lifecycle: fields[lifecycle], mark: mark, note: fields[note])
    }

    private static let cpePrefix = YAMLShape<String>.matching(
        pattern: "^cpe:2\\.3:[aho]:[^:]+:[^:]+$", called: "the beginning of a CPE 2.3 name",
        hint: "cpe:2.3:, then a, o or h, vendor and product: cpe:2.3:a:f5:nginx"
    ) { CPEName($0) != nil && $0.utf8.count { $0 == UInt8(ascii: ":") } == 4 }

    private static let packageURL = YAMLShape<String>.matching(
        pattern: "^pkg:[a-z]+/[^@?#]+$", called: "a package URL without version",
        hint: "pkg:, type, name: pkg:deb/nginx or pkg:composer/typo3/cms-core"
    ) { PackageURL($0)?.version.isEmpty == true }
}
