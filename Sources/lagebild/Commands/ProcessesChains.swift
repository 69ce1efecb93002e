import ArgumentParser
import Documents
import Harmonisation
import Pipeline

struct ProcessesChains: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "chains", abstract: "Chains of systems work passes through, and their weakest link.",
        usage: "lagebild processes chains [--format text|json]",
        discussion: """
            EXAMPLES
              lagebild processes chains --config examples/postbearbeitung/fleet.yaml
              lagebild processes chains --format json

            The fleet file names the links under 'chains'. A link holds at a body
            where a product is in use whose support has not ended, no urgent finding
            is open at its hosts and the contract runs for more than a year. The
            weakest link holds for the fewest bodies; among equals the one in the
            worst state, then the earlier one. What nobody said does not hold.

            EXIT STATUSES
              0 done · 64 usage · 78 fleet or rule file invalid
            """)

    @OptionGroup var places: PlaceOptions
    @OptionGroup var format: DocumentOptions

    func run() throws {
        let chains = try places.workspace().chains()
        if format.isJSON {
            Document.print("chains", ["chains": .array(chains.map(\.json))])
        } else if chains.isEmpty {
            print("The fleet file names no chains.")
        } else {
            print(chains.map { ChainView($0).text }.joined(separator: "\n\n"))
        }
    }
}
