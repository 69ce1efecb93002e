import Foundation
import Model

/// What two steps have in common when they are the same: the words of the name, however written and ordered, and the kind.
package struct StepKey: Sendable, Hashable, Comparable {
    /// Folded, sorted, each once; without filler words unless there is nothing else.
    package let words: [String]
    package let kind: NodeKind

    package init(_ step: ProcessModel.Node) { self.init(name: step.name, kind: step.kind) }

    package init(name: String, kind: NodeKind) {
        let all = Self.words(of: name)
        let telling = all.filter { !Self.fillers.contains($0) }
        words = Set(telling.isEmpty ? all : telling).sorted()
        self.kind = kind
    }

    /// 1 for equal keys, 0 for names that share at most half their words, else their Dice coefficient; a quarter less
    /// where the kind differs. Symmetric.
    package func likeness(to other: StepKey) -> Double {
        let names = words == other.words ? 1 : dice(with: other)
        guard names > 0.5 else { return 0 }
        return kind == other.kind ? names : names * 0.75
    }

    private func dice(with other: StepKey) -> Double {
        let shared = Set(words).intersection(other.words).count
        return shared == 0 ? 0 : Double(2 * shared) / Double(words.count + other.words.count)
    }

    package static func < (left: StepKey, right: StepKey) -> Bool {
        left.words == right.words
            ? left.kind.rawValue < right.kind.rawValue : left.words.lexicographicallyPrecedes(right.words)
    }

    private static let mostWords = 20

    /// Lower case, umlauts written out, other accents dropped, split at everything that is no letter or digit.
    private static func words(of name: String) -> [String] {
        let german = name.lowercased().replacing("ä", with: "ae").replacing("ö", with: "oe")
            .replacing("ü", with: "ue").replacing("ß", with: "ss")
        let plain = german.folding(options: .diacriticInsensitive, locale: nil)
        return plain.split { !$0.isLetter && !$0.isNumber }.prefix(mostWords).map(String.init)
    }

    private static let fillers: Set<String> = [
        "der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer", "eines", "und", "oder",
        "auf", "aus", "fuer", "von", "vom", "im", "in", "am", "an", "zu", "zur", "zum", "mit", "bei", "per", "ueber",
        "the", "a", "of", "to", "and", "or", "for", "on", "at", "by", "with", "from",
    ]
}
