import Model

@testable import Reports

/// Draws a process in lanes from left to right, as a modelling tool would lay it out.
struct ExampleProcess {
    struct Step {
        let name: String
        let kind: NodeKind
        let lane: Int
        var system: Int?
    }

    let office: String
    let lanes: [String]
    let systems: [ProcessSystem]
    let steps: [Step]

    var model: ProcessModel {
        ProcessModel(
            name: "Fahrzeug zulassen", exporter: "Muster-Modeler 1.0",
            pools: [
                .init(id: "pool", name: office, lanes: lanes.enumerated().map { .init(id: "lane\($0)", name: $1) })
            ],
            nodes: nodes, flows: flows, systems: systems,
            drawing: ProcessDrawing(shapes: areas + nodes.enumerated().map(shape), edges: flows.map(edge)))
    }

    /// What runs in the town hall, between what begins and what ends it.
    private var nodes: [ProcessModel.Node] {
        steps.enumerated().map { number, step in
            ProcessModel.Node(
                id: "n\(number)", name: step.name, kind: step.kind, role: lanes[step.lane],
                systems: step.system.map { [systems[$0].id] } ?? [])
        }
    }

    private var flows: [ProcessModel.Flow] {
        steps.indices.dropLast().map {
            .init(id: "f\($0)", name: "", kind: .sequence, from: "n\($0)", to: "n\($0 + 1)")
        }
    }

    private var areas: [ProcessDrawing.Shape] {
        let width = 60 + steps.count * 150
        let pool = ProcessDrawing.Box(x: 100, y: 50, width: width, height: lanes.count * 130)
        return [.init(element: "pool", what: .pool, label: office, box: pool)]
            + lanes.enumerated().map { number, name in
                .init(
                    element: "lane\(number)", what: .lane, label: name,
                    box: .init(x: 130, y: 50 + number * 130, width: width - 30, height: 130))
            }
    }

    private func shape(_ number: Int, _ node: ProcessModel.Node) -> ProcessDrawing.Shape {
        let (x, y) = middle(number)
        let half = node.kind.isStep ? (60, 40) : node.kind.family == .gateway ? (25, 25) : (18, 18)
        return .init(
            element: node.id, what: .node(node.kind), label: node.name,
            box: .init(x: x - half.0, y: y - half.1, width: 2 * half.0, height: 2 * half.1))
    }

    private func middle(_ number: Int) -> (Int, Int) { (230 + number * 150, 115 + steps[number].lane * 130) }

    private func edge(_ flow: ProcessModel.Flow) -> ProcessDrawing.Edge {
        let from = Int(flow.from.dropFirst()) ?? 0
        let (start, end) = (middle(from), middle(from + 1))
        let (right, left) = (start.0 + half(from), end.0 - half(from + 1))
        let bend = (right + left) / 2
        let points = [(right, start.1), (bend, start.1), (bend, end.1), (left, end.1)]
        return .init(
            element: flow.id, what: .sequence, label: "", points: points.map { .init(x: $0.0, y: $0.1) })
    }

    private func half(_ number: Int) -> Int {
        let kind = steps[number].kind
        return kind.isStep ? 60 : kind.family == .gateway ? 25 : 18
    }
}

extension ExamplePicture {
    private static let register = ProcessSystem(id: "ok-verkehr", name: "OK.VERKEHR", isCatalogued: true)
    private static let portal = ProcessSystem(id: "portal", name: "Serviceportal", isCatalogued: false)

    private static let online = ExampleProcess(
        office: "Kreisverwaltung", lanes: ["Portal", "Zulassungsstelle"], systems: [portal, register],
        steps: [
            .init(name: "Antrag online eingegangen", kind: .startEvent, lane: 0),
            .init(name: "Identität prüfen", kind: .serviceTask, lane: 0, system: 0),
            .init(name: "Versicherung prüfen", kind: .serviceTask, lane: 1, system: 1),
            .init(name: "Zulassung eintragen", kind: .userTask, lane: 1, system: 1),
            .init(name: "Gebühr einziehen", kind: .serviceTask, lane: 0, system: 0),
            .init(name: "Plaketten versenden", kind: .manualTask, lane: 1),
            .init(name: "Fahrzeug zugelassen", kind: .endEvent, lane: 1),
        ]
    ).model

    private static let counter = ExampleProcess(
        office: "Kreisverwaltung", lanes: ["Schalter", "Kasse"], systems: [register],
        steps: [
            .init(name: "Kundin am Schalter", kind: .startEvent, lane: 0),
            .init(name: "Antrag auf Papier annehmen", kind: .manualTask, lane: 0),
            .init(name: "Zulassung eintragen", kind: .userTask, lane: 0, system: 0),
            .init(name: "Gebühr vollständig?", kind: .exclusiveGateway, lane: 1),
            .init(name: "Gebühr kassieren", kind: .manualTask, lane: 1),
            .init(name: "Plaketten ausgeben", kind: .manualTask, lane: 0),
            .init(name: "Fahrzeug zugelassen", kind: .endEvent, lane: 0),
        ]
    ).model

    /// Two counties: 5 and 4 steps, one of them in common, by hand: 2 · 1 / 9 of the steps, no pair in a row.
    static let processes = [
        Picture.ServiceProcesses(
            service: "ikfz-zulassung",
            name: LocalizedText(de: "Fahrzeug zulassen", en: "Register a vehicle"),
            entries: [
                .init(body: "lk-bernkastel-wittlich", process: online, mediaBreaks: [change(in: online, 4, 5, .paper)]),
                .init(
                    body: "lk-cochem-zell", process: counter,
                    mediaBreaks: [change(in: counter, 1, 2, .system), change(in: counter, 2, 4, .paper)]),
            ],
            pairs: [
                .init(
                    left: "lk-bernkastel-wittlich", right: "lk-cochem-zell", similarity: 1.0 / 9, steps: 2.0 / 9,
                    order: 0)
            ],
            rows: online.steps.map { step in
                .init(name: step.name, steps: [step, counter.steps.first { $0.name == step.name }])
            }
                + counter.steps.filter { step in !online.steps.contains { $0.name == step.name } }.map {
                    .init(name: $0.name, steps: [nil, $0])
                },
            systems: [
                .init(system: portal, bodies: ["lk-bernkastel-wittlich"], listed: [], seen: []),
                .init(
                    system: register, bodies: ["lk-bernkastel-wittlich", "lk-cochem-zell"],
                    listed: ["lk-bernkastel-wittlich", "lk-cochem-zell"],
                    seen: [.init(body: "lk-cochem-zell", endpoint: "www.cochem-zell.example:443")]),
            ])
    ]

    private static func change(
        in process: ProcessModel, _ from: Int, _ to: Int, _ onto: Medium
    ) -> Picture.ServiceProcesses.MediaBreak {
        .init(from: process.nodes[from], to: process.nodes[to], onto: onto)
    }
}
