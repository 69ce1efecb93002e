import ArgumentParser
import Documents
import Model
import Pipeline
import Rules

struct RulesEvidence: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evidence", abstract: "What the last run can support of controls and checklists.",
        usage: "lagebild rules evidence [CONTROL ...] [--framework FRAMEWORK]",
        discussion: """
            EXAMPLES
              lagebild rules evidence APP.3.2.A11 KONF.14.1.1
              lagebild rules evidence Serversysteme --lang de
              lagebild rules evidence --framework wiba --format csv

            It is evidence for people to judge, never a statement of compliance.

            EXIT STATUSES
              0 done · 64 usage, or no finished run yet · 78 fleet or rule file invalid
            """)

    @OptionGroup var places: PlaceOptions
    @OptionGroup var format: FormatOptions
    @OptionGroup var language: LanguageOptions
    @Argument(help: "Controls or WiBA checklists; else all.") var controls: [String] = []
    @Option(help: "grundschutz-2023, grundschutz-plus-plus or wiba.") var framework: Control.Framework?

    func run() throws {
        let workspace = try places.workspace()
        let list = try workspace.evidence(of: controls, framework: framework)
        let view = EvidenceView(
            list, catalogue: workspace.rules.catalogue, language: language.language(of: workspace.fleet))
        switch format.format {
        case .text: view.show()
        case .json: Document.print("evidence", members: view.document)
        case .csv:
            say(ControlEvidence.statement[language.language(of: workspace.fleet)])
            view.listing.print(as: .csv)
        }
    }
}

extension Control.Framework: ExpressibleByArgument {
    /// On the command line words are joined by dashes.
    public init?(argument: String) {
        guard let found = Self.allCases.first(where: { $0.word == argument }) else { return nil }
        self = found
    }

    public static var allValueStrings: [String] { allCases.map(\.word) }

    private var word: String { rawValue.replacing("_", with: "-") }

    /// The name people know it by.
    var title: String {
        switch self {
        case .grundschutz2023: "IT-Grundschutz 2023"
        case .grundschutzPlusPlus: "Grundschutz++"
        case .wiba: "WiBA"
        }
    }
}
