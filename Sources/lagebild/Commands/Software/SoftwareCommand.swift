import ArgumentParser

struct SoftwareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "software",
        abstract: "Which software the bodies use and how far it is harmonised.",
        discussion: """
            EXAMPLES
              lagebild software compare
              lagebild software list --body lk-cochem-zell
              lagebild software adopt --body nottuln --domain dms
              lagebild software what-if --domain dms --target enaio
              lagebild software drift
              lagebild software catalogue --search infoma
              lagebild software lifecycle php

            The fleet file names usage lists under 'usage' and agreed products under
            'targets'; docs/harmonisation.md defines every figure.

            EXIT STATUSES
              0 done · 64 usage · 78 fleet file or a file of the rules folder invalid
            """,
        subcommands: [
            SoftwareList.self, SoftwareCompare.self, SoftwareDistance.self, SoftwareAdopt.self,
            SoftwareContracts.self, SoftwareWhatIf.self, SoftwareWorklists.self, SoftwareDrift.self,
            SoftwareDepends.self,
            SoftwareCatalogue.self, SoftwareFingerprints.self, SoftwareLifecycle.self,
        ],
        defaultSubcommand: SoftwareCompare.self)
}
