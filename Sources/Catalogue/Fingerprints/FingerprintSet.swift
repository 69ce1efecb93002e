import Documents
import Model
import Patterns

/// Fingerprints ready to be asked: all patterns of a source in one pass over a text.
package struct FingerprintSet: SoftwareRecogniser {
    package let fingerprints: [Fingerprint]
    private let bySource: [String: Source]

    private struct Source: Sendable {
        let fingerprints: [Fingerprint]
        let patterns: PatternSet
    }

    package init(_ fingerprints: [Fingerprint]) {
        self.fingerprints = fingerprints
        var lists: [String: [Fingerprint]] = [:]
        for fingerprint in fingerprints {
            for source in fingerprint.sources { lists[source, default: []].append(fingerprint) }
        }
        bySource = lists.mapValues { Source(fingerprints: $0, patterns: PatternSet($0.map(\.pattern))) }
    }

    package static let none = FingerprintSet([])

    /// What a signal says, in the order of the fingerprints.
    package func matches(of signal: SoftwareSignal) -> [Match] {
        guard let source = bySource[signal.source] else { return [] }
        var series: Set<String> = []
        return source.patterns.matching(signal.text).compactMap { number in
            let fingerprint = source.fingerprints[number]
            if let name = fingerprint.series, !series.insert(name).inserted { return nil }
            guard let version = fingerprint.version(in: signal.text) else { return nil }
            return Match(fingerprint: fingerprint, signal: signal, version: version)
        }
    }

    /// A fingerprint found in a signal.
    package struct Match: Sendable {
        package let fingerprint: Fingerprint
        package let signal: SoftwareSignal
        package let version: String

        var evidence: String { "\(signal.source): \(signal.text.prefix(Self.longestEvidence))" }

        private static let longestEvidence = 500
    }

    /// Every product named in the signals, once for each version stated.
    package func recognise(_ signals: [SoftwareSignal]) -> [SoftwareSighting] {
        let all = signals.prefix(Self.mostSignals).flatMap(matches(of:))
        return Dictionary(grouping: all, by: \.fingerprint.product).flatMap { product, matches in
            sightings(of: product, matches)
        }.sorted { ($0.product, $0.version) < ($1.product, $1.version) }
    }

    private static let mostSignals = 400

    private func sightings(of product: String, _ matches: [Match]) -> [SoftwareSighting] {
        let signals = matches.reduce(into: Corroboration()) {
            $0.add($1.signal.source, isStrong: $1.fingerprint.strength == .strong)
        }
        let stated = Set(matches.map(\.version)).subtracting([""])
        return (stated.isEmpty ? [""] : stated.sorted()).compactMap { version in
            guard let saying = matches.first(where: { $0.version == version }) else { return nil }
            return SoftwareSighting(
                product: product, version: version, evidence: saying.evidence, signals: signals)
        }
    }
}
