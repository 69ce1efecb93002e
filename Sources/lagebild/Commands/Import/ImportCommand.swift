import ArgumentParser

struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Software lists and inventories of other tools.",
        discussion: """
            EXAMPLES
              lagebild import software.xlsx --body lk-cochem-zell --dry-run
              lagebild import software.xlsx --body lk-cochem-zell
              lagebild import bom.json pc-17.ocs --body lk-cochem-zell
              lagebild import list
              lagebild import undo I-3

            EXIT STATUSES
              0 done · 64 usage · 65 nothing could be read, or rows refused under
              --strict · 75 another run holds the store · 78 fleet or mapping file
              invalid
            """,
        subcommands: [ImportFiles.self, ImportList.self, ImportUndo.self, ImportRenormalise.self],
        defaultSubcommand: ImportFiles.self)
}
