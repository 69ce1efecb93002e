import ArgumentParser
import Documents
import Harmonisation
import Model
import Pipeline

struct SoftwareDrift: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "drift", abstract: "The same product configured differently, and versions far apart.",
        usage: "lagebild software drift [--product ID]",
        discussion: """
            EXAMPLES
              lagebild software drift
              lagebild software drift --product openssh --format json

            Compared are TLS (protocol versions, encryption, key exchange, key of the
            certificate) and SSH (key exchange, ciphers, MACs, host keys) of endpoints at
            which the last run saw the product. Skew: days between the first days of the
            oldest and the newest release line seen, as rules/lifecycle knows them.
            '(of 7): 1': one of seven products seen at such endpoints differs.

            EXIT STATUSES
              0 done · 64 usage, or no store yet · 78 fleet file or a file of the rules
              folder invalid
            """)

    @OptionGroup var places: PlaceOptions
    @OptionGroup var format: FormatOptions
    @OptionGroup var language: LanguageOptions
    @Option(help: "Only this product, by its id or name.") var product: String?

    func run() throws {
        let workspace = try places.workspace()
        guard workspace.hasStore else {
            throw PlaceError.missing("no store yet: nothing was seen", hint: "'lagebild scan' makes one")
        }
        let drift = try workspace.drift()
        let product = try product.map { try workspace.product(named: $0, orIn: drift.products) }
        let view = DriftView(drift, product: product, language: language.language(of: workspace.fleet))
        switch format.format {
        case .text: print(view.text)
        case .json:
            Document.print(
                "software-drift",
                [
                    "compared": .integer(view.compared), "configurations": view.configurations,
                    "versions": view.versions,
                ])
        case .csv: view.listing.print(as: .csv)
        }
    }
}
