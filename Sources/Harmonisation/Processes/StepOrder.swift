import Model

/// Which step comes directly after which: along the arrows of a process, over the nodes that are passed over.
struct StepOrder {
    /// Indices into `ProcessModel.nodes`.
    struct Pair: Hashable {
        let from: Int
        let to: Int
    }

    let pairs: [Pair]

    /// `stops`: the nodes that count; all others are passed over. Each pair once, however many ways lead there.
    ///
    /// Every walk visits a node once, so loops end it.
    init(in process: ProcessModel, over kinds: Set<ProcessModel.Flow.Kind>, stops: (ProcessModel.Node) -> Bool) {
        let nodes = process.nodes
        let next = Self.successors(in: process, over: kinds)
        let isStop = nodes.map(stops)
        var found: [Pair] = []
        for start in nodes.indices where isStop[start] {
            var seen: Set<Int> = []
            var waiting = next[start]
            while let node = waiting.popLast() {
                guard seen.insert(node).inserted else { continue }
                if isStop[node] {
                    found.append(Pair(from: start, to: node))
                } else {
                    waiting += next[node]
                }
            }
        }
        pairs = found.sorted { ($0.from, $0.to) < ($1.from, $1.to) }
    }

    private static func successors(in process: ProcessModel, over kinds: Set<ProcessModel.Flow.Kind>) -> [[Int]] {
        var places: [String: Int] = [:]
        for (index, node) in process.nodes.enumerated() { places[node.id] = index }
        var next = [[Int]](repeating: [], count: process.nodes.count)
        for flow in process.flows where kinds.contains(flow.kind) {
            guard let from = places[flow.from], let to = places[flow.to] else { continue }
            next[from].append(to)
        }
        return next
    }
}
