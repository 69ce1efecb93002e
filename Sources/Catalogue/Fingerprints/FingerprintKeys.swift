import Documents
import Model
import Patterns

/// One file of fingerprints.
struct FingerprintFile: Sendable {
    let fingerprints: [Written<Fingerprint>]

    private static let source = YAMLKey.optional("source", .text, "Where the entries come from, for people.")
    private static let fingerprints = YAMLKey.required("fingerprints", FingerprintKeys.shape.someList, "Fingerprints.")

    static let shape = YAMLShape<FingerprintFile>.mapping(
        YAMLMapping("a file of fingerprints", [source.declaration, fingerprints.declaration])
    ) { fields, _ in fields[fingerprints].map(FingerprintFile.init) }
}

/// The keys of a fingerprint.
enum FingerprintKeys {
    static let product = YAMLKey.required("product", .slug, "Id of a product in the catalogue.")
    static let signals = YAMLKey.required(
        "signals", source.someList, "Where it is looked for: 'server header', 'cookie', 'title', 'ssh banner', ...")
    static let pattern = YAMLKey.required(
        "pattern", expression, "Expression in RE2's language, whatever the case; (?P<version>...) takes the version.")
    static let version = YAMLKey.optional("version", .text, "The version this pattern stands for.")
    static let cpe = YAMLKey.optional("cpe", .text, "CPE 2.3 name with {version}; else that of the product.")
    static let purl = YAMLKey.optional("purl", .text, "Package URL with {version}; else that of the product.")
    static let confidence = YAMLKey.required(
        "confidence", YAMLShape<Fingerprint.Strength>.word, "strong: own name in its own field; weak: a sign.")
    static let mark = YAMLKey.required(
        "mark", YAMLShape<Product.Mark>.word, "S: seen at a server or in a source; K: own knowledge, not verified.")
    static let examples = YAMLKey.required("examples", example.someList, "Texts it finds; they are its tests.")
    static let counterexamples = YAMLKey.optional(
        "counterexamples", YAMLShape<String>.text.placed.someList, "Texts that look alike and must not match.")

    static let shape = YAMLShape<Written<Fingerprint>>.written(
        YAMLMapping(
            "a fingerprint",
            [
                product.declaration, signals.declaration, pattern.declaration, version.declaration, cpe.declaration,
                purl.declaration, confidence.declaration, mark.declaration, examples.declaration,
                counterexamples.declaration,
            ])
    ) { fields, log -> Fingerprint? in
        guard let product = fields[product], let signals = fields[signals], let pattern = fields[pattern],
            let strength = fields[confidence], let mark = fields[mark], let examples = fields[examples]
        else { return nil }
        let group = pattern.group(named: "version").map(Fingerprint.VersionPart.group)
        if group != nil, fields.contains(version) {
            log.error(
                at: fields.place(of: version), "the pattern takes a version and one is stated", hint: "leave one out")
        }
        return Fingerprint(
            product: product, sources: signals, pattern: pattern,
            version: fields[version].map(Fingerprint.VersionPart.stated) ?? group ?? .none, cpe: fields[cpe],
            purl: fields[purl], strength: strength, mark: mark, examples: examples,
            counterexamples: fields[counterexamples] ?? [], place: fields.place, series: nil)
    }

    private static let source = YAMLShape<String>.text.map { text, place, log -> String? in
        if SoftwareSignal.sources.contains(text) { return text }
        let isHeader = text.hasSuffix(" header") && text == text.lowercased() && text.utf8.count { $0 == 0x20 } == 1
        if isHeader { return text }
        log.error(
            at: place, "'\(text.excerpt)' is no signal",
            hint: Suggestion.closest(to: text, among: SoftwareSignal.sources).map { "did you mean '\($0)'?" }
                ?? "signals are \(SoftwareSignal.sources.joined(separator: ", ")) and 'NAME header'")
        return nil
    }

    private static let expression = YAMLShape<String>.text.map { text, place, log -> Pattern? in
        do throws(PatternError) {
            let pattern = try Pattern(text, ignoringCase: true)
            guard pattern.match(in: "") == nil else {
                log.error(at: place, "the pattern matches the empty text", hint: "so it would match every text")
                return nil
            }
            return pattern
        } catch {
            log.error(
                at: place, "RE2 does not take the pattern: \(error)",
                hint: "look-around and references back do not exist there: https://github.com/google/re2/wiki/Syntax")
            return nil
        }
    }

    private static let exampleText = YAMLKey.required("text", .text, "As the server says it.")
    private static let exampleVersion = YAMLKey.optional("version", .text, "The version that must be found.")

    private static let example = YAMLShape<Fingerprint.Example>.mapping(
        YAMLMapping("an example", [exampleText.declaration, exampleVersion.declaration])
    ) { fields, _ in
        fields[exampleText].map {
            Fingerprint.Example(text: $0, version: fields[exampleVersion] ?? "", place: fields.place)
        }
    }
}
