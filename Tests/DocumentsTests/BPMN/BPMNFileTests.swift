import Documents
import Foundation
import Model
import Testing

@Test func `the same process reads the same whatever prefixes and additions a tool writes`() throws {
    let plain = try BPMNFile.read(bpmn(), file: "a.bpmn").process
    let prefixed = bpmn()
        .replacing("<(/?)([a-z])".regex) { "<\($0.output[1].substring ?? "")m:\($0.output[2].substring ?? "")" }
        .replacing("m:di:", with: "di:").replacing("m:dc:", with: "dc:").replacing("m:line:", with: "line:")
        .replacing("xmlns=", with: "xmlns:m=")
        .replacing(
            "</m:process>",
            with: "<m:extensionElements><v:secret xmlns:v=\"urn:v\"><v:x/></v:secret></m:extensionElements></m:process>"
        )
    #expect(try BPMNFile.read(prefixed, file: "b.bpmn").process == plain)
    #expect(plain.nodes.map(\.name) == ["", "Antrag prüfen", "Bescheid drucken", ""])
    #expect(plain.nodes.map(\.kind) == [.startEvent, .userTask, .manualTask, .endEvent])
    #expect(plain.flows.map { "\($0.from)>\($0.to)" } == ["s>a", "a>b", "b>e"])
    #expect(plain.exporter == "Handarbeit")
}

@Test func `roles are innermost lanes, systems come from stores, documentation and notes`() throws {
    let text = bpmn(
        lanes: """
            <laneSet id="ls"><lane id="amt" name="Amt"><flowNodeRef>a</flowNodeRef><flowNodeRef>b</flowNodeRef>
            <childLaneSet id="cs"><lane id="kasse" name="Kasse"><flowNodeRef> b
            </flowNodeRef></lane></childLaneSet></lane></laneSet>
            """,
        inA: """
            <documentation>Der Antrag.&#10;System: Infoma  newsystem [infoma-newsystem]
            Medium: System</documentation>
            <dataInputAssociation id="d1"><sourceRef>store</sourceRef><targetRef>x</targetRef></dataInputAssociation>
            """,
        more: """
            <dataStoreReference id="store" name="AutiSta [autista]"/>
            <textAnnotation id="note"><text>Medium: Papier&#10;system: Ablage im Keller</text></textAnnotation>
            <association id="as" sourceRef="note" targetRef="b"/>
            """)
    let process = try BPMNFile.read(text, file: "a.bpmn").process
    #expect(process.nodes.map(\.role) == ["Rathaus", "Amt", "Kasse", "Rathaus"])
    #expect(process.nodes[1].systems == ["autista", "infoma-newsystem"])
    #expect(process.nodes[1].medium == .system)
    #expect(process.nodes[2].systems == ["ablage-im-keller"])
    #expect(process.nodes[2].medium == .paper)
    #expect(
        process.systems == [
            ProcessSystem(id: "autista", name: "AutiSta", isCatalogued: true),
            ProcessSystem(id: "infoma-newsystem", name: "Infoma newsystem", isCatalogued: true),
            ProcessSystem(id: "ablage-im-keller", name: "Ablage im Keller", isCatalogued: false),
        ])
    #expect(
        process.pools == [
            .init(
                id: "pool", name: "Rathaus", lanes: [.init(id: "amt", name: "Amt"), .init(id: "kasse", name: "Kasse")])
        ])
}

@Test func `steps inside a sub-process have its role`() throws {
    let text = bpmn(
        more: """
            <subProcess id="sub" name="Prüfung"><userTask id="in" name="Innen"/>
            <subProcess id="deep"><manualTask id="most" name="Ganz innen"/></subProcess></subProcess>
            """)
    let process = try BPMNFile.read(text, file: "a.bpmn").process
    #expect(process.nodes.filter { ["in", "most"].contains($0.id) }.map(\.role) == ["Rathaus", "Rathaus"])
}

@Test func `the layout is the file's own, rounded`() throws {
    let drawing = try BPMNFile.read(bpmn(), file: "a.bpmn").process.drawing
    #expect(drawing.shapes.map(\.element) == ["pool", "a", "b"])
    #expect(drawing.shapes[1].box == .init(x: 100, y: 51, width: 120, height: 80))
    #expect(drawing.edges.map(\.points) == [[.init(x: 220, y: 90), .init(x: -260, y: 90)]])
}

@Test(
    arguments: [
        (bpmn().replacing("sourceRef=\"a\"", with: "sourceRef=\"gone\""), 9, "the flow 'f2' leads to 'gone'"),
        (bpmn().replacing(" targetRef=\"b\"", with: ""), 9, "<sequenceFlow> 'f2' lacks 'targetRef'"),
        (bpmn().replacing("id=\"b\"", with: "id=\"a\""), 7, "id 'a' is given twice"),
        (bpmn().replacing("<userTask id=\"a\"", with: "<userTask"), 6, "<userTask> has no id"),
        (bpmn().replacing("width=\"120\"", with: "width=\"1e99\""), 15, "width=\"1e99\" is not a number"),
        (bpmn().replacing("width=\"120\"", with: "width=\"nan\""), 15, "width=\"nan\" is not a number"),
        (bpmn().replacing("width=\"120\"", with: ""), 15, "<Bounds> lacks 'width'"),
        (
            bpmn().replacing("<line:waypoint x=\"-260\" y=\"90\"/>", with: ""), 17,
            "the line of 'f2' has fewer than two points"
        ),
        ("<definitions/>", 1, "expected a BPMN 2.0 file, found <definitions>"),
        ("<svg xmlns=\"http://www.w3.org/2000/svg\"/>", 1, "expected a BPMN 2.0 file, found <svg>"),
        ("<definitions xmlns=\"\(BPMNFile.model)\"/>", 1, "the file draws no process"),
        ("", 1, ""), ("{}", 1, ""),
    ] as [(String, Int, String)])
