import Catalogue
import Documents
import Harmonisation
import Inventory
import Model

extension Workspace {
    /// What the bodies run by their usage lists alone, today.
    var listed: SoftwareComparison { fleet.comparison(on: now.day) }

    /// What the bodies run by their usage lists and, where those say nothing, by imported lists, today.
    package func declared() throws -> SoftwareComparison {
        fleet.comparison(on: now.day, imported: try importedUsages())
    }

    /// A cooperation is the fleet's; naming another one is a mistake.
    package func requireCooperation(_ id: String?) throws {
        guard let id, id != fleet.cooperation.id else { return }
        throw PlaceError.missing(
            "\(fleetFile) is about the cooperation '\(fleet.cooperation.id)', not '\(id.excerpt)'",
            hint: "name its fleet file with --config")
    }

    package func requireDomain(_ id: String?) throws {
        guard let id else { return }
        let domains = try declared().domains
        guard !domains.contains(id) else { return }
        throw PlaceError.missing(
            "no list and no target names the domain '\(id.excerpt)'",
            hint: Suggestion.hint(for: id, among: domains) ?? "the fleet file names usage lists under 'usage'")
    }

    /// Names of the software domains of catalogue and fleet, by their ids.
    package func domainNames() throws -> [String: LocalizedText] {
        try software.catalogue().domainNames(with: fleet)
    }

    /// The catalogue's id of a product, or the name of one that the catalogue does not know and a list or `others` has.
    package func product(named name: String, orIn others: Set<String> = []) throws -> String {
        let catalogue = try software.catalogue()
        if let id = catalogue.id(of: name) { return id }
        let listed = try others.union(
            (fleet.usages + importedUsages()).compactMap(\.product) + fleet.targets.map(\.product))
        guard !listed.contains(name) else { return name }
        throw PlaceError.missing(
            "neither the catalogue nor a list has the product '\(name.excerpt)'",
            hint: Suggestion.hint(for: name, among: catalogue.products.map(\.id) + listed.sorted())
                ?? "'lagebild software catalogue' lists them")
    }

    /// Providers and centres whose own lists say what they depend on.
    package var centres: [String] { fleet.bodies.map(\.id).filter { !fleet.comparedBodies.contains($0) } }

    /// Who depends on whom by the lists and the fleet file, and, where there is a store, on which certificates, keys,
    /// name servers and mail hosts.
    package func dependencies() throws -> DependencyMap {
        DependencyMap(
            listed.providerDependencies(alsoOf: centres) + fleet.serviceDependencies + (try seenDependencies()))
    }
}
