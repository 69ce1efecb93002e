/// A process of an administration as somebody drew it in BPMN 2.0, with the layout of the drawing.
///
/// Steps, events and gateways of all pools stand in one list, in the order of the file; lists are small and bounded by
/// the reader.
package struct ProcessModel: Sendable, Equatable {
    package let name: String
    /// The modelling tool that wrote the file, as it names itself; empty where it does not.
    package let exporter: String
    package let pools: [Pool]
    package let nodes: [Node]
    package let flows: [Flow]
    /// Every IT system the process names, in the order of first mention; each once.
    package let systems: [ProcessSystem]
    package let drawing: ProcessDrawing

    package init(
        name: String, exporter: String, pools: [Pool], nodes: [Node], flows: [Flow], systems: [ProcessSystem],
        drawing: ProcessDrawing
    ) {
        self.name = name
        self.exporter = exporter
        self.pools = pools
        self.nodes = nodes
        self.flows = flows
        self.systems = systems
        self.drawing = drawing
    }

    /// Who takes part: a pool with its lanes.
    package struct Pool: Sendable, Equatable {
        package let id: String
        package let name: String
        package let lanes: [Lane]

        package init(id: String, name: String, lanes: [Lane]) {
            self.id = id
            self.name = name
            self.lanes = lanes
        }
    }

    /// A role in a pool: an office, a person, a counter.
    package struct Lane: Sendable, Equatable {
        package let id: String
        package let name: String

        package init(id: String, name: String) {
            self.id = id
            self.name = name
        }
    }

    /// A step, an event or a gateway.
    package struct Node: Sendable, Equatable {
        package let id: String
        package let name: String
        package let kind: NodeKind
        /// Name of the innermost lane it stands in, else of its pool; empty where there is neither.
        package let role: String
        /// Ids of the systems it uses, in the order of first mention.
        package let systems: [String]
        /// What the file says its medium is; `nil`: nothing.
        package let statedMedium: Medium?

        package init(
            id: String, name: String, kind: NodeKind, role: String, systems: [String] = [],
            statedMedium: Medium? = nil
        ) {
            self.id = id
            self.name = name
            self.kind = kind
            self.role = role
            self.systems = systems
            self.statedMedium = statedMedium
        }
    }

    /// An arrow between two nodes.
    package struct Flow: Sendable, Equatable {
        package enum Kind: String, Sendable { case sequence, message }

        package let id: String
        package let name: String
        package let kind: Kind
        package let from: String
        package let to: String

        package init(id: String, name: String, kind: Kind, from: String, to: String) {
            self.id = id
            self.name = name
            self.kind = kind
            self.from = from
            self.to = to
        }
    }

    package var steps: [Node] { nodes.filter(\.kind.isStep) }

    /// Roles that have a step, in the order of the file; each once.
    package var roles: [String] {
        var seen: Set<String> = []
        return steps.map(\.role).filter { !$0.isEmpty && seen.insert($0).inserted }
    }
}

/// An IT system a process names.
package struct ProcessSystem: Sendable, Hashable {
    /// The product's id in the software catalogue where the file gives one in brackets, else made from the name.
    package let id: String
    package let name: String
    /// The file itself gives the catalogue's id.
    package let isCatalogued: Bool

    package init(id: String, name: String, isCatalogued: Bool) {
        self.id = id
        self.name = name
        self.isCatalogued = isCatalogued
    }
}
