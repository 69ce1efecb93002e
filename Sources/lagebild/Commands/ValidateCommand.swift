import ArgumentParser
import Pipeline

struct ValidateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate",
        abstract: "Check the fleet file and its rules; touch nothing.",
        usage: "lagebild validate [--config FILE] [--strict]",
        discussion: """
            EXAMPLES
              lagebild validate
              lagebild validate --config ikz/fleet.yaml --strict

            Every mistake is named with file, line and column and a way out. With
            --strict a warning counts as an error.

            EXIT STATUSES
              0 valid · 78 invalid
            """)

    @OptionGroup var places: FleetOptions
    @Flag(help: "Treat warnings as errors.") var strict = false

    func run() throws {
        let workspace = try places.workspace()
        if strict, !workspace.warnings.isEmpty { throw ExitStatus.invalid.code }
        let fleet = workspace.fleet
        let bodies = fleet.bodies.count == 1 ? "1 body" : "\(fleet.bodies.count) bodies"
        print(
            "\(workspace.fleetFile): valid: \(bodies) · \(count(fleet.authorisations.count, "authorisation")) · "
                + "\(count(workspace.rules.rules.count, "rule")) in \(count(workspace.rules.packs.count, "pack"))")
    }
}
