import CRE2

/// An expression in RE2's language: it is matched in time that grows with the text only, whatever the text.
///
/// What RE2 does not know (look-around, references back) is refused when the expression is made.
package final class Pattern: @unchecked Sendable {
    // Proof: `expression` is set once and never changed; RE2 allows matching from any number of threads at once.
    private let expression: OpaquePointer
    package let source: String
    package let ignoresCase: Bool
    /// Groups, not counting the whole match.
    package let groups: Int

    /// Only this much of a text is looked at.
    package static let longestText = 8_192
    package static let longestSource = 4_096
    /// Bytes for one expression with its automaton; a repetition of repetitions that needs more is refused.
    static let mostMemory: Int64 = 1_048_576

    package init(_ source: String, ignoringCase: Bool = false) throws(PatternError) {
        guard source.utf8.count <= Pattern.longestSource else {
            throw PatternError(reason: "longer than \(Pattern.longestSource) bytes")
        }
        var reason = [CChar](repeating: 0, count: 200)
        var text = source
        let made = text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { bytes in
                cre2_pattern_new(
                    bytes.baseAddress, bytes.count, ignoringCase, Pattern.mostMemory, &reason, reason.count)
            }
        }
        guard let made else {
            let bytes = reason.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
            throw PatternError(reason: String(decoding: bytes, as: UTF8.self))
        }
        expression = made
        self.source = source
        ignoresCase = ignoringCase
        groups = Int(cre2_pattern_groups(made))
    }

    deinit { cre2_pattern_free(expression) }

    /// The number of a group by its name (`(?P<version>...)`).
    package func group(named name: String) -> Int? {
        let number = Int(cre2_pattern_group(expression, name))
        return number == 0 ? nil : number
    }

    /// The leftmost match in the first `longestText` bytes.
    package func match(in text: String) -> PatternMatch? {
        PatternText(text).withBytes { bytes -> PatternMatch? in
            var bounds = [Int32](repeating: -1, count: 2 * (groups + 1))
            guard cre2_pattern_match(expression, bytes.baseAddress, bytes.count, &bounds, Int32(groups + 1)) else {
                return nil
            }
            let parts = (0...groups).map { group -> String? in
                let (start, end) = (Int(bounds[2 * group]), Int(bounds[2 * group + 1]))
                guard start >= 0 else { return nil }
                return String(
                    decoding: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[start..<end]),
                    as: UTF8.self)
            }
            return PatternMatch(start: Int(bounds[0]), end: Int(bounds[1]), groups: parts)
        }
    }
}

/// Where an expression matched, in bytes, and what its groups took; group 0 is the whole match.
package struct PatternMatch: Sendable, Equatable {
    package let start: Int
    package let end: Int
    package let groups: [String?]
}

/// RE2 does not take an expression; `reason` are its words.
package struct PatternError: Error, Sendable, Equatable, CustomStringConvertible {
    package let reason: String

    package var description: String { reason }
}

/// The bounded beginning of a text, as bytes for C.
struct PatternText {
    private var text: String

    init(_ text: String) { self.text = text }

    func withBytes<Answer>(_ body: (UnsafeBufferPointer<CChar>) -> Answer) -> Answer {
        var text = text
        return text.withUTF8 { bytes in
            UnsafeBufferPointer(rebasing: bytes.prefix(Pattern.longestText))
                .withMemoryRebound(to: CChar.self, body)
        }
    }
}
