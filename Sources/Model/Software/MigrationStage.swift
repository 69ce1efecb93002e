/// How far a body has come on its way to the agreed product of a domain.
package enum MigrationStage: String, Sendable, Codable, CaseIterable {
    /// Nobody has decided yet.
    case open
    case evaluating, planned, bought, pilot
    /// Works with the target; what it replaced is still there.
    case live
    /// Works with the target; what it replaced is retired.
    case retired

    package var isLeft: Bool { self != .live && self != .retired }
}
