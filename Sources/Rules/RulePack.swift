import Documents
import Model

/// A versioned set of rules with one point of view: one folder below `rules/`.
package struct RulePack: Sendable {
    /// What one version brought.
    package struct Change: Sendable, Equatable {
        package let version: Int
        package let date: Day
        package let text: LocalizedText
    }

    package let name: String
    package let version: Int
    /// Used where a fleet names no packs.
    package let isDefault: Bool
    package let title: LocalizedText
    /// One line: what the pack judges and by whose words.
    package let summary: LocalizedText
    /// The documents it rests on.
    package let sources: [RuleText.Reference]
    package let changelog: [Change]
    package let place: Place
    /// What it was read from.
    package var source = PackSource(folder: "", texts: [:])
}
