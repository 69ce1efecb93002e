import Documents
import Harmonisation
import Model

/// A process chain on the terminal: links, where they hold, the weakest one, what stands still with a provider.
struct ChainView {
    let comparison: ChainComparison

    init(_ comparison: ChainComparison) { self.comparison = comparison }

    var text: String {
        let numbers = comparison.bodies.enumerated().map { "[\($0.offset + 1)] \($0.element)" }
        let parts = [
            [title], numbers.map { wrapped($0, width: Environment.columns) }, links, failures,
        ]
        return parts.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
    }

    private var title: String {
        let name = comparison.chain.name
        guard let weakest = comparison.weakest else {
            return wrapped("\(name): as far as is known every link holds", width: Environment.columns)
        }
        return wrapped(
            "\(name): the weakest link is \(comparison.chain.links[weakest].name), it holds at "
                + "\(comparison.holding(weakest)) of \(comparison.bodies.count) \(comparison.bodies.count == 1 ? "body" : "bodies")",
            width: Environment.columns)
    }

    /// One column for each body, by its number above.
    private var links: [String] {
        let states = Set(comparison.links.flatMap { $0.map(\.state) })
        return TextTable(
            head: ["LINK", "HOLDS"] + comparison.bodies.indices.map { "[\($0 + 1)]" },
            rows: zip(comparison.chain.links, comparison.links).enumerated().map { position, row in
                [row.0.name.shortened(to: 24), "\(comparison.holding(position))/\(row.1.count)"] + row.1.map(sign)
            }, width: Environment.columns
        ).lines + Self.legend.filter { states.contains($0.state) }.map { "\($0.sign) \($0.words)" }
            + (comparison.links.joined().contains { $0.urgent == nil && !$0.products.isEmpty }
                ? ["? beside a sign: no host of the link was measured"] : [])
    }

    private func sign(_ cell: ChainCell) -> String {
        let sign = Self.legend.first { $0.state == cell.state }?.sign ?? ""
        return cell.urgent == nil && !cell.products.isEmpty ? sign + "?" : sign
    }

    private static let legend: [(state: LinkState, sign: String, words: String)] = [
        (.sound, "+", "holds"), (.ending, "~", "ending: phased out, or the contract ends within a year"),
        (.atRisk, "!", "an urgent finding is open at a host of it"), (.unsupported, "x", "no longer supported"),
        (.notLive, "o", "named, and not in use"), (.unknown, "u", "nobody said what the body has"),
        (.missing, "-", "the body has nothing for it"),
    ]

    private var failures: [String] {
        guard !comparison.failures.isEmpty else { return [] }
        return TextTable(
            head: ["IF IT FAILS", "OF BODIES", "LINKS"],
            rows: comparison.failures.map { failure in
                [
                    failure.provider, failure.bodies.map(number).joined(separator: " "),
                    failure.links.map { comparison.chain.links[$0].name }.joined(separator: ", "),
                ]
            }, width: Environment.columns
        ).lines
    }

    private func number(of body: String) -> String {
        comparison.bodies.firstIndex(of: body).map { "[\($0 + 1)]" } ?? body
    }
}

extension ChainComparison {
    /// One chain of the document `lagebild/chains/1`.
    var json: JSONValue {
        .object([
            "id": .string(chain.id), "name": .string(chain.name), "bodies": .array(bodies.map { .string($0) }),
            "weakest_link": weakest.map { .string(chain.links[$0].name) } ?? .null,
            "failures": .array(
                failures.map { failure in
                    .object([
                        "provider": .string(failure.provider),
                        "links": .array(failure.links.map { .string(chain.links[$0].name) }),
                        "bodies": .array(failure.bodies.map { .string($0) }),
                    ])
                }),
            "links": .array(zip(chain.links, links).enumerated().map { json($0, $1.0, $1.1) }),
        ])
    }

    private func json(_ position: Int, _ link: ProcessChain.Link, _ cells: [ChainCell]) -> JSONValue {
        .object([
            "name": .string(link.name), "domain": .string(link.domain), "holds": .integer(holding(position)),
            "bodies": .array(
                cells.map { cell in
                    .object([
                        "body": .string(cell.body), "state": .string(cell.state.rawValue),
                        "products": .array(cell.products.map { .string($0) }),
                        "provider": cell.provider.map { .string($0) } ?? .null,
                        "urgent_findings": cell.urgent.map { .integer($0) } ?? .null,
                        "weakest": .boolean(weakest(of: cell.body).contains(position)),
                    ])
                }),
        ])
    }
}
