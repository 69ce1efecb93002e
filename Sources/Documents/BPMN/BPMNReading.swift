import Model

/// Collects what a BPMN file says: first every element, then what they say of each other.
struct BPMNReading {
    let root: BPMNElement
    private(set) var warnings: [Diagnostic] = []

    private var nodes: [FoundNode] = []
    private var flows: [(flow: ProcessModel.Flow, place: Place)] = []
    private var pools: [(pool: ProcessModel.Pool, process: String?)] = []
    private var lanes: [ProcessModel.Lane] = []
    /// Name of the innermost lane or pool by element.
    private var roles: [String: String] = [:]
    private var stores: [String: String] = [:]
    private var dataObjects: [String: String] = [:]
    private var notes: [String: String] = [:]
    private var links: [(from: String, to: String)] = []
    private var known: [String: Place] = [:]
    /// Elements that are drawn and say nothing a comparison needs.
    private var passedOver: Set<String> = []

    init(_ root: BPMNElement) { self.root = root }

    /// A node before roles and systems are known.
    private struct FoundNode {
        let element: BPMNElement
        let id: String
        let kind: NodeKind
        /// The sub-process or process it stands in.
        let container: String
    }

    mutating func collect() throws(Diagnostic) {
        for element in root.children where element.isModel("dataStore") {
            stores[try id(of: element)] = element.label
        }
        for element in root.children where element.isModel("collaboration") { try collect(collaboration: element) }
        for element in root.children where element.isModel("process") { try collect(process: element) }
        guard !nodes.isEmpty else {
            throw Diagnostic(
                at: root.place, "the file draws no process: there are no steps, events or gateways",
                hint: "export the diagram with the process itself, not a collaboration or a choreography alone")
        }
    }

    private mutating func collect(collaboration: BPMNElement) throws(Diagnostic) {
        for element in collaboration.children where element.namespace == BPMNFile.model {
            switch element.name {
            case "participant":
                let id = try register(element)
                pools.append((ProcessModel.Pool(id: id, name: element.label, lanes: []), element["processRef"]))
            case "messageFlow": try collect(flow: element, .message)
            default: try collect(artifact: element)
            }
        }
    }

    private mutating func collect(process: BPMNElement) throws(Diagnostic) {
        let id = try register(process)
        if let pool = pools.firstIndex(where: { $0.process == id }) {
            roles[id] = pools[pool].pool.name
            let before = lanes.count
            for set in process.children where set.isModel("laneSet") { try collect(laneSet: set) }
            pools[pool].pool = ProcessModel.Pool(
                id: pools[pool].pool.id, name: pools[pool].pool.name, lanes: Array(lanes[before...]))
        } else {
            for set in process.children where set.isModel("laneSet") { try collect(laneSet: set) }
        }
        try collect(elementsOf: process, container: id)
    }

    /// Inner lanes come later and are the ones that count.
    private mutating func collect(laneSet: BPMNElement) throws(Diagnostic) {
        for lane in laneSet.children where lane.isModel("lane") {
            let id = try register(lane)
            lanes.append(ProcessModel.Lane(id: id, name: lane.label))
            for child in lane.children {
                if child.isModel("flowNodeRef") { roles[child.text.foldedSpaces] = lane.label }
                if child.isModel("childLaneSet") { try collect(laneSet: child) }
            }
        }
    }

    private mutating func collect(elementsOf container: BPMNElement, container id: String) throws(Diagnostic) {
        for element in container.children where element.namespace == BPMNFile.model {
            if let kind = NodeKind(rawValue: element.name) {
                try collect(node: element, kind, in: id)
            } else if element.name == "sequenceFlow" {
                try collect(flow: element, .sequence)
            } else {
                try collect(artifact: element)
            }
        }
    }

    private mutating func collect(node: BPMNElement, _ kind: NodeKind, in container: String) throws(Diagnostic) {
        let id = try register(node)
        nodes.append(FoundNode(element: node, id: id, kind: kind, container: container))
        try limit(nodes.count, BPMNFile.mostNodes, "steps, events and gateways", at: node.place)
        for child in node.children where child.isModel("dataOutputAssociation") || child.isModel("dataInputAssociation")
        {
            let reference = child.isModel("dataOutputAssociation") ? "targetRef" : "sourceRef"
            for end in child.children where end.isModel(reference) { links.append((id, end.text.foldedSpaces)) }
            if let id = child["id"] { passedOver.insert(id) }
        }
        if kind.isContainer { try collect(elementsOf: node, container: id) }
    }

    private mutating func collect(flow: BPMNElement, _ kind: ProcessModel.Flow.Kind) throws(Diagnostic) {
        let id = try register(flow)
        guard let from = flow["sourceRef"], let to = flow["targetRef"] else {
            let missing = flow["sourceRef"] == nil ? "sourceRef" : "targetRef"
            throw Diagnostic(
                at: flow.place, "<\(flow.name)> '\(id.excerpt)' lacks '\(missing)'",
                hint: "connect the arrow at both ends and export again")
        }
        flows.append((.init(id: id, name: flow.label, kind: kind, from: from, to: to), flow.place))
        try limit(flows.count, BPMNFile.mostFlows, "flows", at: flow.place)
    }

