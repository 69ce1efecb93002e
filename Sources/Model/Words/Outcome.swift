/// How a probe's conversation ended. Only `answered` is a measurement; everything else is a gap with a reason.
package enum Outcome: String, Sendable, Codable, CaseIterable {
    case answered
    case refused
    case silent
    case reset
    case otherProtocol = "other_protocol"
    case blocked
    case outOfScope = "out_of_scope"
    case failed
}
