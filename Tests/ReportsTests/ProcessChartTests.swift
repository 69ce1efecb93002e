import Model
import Testing

@testable import Reports

@Suite struct ProcessChartTests {
    private typealias Box = ProcessDrawing.Box

    private static func process(
        _ shapes: [ProcessDrawing.Shape], edges: [ProcessDrawing.Edge] = [], nodes: [ProcessModel.Node] = []
    ) -> ProcessModel {
        ProcessModel(
            name: "", exporter: "", pools: [], nodes: nodes, flows: [], systems: [],
            drawing: ProcessDrawing(shapes: shapes, edges: edges))
    }

    private static func chart(_ process: ProcessModel, breaks: Set<String> = []) -> ProcessChart {
        ProcessChart(
            process: process, id: "x", title: "Titel", description: "Worte", breaks: breaks, say: Wording(language: .de)
        )
    }

    private static func step(_ medium: Medium?, name: String = "Antrag prüfen") -> (
        ProcessDrawing.Shape, ProcessModel.Node
    ) {
        (
            ProcessDrawing.Shape(
                element: "a", what: .node(.task), label: name, box: Box(x: 10, y: 20, width: 120, height: 80)),
            ProcessModel.Node(id: "a", name: name, kind: .task, role: "", statedMedium: medium)
        )
    }

    @Test func `everything of the layout is drawn where it stands, areas first`() throws {
        let process = Self.process(
            [
                .init(
                    element: "s", what: .node(.startEvent), label: "Start",
                    box: Box(x: 50, y: 40, width: 36, height: 36)),
                .init(
                    element: "g", what: .node(.parallelGateway), label: "",
                    box: Box(x: 100, y: 40, width: 50, height: 50)),
                .init(element: "d", what: .dataStore, label: "DMS", box: Box(x: 100, y: 120, width: 50, height: 50)),
                .init(element: "p", what: .pool, label: "Stadt", box: Box(x: 0, y: 0, width: 400, height: 200)),
            ],
            edges: [
                .init(element: "f", what: .sequence, label: "ja", points: [.init(x: 86, y: 58), .init(x: 100, y: 58)]),
                .init(element: "m", what: .association, label: "", points: [.init(x: 1, y: 2), .init(x: 3, y: 4)]),
            ])
        let svg = try #require(Self.chart(process).html).markup
        #expect(svg.hasPrefix("<svg width=\"424\" height=\"236\" viewBox=\"-12 -12 424 236\" role=\"img\" "))
        #expect(svg.contains("<title id=\"x-titel\">Titel</title><desc id=\"x-text\">Worte</desc><rect class=\"area\""))
        #expect(svg.contains("<circle class=\"unclear\" cx=\"68\" cy=\"58\" r=\"18\">"))
        #expect(svg.contains("<polygon class=\"unclear\" points=\"125,40 150,65 125,90 100,65\">"))
        #expect(svg.contains("<polyline class=\"wire\" points=\"86,58 100,58\">"))
        #expect(svg.contains("<polyline class=\"dashed\" points=\"1,2 3,4\">"))
        #expect(svg.contains("<polygon class=\"arrow-head\" points=\"100,58 91,54 91,62\">"))
        #expect(svg.components(separatedBy: "arrow-head").count == 2, "an association has no head")
        for label in ["Stadt", "Start", "DMS", ">ja<", ">+<"] { #expect(svg.contains(label), "\(label)") }
    }

    @Test(
        arguments: [
            (Medium.system, "on-system", ">System<"), (.paper, "on-paper", ">Papier<"), (nil, "unclear", nil),
        ] as [(Medium?, String, String?)])
    func `what a step is done with stands in its border and in words`(medium: Medium?, style: String, word: String?)
        throws
    {
        let (shape, node) = Self.step(medium)
        let svg = try #require(Self.chart(Self.process([shape], nodes: [node])).html).markup
        #expect(svg.contains("<rect class=\"\(style)\" x=\"10\" y=\"20\" width=\"120\" height=\"80\" rx=\"8\">"))
        if let word { #expect(svg.contains(word)) } else { #expect(!svg.contains("class=\"foot\"")) }
    }

    @Test func `a label below its shape belongs to the picture, one of a partner outside stands in its middle`() throws
    {
        let process = Self.process([
            .init(element: "p", what: .pool, label: "Halterin", box: Box(x: 0, y: 0, width: 300, height: 80)),
            .init(element: "e", what: .node(.endEvent), label: "Ende", box: Box(x: 0, y: 100, width: 36, height: 36)),
        ])
        let svg = try #require(Self.chart(process).html).markup
        #expect(svg.contains("viewBox=\"-49 -12 361 202\""))
        #expect(svg.contains("<text x=\"150\" y=\"44\" text-anchor=\"middle\">Halterin</text>"))
        #expect(!svg.contains("rotate"))
    }

    @Test func `a label stands at the longest stretch of its arrow, beside an upright one`() {
        func label(_ points: [(Int, Int)]) -> String {
            ProcessLine(
                edge: .init(
                    element: "f", what: .sequence, label: "nein", points: points.map { .init(x: $0.0, y: $0.1) })
            ).html.markup.components(separatedBy: "<text ").last ?? ""
        }
        #expect(label([(0, 0), (100, 0)]).hasPrefix("x=\"50\" y=\"-4\""))
        #expect(label([(0, 0), (20, 0), (20, 130), (40, 130)]).hasPrefix("x=\"39\" y=\"69\""))
    }

    @Test func `a media break is a sign in the box, beside the word`() throws {
        let (shape, node) = Self.step(.paper)
        let process = Self.process([shape], nodes: [node])
        #expect(try #require(Self.chart(process, breaks: ["a"]).html).markup.contains(">▲ Papier<"))
        #expect(try !#require(Self.chart(process).html).markup.contains("▲"))
    }

    @Test func `a name that does not fit is cut and says so, a long word goes on with a hyphen`() {
        #expect(
            DrawnText("Antrag auf Vollständigkeit prüfen", room: 110, lines: 3).lines == [
                "Antrag auf", "Vollständigkeit", "prüfen",
            ])
        #expect(DrawnText("eins zwei drei vier fünf", room: 66, lines: 2).lines == ["eins zwei", "drei vier…"])
        #expect(DrawnText("Donaudampfschifffahrt", room: 66, lines: 4).lines == ["Donaudamp-", "fschifffa-", "hrt"])
        #expect(DrawnText("", room: 66, lines: 2).lines.isEmpty)
    }

    @Test func `a file without a layout is not drawn, and a point far away makes no endless picture`() throws {
        #expect(Self.chart(Self.process([])).html == nil)
        let (shape, node) = Self.step(nil)
        let far = ProcessDrawing.Shape(
            element: "b", what: .annotation, label: "", box: Box(x: 100_000, y: 90_000, width: 1, height: 1))
        let svg = try #require(Self.chart(Self.process([shape, far], nodes: [node])).html).markup
        #expect(svg.hasPrefix("<svg width=\"6000\" height=\"6000\""))
    }
}
