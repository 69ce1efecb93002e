import Documents
import Model
import Patterns

/// How one product shows itself in the signals of one or several sources.
package struct Fingerprint: Sendable {
    /// How much a single match says.
    package enum Strength: String, Sendable, CaseIterable {
        /// The product's own name in a field made for it.
        case strong
        /// A sign others may show too: a cookie's name, a word in a title, a path.
        case weak
    }

    /// A text with what must be found in it; the examples are the fingerprint's tests.
    package struct Example: Sendable {
        package let text: String
        /// Empty where no version is in the text; `nil` where the example does not say.
        package let version: String?
        package let place: Place
    }

    package let product: String
    /// Where it is looked for: `server header`, `cookie`, `ssh banner`, ...
    package let sources: [String]
    package let pattern: Pattern
    /// Where the pattern finds the version.
    package let version: VersionPart
    package let cpe: String?
    package let purl: String?
    package let strength: Strength
    package let mark: Product.Mark
    package let examples: [Example]
    /// Texts that look alike and must not match.
    package let counterexamples: [Placed<String>]
    package let place: Place
    /// Of the fingerprints of one series (a Recog file) only the first that matches counts; `nil`: stands alone.
    package let series: String?

    /// A group of the pattern, a value the entry states, or nothing.
    package enum VersionPart: Sendable, Equatable {
        case group(Int)
        case stated(String)
        case none
    }

    /// The version stated in a text, where the pattern matches it.
    package func version(in text: String) -> String? {
        guard let match = pattern.match(in: text) else { return nil }
        switch version {
        case .group(let number):
            let found = match.groups.indices.contains(number) ? match.groups[number] ?? "" : ""
            return String(found.prefix(Self.longestVersion))
        case .stated(let version): return version
        case .none: return ""
        }
    }

    private static let longestVersion = 60
}
