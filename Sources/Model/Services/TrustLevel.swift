/// How sure an online service is of who is on the other side (BSI TR-03107-1; eIDAS low, substantial, high).
package enum TrustLevel: String, Sendable, CaseIterable, Comparable {
    /// Nobody signs in.
    case none
    /// `normal` in TR-03107-1: user name and password; carries no eIDAS level.
    case basic
    case substantial, high

    package static func < (left: TrustLevel, right: TrustLevel) -> Bool { left.rank < right.rank }

    private var rank: Int { TrustLevel.allCases.firstIndex(of: self) ?? 0 }
}
