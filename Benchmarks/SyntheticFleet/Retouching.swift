import Model

/// Small changes to a portrait, as servers make them over night.
struct Retouching {
    private let facts: Facts
    private let vocabulary: Vocabulary

    init(_ facts: Facts, _ vocabulary: Vocabulary) {
        self.facts = facts
        self.vocabulary = vocabulary
    }

    /// HSTS switched off, or on.
    func withOtherHeader() -> Facts? {
        guard let headers = facts.rows["http_header"] else { return nil }
        let name = vocabulary.known("http_header").position("name")
        let others = headers.filter { $0.text(name) != "strict-transport-security" }
        vocabulary.require("http_header", columns: ["name", "value"])
        let added = FactRow([.text("strict-transport-security"), .text("max-age=31536000")])
        return replacing("http_header", by: others.count < headers.count ? others : headers + [added])
    }

    /// Every version that is told, one higher in its last number, wherever it is told.
    func updated() -> Facts? {
        let version = vocabulary.known("software").position("version")
        let versions = (facts.rows["software"] ?? []).map { $0.text(version) }.filter { !$0.isEmpty }
        guard !versions.isEmpty else { return nil }
        return Facts(
            rows: facts.rows.mapValues { rows in
                rows.map { row in FactRow(row.values.map { versions.reduce($0, Self.raised) }) }
            })
    }

    /// An OCSP response comes with the handshake.
    func stapling() -> Facts? {
        vocabulary.require("ocsp_staple", columns: ["chain", "status", "current", "signature_holds"])
        guard let handshakes = facts.rows["tls_handshake"], let features = facts.rows["tls_feature"] else { return nil }
        let stapled = vocabulary.known("tls_handshake").position("ocsp_stapled")
        let (feature, answer) = (
            vocabulary.known("tls_feature").position("feature"), vocabulary.known("tls_feature").position("answer")
        )
        let staple = FactRow([.integer(0), .text("good"), .boolean(true), .boolean(true)])
        return replacing("tls_handshake", by: handshakes.map { $0.setting(stapled, .boolean(true)) })
            .merging(Facts(rows: ["ocsp_staple": [staple]]))
            .replacing(
                "tls_feature",
                by: features.map { $0.text(feature) == "ocsp_stapling" ? $0.setting(answer, .text("yes")) : $0 })
    }

    private func replacing(_ table: String, by rows: [FactRow]) -> Facts { facts.replacing(table, by: rows) }

    private static func raised(_ value: FactValue, _ version: String) -> FactValue {
        guard case .text(let text) = value, let start = text.firstRange(of: version) else { return value }
        let digits = version.reversed().prefix { $0.isNumber }.count
        guard let last = Int(version.suffix(digits)) else { return value }
        return .text(text.replacingCharacters(in: start, with: "\(version.dropLast(digits))\(last + 1)"))
    }
}

extension Facts {
    fileprivate func replacing(_ table: String, by rows: [FactRow]) -> Facts {
        Facts(rows: self.rows.merging([table: rows]) { $1 })
    }
}
