import Documents
import Model

extension Catalogue {
    /// Reads the catalogue's folder (`rules/catalogue`); `nil` where something is wrong, which the log then says.
    package static func read(from folder: String, _ log: DiagnosticLog) -> Catalogue? {
        let own = DiagnosticLog()
        let files = DataFolder.read(folder, as: CatalogueFile.shape, own)
        let catalogue = CatalogueCheck(files, own).catalogue
        own.diagnostics.forEach(log.report)
        return own.hasErrors ? nil : catalogue
    }
}

/// What no single file can know: ids, names and domains over all of them.
struct CatalogueCheck {
    private let domains: [Placed<ProductDomain>]
    private let products: [Written<Product>]
    private let log: DiagnosticLog

    init(_ files: [CatalogueFile], _ log: DiagnosticLog) {
        domains = files.flatMap(\.domains)
        products = files.flatMap(\.products)
        self.log = log
    }

    /// The catalogue of these files; the log says what is wrong with it.
    var catalogue: Catalogue {
        checkUnique(domains.map { ($0.value.id, $0.place) }, "the domain")
        checkUnique(products.map { ($0.value.id, $0.fields.place(of: ProductKeys.id)) }, "the product")
        for product in products { checkDomains(of: product) }
        checkNames()
        checkIdentifiers(ProductKeys.cpe)
        checkIdentifiers(ProductKeys.purl)
        return Catalogue(domains: domains.map(\.value), products: products.map(\.value))
    }

    private func checkUnique(_ ids: [(id: String, place: Place)], _ what: String) {
        var places: [String: Place] = [:]
        for (id, place) in ids {
            if let first = places[id] {
                log.error(
                    at: place, "\(what) '\(id)' is there already: \(first)", hint: "merge the two, or name another id")
            } else {
                places[id] = place
            }
        }
    }

    private func checkDomains(of product: Written<Product>) {
        let known = domains.map(\.value.id)
        var seen: Set<String> = []
        for domain in product.fields[ProductKeys.domains] ?? [] {
            if !known.contains(domain.value) {
                log.error(
                    at: domain.place, "there is no software domain '\(domain.value.excerpt)'",
                    hint: Suggestion.hint(for: domain.value, among: known) ?? "domains.yaml lists them all")
            } else if !seen.insert(domain.value).inserted {
                log.error(at: domain.place, "'\(domain.value)' is named twice")
            }
        }
    }

    /// Two products by one name could never be told apart in a list somebody brings.
    private func checkNames() {
        var owners: [String: (product: String, place: Place)] = [:]
        for product in products {
            let name = Placed(product.value.name, at: product.fields.place(of: ProductKeys.name))
            for alias in [name] + (product.fields[ProductKeys.aliases] ?? []) {
                let key = NameKey(alias.value).compact
                if key.isEmpty {
                    log.error(at: alias.place, "'\(alias.value.excerpt)' holds neither letters nor digits")
                } else if let owner = owners[key] {
                    log.error(
                        at: alias.place,
                        owner.product == product.value.id
                            ? "'\(alias.value.excerpt)' reads like another name of the same product: \(owner.place)"
                            : "'\(alias.value.excerpt)' is a name of '\(owner.product)' already: \(owner.place)",
                        hint: "case, umlauts, spaces and punctuation do not tell names apart; leave one out")
                } else {
                    owners[key] = (product.value.id, alias.place)
                }
            }
        }
    }

    private func checkIdentifiers(_ key: YAMLKey<[Placed<String>]>) {
        var owners: [String: String] = [:]
        for product in products {
            for identifier in product.fields[key] ?? [] {
                if let owner = owners.updateValue(product.value.id, forKey: identifier.value) {
                    log.error(at: identifier.place, "'\(identifier.value.excerpt)' names '\(owner)' already")
                }
            }
        }
    }
}
