import Model

extension Picture {
    /// What several bodies do for one service, as they drew it.
    package struct ServiceProcesses: Sendable, Equatable {
        /// One body's process.
        package struct Entry: Sendable, Equatable {
            package let body: String
            package let process: ProcessModel
            package let mediaBreaks: [MediaBreak]

            package init(body: String, process: ProcessModel, mediaBreaks: [MediaBreak]) {
                self.body = body
                self.process = process
                self.mediaBreaks = mediaBreaks
            }
        }

        /// Two steps in a row with different media.
        package struct MediaBreak: Sendable, Equatable {
            package let from: ProcessModel.Node
            package let to: ProcessModel.Node
            package let onto: Medium

            package init(from: ProcessModel.Node, to: ProcessModel.Node, onto: Medium) {
                self.from = from
                self.to = to
                self.onto = onto
            }
        }

        /// How alike two bodies' processes are, from 0 to 1.
        package struct Pair: Sendable, Equatable {
            package let left: String
            package let right: String
            package let similarity: Double
            package let steps: Double
            /// `nil`: neither has two steps in a row.
            package let order: Double?

            package init(left: String, right: String, similarity: Double, steps: Double, order: Double?) {
                self.left = left
                self.right = right
                self.similarity = similarity
                self.steps = steps
                self.order = order
            }
        }

        /// One step; `steps` by position of the entry, `nil` where a body has no such step.
        package struct Row: Sendable, Equatable {
            package let name: String
            package let steps: [ProcessModel.Node?]

            package init(name: String, steps: [ProcessModel.Node?]) {
                self.name = name
                self.steps = steps
            }
        }

        /// Where one of the bodies was seen to run it.
        package struct Sighting: Sendable, Hashable {
            package let body: String
            /// Label of the endpoint.
            package let endpoint: String

            package init(body: String, endpoint: String) {
                self.body = body
                self.endpoint = endpoint
            }
        }

        /// A system processes name, beside what lists and measurement know of it.
        package struct System: Sendable, Equatable {
            package let system: ProcessSystem
            /// Bodies whose process names it.
            package let bodies: [String]
            /// Those of them whose usage list has it in use.
            package let listed: [String]
            package let seen: [Sighting]

            package init(system: ProcessSystem, bodies: [String], listed: [String], seen: [Sighting]) {
                self.system = system
                self.bodies = bodies
                self.listed = listed
                self.seen = seen
            }
        }

        package let service: String
        package let name: LocalizedText
        package let entries: [Entry]
        package let pairs: [Pair]
        package let rows: [Row]
        package let systems: [System]

        package init(
            service: String, name: LocalizedText, entries: [Entry], pairs: [Pair], rows: [Row], systems: [System]
        ) {
            self.service = service
            self.name = name
            self.entries = entries
            self.pairs = pairs
            self.rows = rows
            self.systems = systems
        }
    }
}

extension Picture.ServiceProcesses {
    /// Mean over all pairs; `nil` with fewer than two bodies.
    var similarity: Double? {
        pairs.isEmpty ? nil : pairs.reduce(0) { $0 + $1.similarity } / Double(pairs.count)
    }

    var commonSteps: Int { rows.count { row in row.steps.allSatisfy { $0 != nil } } }

    /// Only what bodies of the scope drew; `nil` where they drew nothing.
    func limited(to scope: Scope) -> Self? {
        let kept = entries.indices.filter { scope.contains(entries[$0].body) }
        guard !kept.isEmpty else { return nil }
        let rows = self.rows.map { row in
            let steps = kept.map { row.steps.indices.contains($0) ? row.steps[$0] : nil }
            return Row(name: steps.compactMap(\.self).first?.name ?? row.name, steps: steps)
        }
        return Self(
            service: service, name: name, entries: kept.map { entries[$0] },
            pairs: pairs.filter { scope.contains($0.left) && scope.contains($0.right) },
            rows: rows.filter { row in row.steps.contains { $0 != nil } },
            systems: systems.compactMap { $0.limited(to: scope) })
    }
}

extension Picture.ServiceProcesses.System {
    fileprivate func limited(to scope: Scope) -> Self? {
        let inside = bodies.filter(scope.contains)
        guard !inside.isEmpty else { return nil }
        return Self(
            system: system, bodies: inside, listed: listed.filter(scope.contains),
            seen: seen.filter { scope.contains($0.body) })
    }
}
