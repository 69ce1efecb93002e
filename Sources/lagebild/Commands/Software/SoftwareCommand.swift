import ArgumentParser

struct SoftwareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "software",
        abstract: "The software catalogue: products, fingerprints, ends of support.",
        discussion: """
            EXAMPLES
              lagebild software catalogue --search infoma
              lagebild software fingerprints test
              lagebild software lifecycle php

            EXIT STATUSES
              0 done · 64 usage · 78 a file of the rules folder is invalid
            """,
        subcommands: [SoftwareCatalogue.self, SoftwareFingerprints.self, SoftwareLifecycle.self])
}
