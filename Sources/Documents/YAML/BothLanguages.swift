import Model

/// A text in German and English: `{de: Finanzwesen, en: Finance}`.
package enum BothLanguages {
    private static let german = YAMLKey.required("de", .text, "German text.")
    private static let english = YAMLKey.required("en", .text, "English text.")

    package static let shape = YAMLShape<LocalizedText>.mapping(
        YAMLMapping("a text in both languages", [german.declaration, english.declaration])
    ) { fields, _ in
        guard let german = fields[german], let english = fields[english] else { return nil }
        return LocalizedText(de: german, en: english)
    }
}
