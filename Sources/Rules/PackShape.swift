import Documents
import Model

/// What stands in a `pack.yaml`.
enum PackShape {
    private static let name = YAMLKey.required("name", .slug, "The name of the folder.")
    private static let version = YAMLKey.required(
        "version", .integer(in: 1...10_000), "Goes up by one whenever a rule is added, changed or retired.")
    private static let isDefault = YAMLKey.optional(
        "default", YAMLShape<Bool>.boolean, "true: used where a fleet names no packs.")
    private static let title = YAMLKey.required("title", CommonShapes.texts, "Name for people.")
    private static let summary = YAMLKey.required(
        "summary", CommonShapes.texts, "One line: what it judges by whose words.")
    private static let sources = YAMLKey.required("sources", CommonShapes.references, "Documents it rests on.")
    private static let changelog = YAMLKey.required("changelog", change.list, "What each version brought.")

    static let pack = YAMLShape<RulePack>.mapping(
        YAMLMapping(
            "a rule pack",
            [
                name.declaration, version.declaration, isDefault.declaration, title.declaration, summary.declaration,
                sources.declaration, changelog.declaration,
            ])
    ) { fields, log in
        guard let name = fields[name], let version = fields[version], let title = fields[title],
            let summary = fields[summary], let sources = fields[sources], let changelog = fields[changelog]
        else { return nil }
        if changelog.map(\.version).max() != version {
            log.error(
                at: fields.place(of: Self.changelog), "the changelog does not end with version \(version)",
                hint: "add an entry for version \(version)")
        }
        return RulePack(
            name: name, version: version, isDefault: fields[isDefault] ?? false, title: title, summary: summary,
            sources: sources, changelog: changelog,
            place: fields.place)
    }

    private static let date = YAMLKey.required("date", YAMLShape<Day>.day, "When it came out.")
    private static let text = YAMLKey.required("text", CommonShapes.texts, "What changed.")

    private static let change = YAMLShape<RulePack.Change>.mapping(
        YAMLMapping("a change", [version.declaration, date.declaration, text.declaration])
    ) { fields, _ in
        guard let version = fields[version], let date = fields[date], let text = fields[text] else { return nil }
        return RulePack.Change(version: version, date: date, text: text)
    }
}

/// Shapes that packs and rules share.
enum CommonShapes {
    static let texts = BothLanguages.shape

    private static let document = YAMLKey.required("document", .text, "RFC 8996, BSI TR-02102-2, ...")
    private static let edition = YAMLKey.optional("edition", .text, "Edition or date of the document.")
    private static let section = YAMLKey.optional("section", .text, "Where in the document.")
    private static let url = YAMLKey.optional("url", .text, "Where it can be read.")

    private static let reference = YAMLShape<RuleText.Reference>.mapping(
        YAMLMapping(
            "a reference", [document.declaration, edition.declaration, section.declaration, url.declaration])
    ) { fields, log in
        guard let name = fields[document] else { return nil }
        if name.hasPrefix("BSI"), !fields.contains(edition) {
            log.error(
                at: fields.place(of: document), "the reference to '\(name)' lacks its edition",
                hint: "BSI documents change every year: edition: 2026-01")
        }
        return RuleText.Reference(
            document: name, edition: fields[edition], section: fields[section], url: fields[url])
    }

    /// At least one document.
    static let references = reference.list.map { list, place, log -> [RuleText.Reference]? in
        if list.isEmpty { log.error(at: place, "there is no reference", hint: "[{document: RFC 8996}]") }
        return list
    }
}
