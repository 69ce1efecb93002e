import Model

/// Reads the layout of a diagram: boxes and the points of lines, as the modelling tool placed them.
struct BPMNDrawing {
    let subjects: [String: (what: ProcessDrawing.Shape.What, label: String)]
    let lines: [String: (what: ProcessDrawing.Edge.What, label: String)]
    /// Elements of the file that are drawn as plain lines or not at all.
    let passedOver: Set<String>

    func read(_ plane: BPMNElement) throws(Diagnostic) -> (drawing: ProcessDrawing, warnings: [Diagnostic]) {
        var shapes: [ProcessDrawing.Shape] = []
        var edges: [ProcessDrawing.Edge] = []
        var warnings: [Diagnostic] = []
        for element in plane.children where element.isDrawing("BPMNShape") || element.isDrawing("BPMNEdge") {
            let subject = element["bpmnElement"] ?? ""
            if element.isDrawing("BPMNShape") {
                if let shape = try shape(element, of: subject) { shapes.append(shape) }
            } else if let edge = try edge(element, of: subject) {
                edges.append(edge)
            }
            if subjects[subject] == nil, lines[subject] == nil, !passedOver.contains(subject) {
                warnings.append(
                    Diagnostic(
                        .warning, at: element.place,
                        "'\(subject.excerpt)' is drawn, but not in the file or not understood"))
            }
            guard shapes.count + edges.count <= BPMNFile.mostShapes, warnings.count <= 100 else {
                throw Diagnostic(
                    at: element.place,
                    "the drawing has more than \(BPMNFile.mostShapes) shapes and lines, or over 100 of nothing",
                    hint: "export one process of one service to a file")
            }
        }
        return (ProcessDrawing(shapes: shapes, edges: edges), warnings)
    }

    private func shape(_ element: BPMNElement, of subject: String) throws(Diagnostic) -> ProcessDrawing.Shape? {
        guard let (what, label) = subjects[subject] else { return nil }
        guard
            let bounds = element.children.first(where: { $0.name == "Bounds" && $0.namespace == BPMNFile.drawingUnits })
        else {
            throw Diagnostic(at: element.place, "the shape of '\(subject.excerpt)' has no bounds")
        }
        let box = ProcessDrawing.Box(
            x: try number("x", of: bounds), y: try number("y", of: bounds),
            width: max(0, try number("width", of: bounds)), height: max(0, try number("height", of: bounds)))
        return .init(
            element: subject, what: what, label: label, box: box, isHorizontal: element["isHorizontal"] != "false")
    }

    private func edge(_ element: BPMNElement, of subject: String) throws(Diagnostic) -> ProcessDrawing.Edge? {
        let line = lines[subject] ?? (passedOver.contains(subject) ? (.association, "") : nil)
        guard let (what, label) = line else { return nil }
        var points: [ProcessDrawing.Point] = []
        for point in element.children where point.name == "waypoint" && point.namespace == BPMNFile.drawingLines {
            points.append(.init(x: try number("x", of: point), y: try number("y", of: point)))
            guard points.count <= BPMNFile.mostPoints else {
                throw Diagnostic(at: point.place, "a line has more than \(BPMNFile.mostPoints) points")
            }
        }
        guard points.count >= 2 else {
            throw Diagnostic(at: element.place, "the line of '\(subject.excerpt)' has fewer than two points")
        }
        return .init(element: subject, what: what, label: label, points: points)
    }

    private static let furthest = 100_000.0

    private func number(_ name: String, of element: BPMNElement) throws(Diagnostic) -> Int {
        guard let text = element[name] else {
            throw Diagnostic(at: element.place, "<\(element.name)> lacks '\(name)'")
        }
        guard let value = Double(text), abs(value) <= Self.furthest else {
            throw Diagnostic(
                at: element.place, "\(name)=\"\(text.excerpt)\" is not a number from -100000 to 100000")
        }
        return Int(value.rounded())
    }
}
