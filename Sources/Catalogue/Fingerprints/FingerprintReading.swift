import Documents
import Model

extension FingerprintSet {
    /// Reads the folder of fingerprints (`rules/fingerprints`), each for a product of the catalogue; `nil` where
    /// something is wrong, which the log then says.
    package static func read(from folder: String, for catalogue: Catalogue, _ log: DiagnosticLog) -> FingerprintSet? {
        let own = DiagnosticLog()
        let written = DataFolder.read(folder, as: FingerprintFile.shape, own).flatMap(\.fingerprints)
        checkProducts(written, catalogue, own)
        checkRepetitions(written, own)
        own.diagnostics.forEach(log.report)
        return own.hasErrors ? nil : FingerprintSet(written.map(\.value))
    }

    private static func checkProducts(
        _ written: [Written<Fingerprint>], _ catalogue: Catalogue, _ log: DiagnosticLog
    ) {
        for fingerprint in written where catalogue.product(fingerprint.value.product) == nil {
            let product = fingerprint.value.product
            log.error(
                at: fingerprint.fields.place(of: FingerprintKeys.product), "the catalogue has no product '\(product)'",
                hint: Suggestion.hint(for: product, among: catalogue.products.map(\.id))
                    ?? "'lagebild software catalogue' lists them all")
        }
    }

    private static func checkRepetitions(_ written: [Written<Fingerprint>], _ log: DiagnosticLog) {
        var places: [[String]: Place] = [:]
        for fingerprint in written {
            for source in fingerprint.value.sources {
                let key = [fingerprint.value.product, source, fingerprint.value.pattern.source]
                if let first = places[key] {
                    log.error(at: fingerprint.place, "the same pattern is there already: \(first)")
                } else {
                    places[key] = fingerprint.place
                }
            }
        }
    }
}

/// Runs the examples of fingerprints: they are their tests.
package struct FingerprintTrial: Sendable {
    /// Examples and counter-examples that were asked.
    package let examples: Int
    package let failures: [Diagnostic]

    package init(_ set: FingerprintSet) {
        var failures: [Diagnostic] = []
        var examples = 0
        for fingerprint in set.fingerprints {
            for example in fingerprint.examples {
                examples += 1
                if let fault = Self.fault(of: example, fingerprint, in: set) { failures.append(fault) }
            }
            for text in fingerprint.counterexamples {
                examples += 1
                guard fingerprint.pattern.match(in: text.value) != nil else { continue }
                failures.append(
                    Diagnostic(at: text.place, "'\(text.value.excerpt)' is taken for \(fingerprint.product)"))
            }
        }
        self.examples = examples
        self.failures = failures
    }

    /// The whole set is asked, as a scan would: what one fingerprint finds another must not take away.
    private static func fault(
        of example: Fingerprint.Example, _ fingerprint: Fingerprint, in set: FingerprintSet
    ) -> Diagnostic? {
        guard let version = fingerprint.version(in: example.text) else {
            return Diagnostic(
                at: example.place, "'\(example.text.excerpt)' is not recognised as \(fingerprint.product)",
                hint: "the pattern is \(fingerprint.pattern.source.excerpt)")
        }
        if let expected = example.version, version != expected {
            return Diagnostic(
                at: example.place, "'\(example.text.excerpt)': expected version '\(expected)', found '\(version)'")
        }
        let isFound = fingerprint.sources.allSatisfy { source in
            set.recognise([SoftwareSignal(source, example.text)]).contains {
                $0.product == fingerprint.product && (version.isEmpty || $0.version == version)
            }
        }
        return isFound || fingerprint.series != nil
            ? nil
            : Diagnostic(at: example.place, "'\(example.text.excerpt)': another fingerprint hides the version")
    }
}
