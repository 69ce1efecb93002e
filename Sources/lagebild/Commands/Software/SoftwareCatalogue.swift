import ArgumentParser
import Catalogue
import Documents
import Model
import Pipeline

struct SoftwareCatalogue: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "catalogue",
        abstract: "The products known, what they are for and by which names.",
        usage: "lagebild software catalogue [--domain DOMAIN] [--search TEXT] [--name NAME]",
        discussion: """
            EXAMPLES
              lagebild software catalogue --domains
              lagebild software catalogue --domain dms --lang en
              lagebild software catalogue --search prosoz
              lagebild software catalogue --name "Infoma newsystem 23.1" --vendor Axians

            Mark S: vendor and product were seen in a source; K: own knowledge, not verified.

            EXIT STATUSES
              0 done · 64 usage, no such domain, nothing found · 78 the catalogue is invalid
            """)

    @OptionGroup var places: RuleOptions
    @OptionGroup var format: FormatOptions
    @OptionGroup var language: RuleLanguage
    @Flag(help: "List the software domains instead.") var domains = false
    @Option(help: "Only products of this software domain.") var domain: String?
    @Option(help: "Only products with this text in id, name, vendor or alias.") var search: String?
    @Option(help: "Which product this name from a list means.") var name: String?
    @Option(help: "With --name: the vendor the list names.") var vendor: String?

    func validate() throws {
        guard vendor == nil || name != nil else { throw ValidationError("--vendor goes with --name") }
        guard [domains, domain != nil || search != nil, name != nil].count(where: { $0 }) <= 1 else {
            throw ValidationError("--domains, --name, and --domain or --search exclude each other")
        }
    }

    func run() throws {
        let catalogue = try places.places.software.catalogue()
        if domains { return listDomains(catalogue) }
        if let name { return try show(catalogue.normalise(RawSoftware(name: name, vendor: vendor)), of: name) }
        try list(catalogue)
    }

    private func listDomains(_ catalogue: Catalogue) {
        Listing(
            name: "software-domains", list: "domains", columns: ["domain", "products", "name"],
            rows: catalogue.domains.map { domain in
                [
                    .string(domain.id), .integer(catalogue.products(in: domain.id).count),
                    .string(domain.name[language.lang]),
                ]
            }
        ).print(as: format.format)
    }

    private func list(_ catalogue: Catalogue) throws {
        if let domain, catalogue.domain(domain) == nil {
            throw PlaceError.missing(
                "no software domain '\(domain)'",
                hint: closestWord(to: domain, among: catalogue.domains.map(\.id)).map { "did you mean '\($0)'?" }
                    ?? "'lagebild software catalogue --domains' lists them all")
        }
        let found = (search.map(catalogue.products(matching:)) ?? catalogue.products).filter { product in
            domain.map(product.domains.contains) ?? true
        }
        if found.isEmpty, let search {
            throw PlaceError.missing("no product has '\(search)' in a name", hint: "try a shorter part of it")
        }
        Listing(
            name: "software-catalogue", list: "products", columns: ["product", "domain", "mark", "name", "vendor"],
            rows: found.map { product in
                [
                    .string(product.id), .string(product.domains.joined(separator: " ")),
                    .string(product.mark.rawValue), .string(product.name), .string(product.vendor),
                ]
            }
        ).print(as: format.format)
    }

    private func show(_ found: NormalisedSoftware, of name: String) throws {
        if format.format == .text, found.product == nil {
            print("'\(printable(name))' is no product of the catalogue.")
            for near in found.nearDuplicates { print("  similar: \(near.name) (\(near.product))") }
            return
        }
        let near = found.nearDuplicates.map { JSONValue.string($0.product) }
        Listing(
            name: "software-name", list: "names", columns: ["name", "product", "way", "version", "similar"],
            rows: [
                [
                    .string(name), found.product.map { .string($0) } ?? .null,
                    found.way.map { .string($0.rawValue) } ?? .null, .string(found.version), .array(near),
                ]
            ]
        ).print(as: format.format)
    }
}
