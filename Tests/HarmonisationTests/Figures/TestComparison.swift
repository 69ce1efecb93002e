import Harmonisation
import Model

let today = Day(year: 2026, month: 11, day: 23)
let longAgo = Day(year: 2020, month: 1, day: 1)

/// One word for each body: `X` runs X, `X+Y` both, `-` nothing, `?` did not answer, `.` is in no list, `~X` phases X out,
/// `>X` has X in a pilot, `X@c` works with X at the centre c, `X/24.1` in that version.
func comparison(_ words: String, target: String? = nil, on day: Day = today) -> SoftwareComparison {
    let bodies = words.split(separator: " ")
    return SoftwareComparison(
        bodies: bodies.indices.map { "b\($0)" },
        usages: bodies.enumerated().flatMap { usages(String($1), of: "b\($0)") },
        targets: target.map { [TargetProduct(domain: "finance", product: $0, agreedOn: longAgo)] } ?? [], on: day)
}

private func usages(_ word: String, of body: String) -> [Usage] {
    word.split(separator: "+").compactMap { part in
        switch part {
        case "-": Usage(body: body, domain: "finance", answer: .none)
        case "?": Usage(body: body, domain: "finance", answer: .unknown)
        case ".": nil
        default: usage(part, of: body)
        }
    }
}

private func usage(_ word: Substring, of body: String) -> Usage {
    let status: UsageStatus = word.hasPrefix("~") ? .phasingOut : word.hasPrefix(">") ? .pilot : .live
    let bare = word.drop { "~>".contains($0) }
    let centre = bare.split(separator: "@").dropFirst().first.map(String.init)
    let product = bare.split(separator: "@")[0].split(separator: "/")
    return Usage(
        body: body, domain: "finance", answer: .product(String(product[0])),
        version: product.dropFirst().first.map(String.init),
        operation: centre.map { .sharedCentre($0) } ?? .own, history: [UsageStep(status, since: longAgo)])
}

/// A product of a body with its days: `("X", [.live: "2024-01-01"])`.
func usage(
    _ body: String, _ product: String, _ steps: [(UsageStatus, String)], contract: Contract? = nil, owner: String? = nil
) -> Usage {
    Usage(
        body: body, domain: "finance", answer: .product(product),
        history: steps.compactMap { status, day in Day(day).map { UsageStep(status, since: $0) } }, contract: contract,
        owner: owner)
}
