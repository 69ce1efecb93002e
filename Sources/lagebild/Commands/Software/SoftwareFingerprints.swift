import ArgumentParser
import Catalogue
import Documents
import Model
import Pipeline

struct SoftwareFingerprints: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fingerprints",
        abstract: "List and test what tells products apart.",
        discussion: """
            EXAMPLES
              lagebild software fingerprints list --product typo3
              lagebild software fingerprints test
              lagebild software fingerprints test --fingerprints recog/xml

            EXIT STATUSES
              0 done · 64 usage · 78 a file is invalid or an example fails
            """,
        subcommands: [SoftwareFingerprintsList.self, SoftwareFingerprintsTest.self],
        defaultSubcommand: SoftwareFingerprintsList.self)
}

/// Folders of Recog files beside the shipped fingerprints.
struct FingerprintOptions: ParsableArguments {
    @Option(name: .customLong("fingerprints"), help: "Folder of Recog XML files to use as well; repeatable.")
    var folders: [String] = []
}

struct SoftwareFingerprintsList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Every fingerprint with signal and pattern.",
        usage: "lagebild software fingerprints list [--product PRODUCT] [--signal SIGNAL]",
        discussion: """
            EXAMPLES
              lagebild software fingerprints list --signal "server header"

            EXIT STATUSES
              0 done · 64 usage · 78 a file is invalid
            """)

    @OptionGroup var places: RuleOptions
    @OptionGroup var own: FingerprintOptions
    @OptionGroup var format: FormatOptions
    @Option(help: "Only this product.") var product: String?
    @Option(help: "Only this signal: 'server header', cookie, title, 'ssh banner', ...") var signal: String?

    func run() throws {
        var software = places.places.software
        software.recog = own.folders
        let catalogue = try software.catalogue()
        let all =
            try software.fingerprints(for: catalogue).fingerprints
            + software.recogFiles(for: catalogue).flatMap(\.fingerprints)
        if let product, !all.contains(where: { $0.product == product }) {
            let hint = closestWord(to: product, among: all.map(\.product)).map { "did you mean '\($0)'?" }
            throw PlaceError.missing("no fingerprint for '\(product)'", hint: hint ?? "leave --product out for all")
        }
        let found = all.filter { fingerprint in
            (product ?? fingerprint.product) == fingerprint.product
                && (signal.map(fingerprint.sources.contains) ?? true)
        }
        let columns = ["product", "confidence", "mark", "signals", "pattern", "cpe", "purl"]
        // The terminal shows what fits; JSON and CSV hold the identifiers as well.
        let shown = format.format == .text ? columns.count - 2 : columns.count
        Listing(
            name: "fingerprints", columns: Array(columns.prefix(shown)),
            rows: found.map { fingerprint -> [JSONValue] in
                let cells: [JSONValue] = [
                    .string(fingerprint.product), .string(fingerprint.strength.rawValue),
                    .string(fingerprint.mark.rawValue), .string(fingerprint.sources.joined(separator: ", ")),
                    .string(fingerprint.pattern.source), catalogue.cpe(of: fingerprint).map { .string($0) } ?? .null,
                    catalogue.purl(of: fingerprint).map { .string($0) } ?? .null,
                ]
                return Array(cells.prefix(shown))
            }
        ).print(as: format.format)
    }
}

struct SoftwareFingerprintsTest: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test", abstract: "Run the examples of fingerprints.",
        usage: "lagebild software fingerprints test [--fingerprints FOLDER ...]",
        discussion: """
            EXAMPLES
              lagebild software fingerprints test
              lagebild software fingerprints test --fingerprints recog/xml

            Also read: the catalogue and the lifecycles the products name.

            EXIT STATUSES
              0 all pass · 78 a file is invalid or an example fails
            """)

    @OptionGroup var places: RuleOptions
    @OptionGroup var own: FingerprintOptions

    func run() throws {
        var software = places.places.software
        software.recog = own.folders
        let catalogue = try software.catalogue()
        _ = try software.lifecycles(for: catalogue)
        let shipped = try software.fingerprints(for: catalogue)
        var failed = report(shipped, "shipped")
        for (folder, file) in zip(own.folders, try software.recogFiles(for: catalogue)) {
            for diagnostic in file.refused { say(printable("\(diagnostic)")) }
            let hasFailed = report(FingerprintSet(file.fingerprints), folder)
            if !file.refused.isEmpty { print("\(count(file.refused.count, "fingerprint")) of \(folder) left out") }
            failed = failed || hasFailed
        }
        if failed { throw ExitStatus.invalid.code }
    }

    private func report(_ set: FingerprintSet, _ name: String) -> Bool {
        let trial = FingerprintTrial(set)
        for failure in trial.failures { say(printable("\(failure)")) }
        let products = Set(set.fingerprints.map(\.product)).count
        print(
            "\(name): \(trial.examples) examples of \(count(set.fingerprints.count, "fingerprint")) for"
                + " \(count(products, "product")), \(trial.failures.count) failed")
        return !trial.failures.isEmpty
    }
}