    private mutating func collect(artifact: BPMNElement) throws(Diagnostic) {
        switch artifact.name {
        case "dataStoreReference":
            let id = try register(artifact)
            let label = artifact.label.isEmpty ? artifact["dataStoreRef"].flatMap { stores[$0] } ?? "" : artifact.label
            stores[id] = label
        case "dataObjectReference": dataObjects[try register(artifact)] = artifact.label
        case "textAnnotation":
            let words = artifact.children.first { $0.isModel("text") }?.text ?? ""
            notes[try register(artifact)] = words
        case "association":
            let id = try register(artifact)
            passedOver.insert(id)
            if let from = artifact["sourceRef"], let to = artifact["targetRef"] { links.append((from, to)) }
        case "group", "dataObject", "category", "categoryValue": if let id = artifact["id"] { passedOver.insert(id) }
        case "callChoreography", "choreographyTask", "subChoreography", "conversation", "callConversation",
            "subConversation":
            warn(at: artifact.place, "<\(artifact.name)> is not understood and left out")
            if let id = artifact["id"] { passedOver.insert(id) }
        default: break  // documentation, extensionElements, ioSpecification, ... of the process itself
        }
    }

    private mutating func register(_ element: BPMNElement) throws(Diagnostic) -> String {
        let id = try id(of: element)
        if let other = known[id] {
            throw Diagnostic(
                at: element.place, "id '\(id.excerpt)' is given twice", hint: "the other one stands at \(other)")
        }
        known[id] = element.place
        return id
    }

    private func id(of element: BPMNElement) throws(Diagnostic) -> String {
        if let id = element["id"], !id.isEmpty { return id }
        throw Diagnostic(at: element.place, "<\(element.name)> has no id", hint: "export the file again as BPMN 2.0")
    }

    private func limit(_ count: Int, _ most: Int, _ what: String, at place: Place) throws(Diagnostic) {
        guard count > most else { return }
        throw Diagnostic(
            at: place, "the file has more than \(most) \(what)", hint: "export one process of one service to a file")
    }

    private mutating func warn(at place: Place, _ message: String) {
        warnings.append(Diagnostic(.warning, at: place, message))
    }
}

extension BPMNReading {
    /// Everything put together; only now every reference can be followed.
    mutating func process() throws(Diagnostic) -> ProcessModel {
        let ends = Set(nodes.map(\.id)).union(pools.map(\.pool.id))
        for (flow, place) in flows {
            for end in [flow.from, flow.to] where !ends.contains(end) {
                throw Diagnostic(
                    at: place, "the flow '\(flow.id.excerpt)' leads to '\(end.excerpt)', which is not in the file",
                    hint: "connect the arrow to a step, an event or a gateway and export again")
            }
        }
        var registry = SystemRegistry()
        let built = nodes.map { node(from: $0, &registry) }
        let name = root.children.first { $0.isModel("process") && !$0.label.isEmpty }?.label ?? ""
        return ProcessModel(
            name: name, exporter: root["exporter"]?.foldedSpaces ?? "", pools: pools.map(\.pool), nodes: built,
            flows: flows.map(\.flow), systems: registry.systems, drawing: try drawing(of: built))
    }

    private func node(from found: FoundNode, _ registry: inout SystemRegistry) -> ProcessModel.Node {
        let ends = links.compactMap { $0.from == found.id ? $0.to : $0.to == found.id ? $0.from : nil }
        let spoken = found.element.children.filter { $0.isModel("documentation") }.map(\.text)
        let remarks = StepRemarks(in: spoken + ends.compactMap { notes[$0] })
        let named = ends.compactMap { stores[$0] }.filter { !$0.isEmpty } + remarks.systems
        var seen: Set<String> = []
        let systems = named.map { registry.id(of: $0) }.filter { seen.insert($0).inserted }
        return ProcessModel.Node(
            id: found.id, name: found.element.label, kind: found.kind, role: role(of: found), systems: systems,
            statedMedium: remarks.medium)
    }

    private func role(of node: FoundNode) -> String {
        if let role = roles[node.id] { return role }
        var container = node.container
        // At most as deep as the file is nested.
        while true {
            if let role = roles[container] { return role }
            guard let outer = nodes.first(where: { $0.id == container }) else { return "" }
            container = outer.container
        }
    }

    private mutating func drawing(of built: [ProcessModel.Node]) throws(Diagnostic) -> ProcessDrawing {
        let diagram = root.children.first { $0.isDrawing("BPMNDiagram") }
        guard let plane = diagram?.children.first(where: { $0.isDrawing("BPMNPlane") }) else {
            warn(at: root.place, "the file has no layout: the process is compared, but not drawn")
            return .none
        }
        var subjects: [String: (what: ProcessDrawing.Shape.What, label: String)] = [:]
        for pool in pools { subjects[pool.pool.id] = (.pool, pool.pool.name) }
        for lane in lanes { subjects[lane.id] = (.lane, lane.name) }
        for node in built { subjects[node.id] = (.node(node.kind), node.name) }
        for (id, name) in stores { subjects[id] = (.dataStore, SystemRegistry.name(in: name)) }
        for (id, name) in dataObjects { subjects[id] = (.dataObject, name) }
        for (id, text) in notes { subjects[id] = (.annotation, text.foldedSpaces) }
        var lines: [String: (what: ProcessDrawing.Edge.What, label: String)] = [:]
        for (flow, _) in flows { lines[flow.id] = (flow.kind == .sequence ? .sequence : .message, flow.name) }
        let reading = BPMNDrawing(subjects: subjects, lines: lines, passedOver: passedOver)
        let (drawing, complaints) = try reading.read(plane)
        warnings += complaints
        return drawing
    }
}