func `a broken file is refused with the place`(text: String, line: Int, message: String) {
    let fault = #expect(throws: Diagnostic.self) { try BPMNFile.read(text, file: "a.bpmn") }
    #expect(fault?.line == line)
    #expect(fault?.message.hasPrefix(message) == true, "\(fault?.message ?? "")")
}

@Test func `every shorter file is refused`() {
    let text = Array(bpmn().utf8)
    for length in stride(from: 0, to: text.count - 15, by: 7) {
        #expect(throws: Diagnostic.self) {
            try BPMNFile.read(String(decoding: text.prefix(length), as: UTF8.self), file: "a.bpmn")
        }
    }
}

@Test(arguments: [
    "<!DOCTYPE d [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>" + bpmn(),
    "<!DOCTYPE d SYSTEM \"file:///etc/passwd\">" + bpmn(),
    bpmn().replacing("Antrag", with: "&undeclared;"),
    bpmn(more: String(repeating: "<subProcess id=\"x\">", count: 200) + String(repeating: "</subProcess>", count: 200)),
    bpmn(more: (0..<10_000).map { "<task id=\"t\($0)\"/>" }.joined()),
    bpmn(more: (0..<6_000).map { "<sequenceFlow id=\"g\($0)\" sourceRef=\"a\" targetRef=\"b\"/>" }.joined()),
    bpmn(
        shapes: (0..<10_001).map { _ in
            "<di:BPMNShape bpmnElement=\"a\"><dc:Bounds x=\"1\" y=\"1\" width=\"1\" height=\"1\"/></di:BPMNShape>"
        }.joined()),
    bpmn(shapes: (0..<200).map { _ in "<di:BPMNShape bpmnElement=\"nothing\"/>" }.joined()),
])
func `a hostile file is refused in a moment`(text: String) {
    #expect(throws: Diagnostic.self) { try BPMNFile.read(text, file: "a.bpmn") }
}

@Test func `sub-processes inside each other and flows in circles are read`() throws {
    let text = bpmn(
        more:
            "<sequenceFlow id=\"back\" sourceRef=\"b\" targetRef=\"a\"/><sequenceFlow id=\"self\" sourceRef=\"b\" targetRef=\"b\"/>"
    )
    #expect(try BPMNFile.read(text, file: "a.bpmn").process.flows.count == 5)
}

@Test func `what is not understood is a warning, and so is a file without layout`() throws {
    let text = bpmn(shapes: "<di:BPMNShape bpmnElement=\"ghost\"/>")
    #expect(
        try BPMNFile.read(text, file: "a.bpmn").warnings.map(\.message) == [
            "'ghost' is drawn, but not in the file or not understood"
        ])
    let plain = text.replacing("(?s)<di:BPMNDiagram.*</di:BPMNDiagram>".regex, with: "")
    let reading = try BPMNFile.read(plain, file: "a.bpmn")
    #expect(reading.process.drawing == .none)
    #expect(reading.warnings.map(\.message) == ["the file has no layout: the process is compared, but not drawn"])
}

@Test func `the example processes are read without a warning`() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
        path: "../../../examples/lippe/processes")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".bpmn") }
    #expect(files.count == 8)
    for file in files {
        let (process, warnings) = try BPMNFile.read(at: folder.appending(path: file).path)
        #expect(warnings == [], "\(file)")
        #expect(process.steps.count >= 5, "\(file)")
        #expect(process.drawing.shapes.count >= process.nodes.count, "\(file)")
    }
}

/// A small process of two steps; lines as the tests above count them.
func bpmn(lanes: String = "", inA: String = "", more: String = "", shapes: String = "") -> String {
    """
    <definitions xmlns="\(BPMNFile.model)" xmlns:di="\(BPMNFile.drawing)" xmlns:dc="\(BPMNFile.drawingUnits)"
      xmlns:line="\(BPMNFile.drawingLines)" exporter="Handarbeit">
      <collaboration id="c"><participant id="pool" name="Rathaus" processRef="p"/></collaboration>
      <process id="p" name="Antrag">\(lanes)
        <startEvent id="s"/>
        <userTask id="a" name="Antrag &#10; prüfen">\(inA)</userTask>
        <manualTask id="b" name="Bescheid drucken"/>
        <endEvent id="e"/><sequenceFlow id="f1" sourceRef="s" targetRef="a"/>
        <sequenceFlow id="f2" sourceRef="a" targetRef="b"/>
        <sequenceFlow id="f3" sourceRef="b" targetRef="e"/>\(more)
      </process>
      <di:BPMNDiagram id="dia"><di:BPMNPlane id="plane" bpmnElement="c">
        <di:BPMNShape bpmnElement="pool"><dc:Bounds x="0" y="0" width="600" height="200"/></di:BPMNShape>
        <di:BPMNShape bpmnElement="a">
          <dc:Bounds x="100.4" y="50.5" width="120" height="80"/></di:BPMNShape>
        <di:BPMNShape bpmnElement="b"><dc:Bounds x="260" y="50" width="100" height="80"/></di:BPMNShape>
        <di:BPMNEdge bpmnElement="f2"><line:waypoint x="220" y="90"/><line:waypoint x="-260" y="90"/></di:BPMNEdge>
        \(shapes)
      </di:BPMNPlane></di:BPMNDiagram>
    </definitions>
    """
}

extension String {
    fileprivate var regex: Regex<AnyRegexOutput> {
        guard let regex = try? Regex(self) else { preconditionFailure("a test's own pattern") }
        return regex
    }
}
