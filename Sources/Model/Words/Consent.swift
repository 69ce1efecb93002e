/// How much a target's authorisation allows; every probe states the level it needs.
package enum Consent: String, Sendable, Codable, CaseIterable, Comparable {
    case passive, light, full, intrusive

    package static func < (left: Consent, right: Consent) -> Bool { left.rank < right.rank }

    private var rank: Int { Consent.allCases.firstIndex(of: self) ?? 0 }
}
