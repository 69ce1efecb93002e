import Model

/// The processes of several bodies for one service, side by side.
package struct ProcessComparison: Sendable, Equatable {
    /// One body's process with what is counted in it.
    package struct Entry: Sendable, Equatable {
        package let body: String
        package let process: ProcessModel
        package let mediaBreaks: [MediaBreak]

        package init(body: String, process: ProcessModel) {
            self.body = body
            self.process = process
            mediaBreaks = MediaBreak.all(in: process)
        }
    }

    /// Two bodies and how alike their processes are.
    package struct Pair: Sendable, Equatable {
        package let left: String
        package let right: String
        package let similarity: ProcessSimilarity
    }

    /// One step with who does it; `steps` by position of the entry, `nil` where a body has no such step.
    package struct Row: Sendable, Equatable {
        package let name: String
        package fileprivate(set) var steps: [ProcessModel.Node?]

        package var bodies: Int { steps.count { $0 != nil } }
        package var isCommon: Bool { !steps.contains { $0 == nil } }
    }

    package let service: String
    package let entries: [Entry]
    package let pairs: [Pair]
    package let rows: [Row]

    /// In the order given, which is the fleet's.
    package init(service: String, processes: [(body: String, process: ProcessModel)]) {
        self.service = service
        entries = processes.map { Entry(body: $0.body, process: $0.process) }
        pairs = processes.indices.flatMap { left in
            processes.indices.dropFirst(left + 1).map { right in
                Pair(
                    left: processes[left].body, right: processes[right].body,
                    similarity: ProcessSimilarity(processes[left].process, processes[right].process))
            }
        }
        rows = Self.rows(processes.map(\.process))
    }

    /// Mean over all pairs; `nil` with fewer than two bodies.
    package var similarity: Double? {
        pairs.isEmpty ? nil : pairs.reduce(0) { $0 + $1.similarity.value } / Double(pairs.count)
    }

    /// Systems the processes name, in the order of first mention, with the bodies whose process names them.
    package var systems: [(system: ProcessSystem, bodies: [String])] {
        var found: [(system: ProcessSystem, bodies: [String])] = []
        for entry in entries {
            for system in entry.process.systems {
                if let known = found.firstIndex(where: { $0.system.id == system.id }) {
                    found[known].bodies.append(entry.body)
                } else {
                    found.append((system, [entry.body]))
                }
            }
        }
        return found
    }

    package var commonSteps: Int { rows.count(where: \.isCommon) }

    /// Steps of the first process in its order, then what each further one adds. Of equal steps in one process each has a
    /// row of its own.
    private static func rows(_ processes: [ProcessModel]) -> [Row] {
        var rows: [(key: StepKey, row: Row)] = []
        for (position, process) in processes.enumerated() {
            let keys = Set(process.steps.map { StepKey($0) })
            let row = StepMatching(keys, Set(rows.map(\.key))).rightByLeft
            for step in process.steps {
                let key = row[StepKey(step)] ?? StepKey(step)
                if let free = rows.firstIndex(where: { $0.key == key && $0.row.steps[position] == nil }) {
                    rows[free].row.steps[position] = step
                } else {
                    var steps = [ProcessModel.Node?](repeating: nil, count: processes.count)
                    steps[position] = step
                    rows.append((key, Row(name: step.name, steps: steps)))
                }
            }
        }
        return rows.map(\.row)
    }
}
