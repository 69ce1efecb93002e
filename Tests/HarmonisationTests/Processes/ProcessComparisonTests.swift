import Harmonisation
import Model
import Testing

@Test(
    arguments: [
        (["user A", "manual B", "service C"], nil, ["A>B", "B>C"]),
        (["user A", "service B"], nil, []),
        // An unknown step, a gateway and an event hide no break.
        (["service A", "task B", "gateway", "event", "manual C"], nil, ["A>C"]),
        // A send task is paper or mail or portal: not known until it says which system it uses.
        (["manual A", "send B", "user C"], nil, ["A>C"]),
        (["manual A", "send B@dms", "user C"], nil, ["A>B"]),
        // Two ways to one step are one break; a loop back is another.
        (["user A", "gateway", "task", "manual B"], [(0, 1), (1, 2), (1, 3), (2, 3), (3, 0)], ["A>B", "B>A"]),
        (["manual A"], [(0, 0)], []),
        ([], nil, []),
    ] as [([String], [(Int, Int)]?, [String])])
func `a media break is where the medium changes`(steps: [String], arrows: [(Int, Int)]?, breaks: [String]) {
    #expect(MediaBreak.all(in: process(steps, arrows: arrows)).map { "\($0.from.name)>\($0.to.name)" } == breaks)
}

@Test func `the side a break leads to is told`() {
    let breaks = MediaBreak.all(in: process(["user A", "manual B", "service C"]))
    #expect(breaks.map(\.onto) == [.paper, .system])
}

@Test func `what the file says of a medium counts more than the kind`() {
    let nodes = [
        ProcessModel.Node(id: "a", name: "A", kind: .userTask, role: "", statedMedium: .paper),
        ProcessModel.Node(id: "b", name: "B", kind: .manualTask, role: "", systems: ["dms"], statedMedium: .system),
        ProcessModel.Node(id: "c", name: "C", kind: .manualTask, role: "", systems: ["dms"]),
        ProcessModel.Node(id: "d", name: "D", kind: .receiveTask, role: ""),
        ProcessModel.Node(id: "e", name: "E", kind: .exclusiveGateway, role: "", statedMedium: .paper),
    ]
    #expect(nodes.map(\.medium) == [.paper, .system, .paper, nil, nil])
}

@Test func `steps stand side by side, the first body's order first`() {
    let comparison = ProcessComparison(
        service: "hundesteuer-anmeldung",
        processes: [
            ("blomberg", process(["user Antrag erfassen", "user Antrag prüfen", "service Bescheid erstellen"])),
            ("luegde", process(["manual Antrag annehmen", "manual Antrag prüfen", "user Bescheid erstellen"])),
            ("kalletal", process(["user Antrag erfassen", "manual Marke ausgeben"])),
        ])
    let rows = comparison.rows.map { row in [row.name] + row.steps.map { $0?.kind.rawValue ?? "-" } }
    #expect(
        rows == [
            ["Antrag erfassen", "userTask", "-", "userTask"],
            ["Antrag prüfen", "userTask", "manualTask", "-"],
            ["Bescheid erstellen", "serviceTask", "userTask", "-"],
            ["Antrag annehmen", "-", "manualTask", "-"],
            ["Marke ausgeben", "-", "-", "manualTask"],
        ])
    #expect(comparison.commonSteps == 0)
    // 2·(0,75+0,75)/6 and 2·1/4; 2·1/5 and 2·0/3; nothing and nothing.
    let expected = [("blomberg", "luegde", 0.5), ("blomberg", "kalletal", 0.2), ("luegde", "kalletal", 0.0)]
    #expect(comparison.pairs.map { $0.left + $0.right } == expected.map { $0.0 + $0.1 })
    for (pair, value) in zip(comparison.pairs, expected.map(\.2)) {
        #expect(abs(pair.similarity.value - value) < 0.0001)
    }
    #expect(abs((comparison.similarity ?? -1) - 0.7 / 3) < 0.0001)
}

@Test func `one body alone has no similarity`() {
    let alone = ProcessComparison(service: "s", processes: [("blomberg", process(["user A", "user A"]))])
    #expect(alone.similarity == nil)
    #expect(alone.rows.map(\.name) == ["A", "A"])
    #expect(alone.commonSteps == 2)
    #expect(ProcessComparison(service: "s", processes: []).rows.isEmpty)
}
