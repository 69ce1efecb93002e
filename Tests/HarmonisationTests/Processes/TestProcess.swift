import Model

/// A process written as its steps in a row: `"user Antrag prüfen"`, with `@System` behind it where a system is used.
///
/// Names are the ids; `start` and `end` are put around the steps unless arrows are given.
func process(_ steps: [String], arrows: [(Int, Int)]? = nil, role: String = "Bürgerbüro") -> ProcessModel {
    let nodes = steps.enumerated().map { index, text in node(text, id: "n\(index)", role: role) }
    let rows = arrows ?? zip(steps.indices, steps.indices.dropFirst()).map { ($0, $1) }
    let flows = rows.enumerated().map { index, arrow in
        ProcessModel.Flow(id: "f\(index)", name: "", kind: .sequence, from: "n\(arrow.0)", to: "n\(arrow.1)")
    }
    return ProcessModel(
        name: "Test", exporter: "", pools: [], nodes: nodes, flows: flows, systems: [], drawing: .none)
}

private func node(_ text: String, id: String, role: String) -> ProcessModel.Node {
    let parts = text.split(separator: "@", maxSplits: 1).map(String.init)
    let words = parts[0].split(separator: " ", maxSplits: 1).map(String.init)
    return ProcessModel.Node(
        id: id, name: words.count > 1 ? words[1].trimmingSpaces : "", kind: kinds[words[0]] ?? .task, role: role,
        systems: parts.dropFirst().map(\.trimmingSpaces))
}

private let kinds: [String: NodeKind] = [
    "task": .task, "user": .userTask, "manual": .manualTask, "service": .serviceTask, "send": .sendTask,
    "gateway": .exclusiveGateway, "event": .intermediateCatchEvent,
]

extension String {
    fileprivate var trimmingSpaces: String { String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }
}
