import Model

/// How sure several signals make it that a product runs: the one place that says so.
///
/// Two signals before *certain*: matches in two different sources (a header and a cookie, not two cookies), one of
/// them strong. One strong match, or two weak ones in different sources, is *likely*; one weak match is *possible*.
package enum Corroboration {
    package static func confidence(
        of matches: some Sequence<(source: String, strength: Fingerprint.Strength)>
    ) -> SoftwareConfidence {
        var sources: Set<String> = []
        var hasStrong = false
        for match in matches {
            sources.insert(match.source)
            hasStrong = hasStrong || match.strength == .strong
        }
        return switch (sources.count > 1, hasStrong) {
        case (true, true): .certain
        case (true, false), (false, true): .likely
        case (false, false): .possible
        }
    }
}
