/// Every class a page may carry; a test looks for each of them in the stylesheet.
enum Style: String, Sendable, CaseIterable {
    case skip, tlp, quiet, menu, languages
    case lead, alarm, figure, cards, amount
    case scroll, slim, numeric, seen, endless, whole, code
    case sign, critical, high, medium, low, good, unknown
    case soon, later, axis, curve
    case diagram, drawings, area, unclear, ending, remark, store, wire, dashed, foot
    case onSystem = "on-system"
    case onPaper = "on-paper"
    case arrowHead = "arrow-head"
    case matrix, local, bar, coarse
    case item, facts, filter, sort, more, note
}
