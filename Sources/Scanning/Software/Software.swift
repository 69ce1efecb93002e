/// Recognises products in what servers say of themselves. Time grows with the length of the text only.
enum Software {
    /// Every product named in the signals, once for each version stated; two signals of one product make it certain.
    static func recognised(in signals: [SoftwareSignal]) -> [SoftwareFact] {
        var sightings: [String: [Sighting]] = [:]
        for sighting in signals.flatMap(sightings(in:)) { sightings[sighting.product, default: []].append(sighting) }
        return sightings.values.flatMap(facts(of:)).sorted { ($0.product, $0.version) < ($1.product, $1.version) }
    }

    private struct Sighting {
        let product: String
        let version: String
        let signal: SoftwareSignal
        let confidence: SoftwareSignature.Confidence

        var evidence: String { "\(signal.source.rawValue): \(signal.text)" }
    }

    /// At every beginning of a word the longest signature wins, so that `Apache-Coyote` is not the Apache web server.
    private static func sightings(in signal: SoftwareSignal) -> [Sighting] {
        let original = Array(signal.text.utf8)
        let text = original.map(\.lowered)
        let signatures = SoftwareSignatures.all.filter { $0.sources.contains(signal.source) }
        var found: [Sighting] = []
        var position = 0
        while position < text.count {
            defer { position += 1 }
            guard position == 0 || !(text[position - 1].isLetter || text[position - 1].isDigit) else { continue }
            let matching = signatures.filter { $0.matches(text, at: position) }
            guard let best = matching.max(by: { $0.length < $1.length }) else { continue }
            let end = position + best.length
            found.append(
                Sighting(
                    product: best.product, version: SoftwareSignature.version(in: original, from: end), signal: signal,
                    confidence: best.confidence))
            position = max(position, end - 1)
        }
        return found
    }

    private static func facts(of sightings: [Sighting]) -> [SoftwareFact] {
        guard let first = sightings.first else { return [] }
        let versions = Set(sightings.map(\.version)).subtracting([""])
        let sources = Set(sightings.map(\.signal.source))
        let best = sightings.map(\.confidence).max() ?? first.confidence
        let confidence = sources.count > 1 ? .certain : best
        return (versions.isEmpty ? [""] : versions.sorted()).map { version in
            let saying = sightings.first { $0.version == version } ?? first
            return SoftwareFact(
                product: first.product, version: version, evidence: saying.evidence, confidence: confidence.rawValue)
        }
    }
}
