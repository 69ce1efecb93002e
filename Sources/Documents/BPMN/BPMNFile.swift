import Model

/// Reads processes drawn in BPMN 2.0 (ISO/IEC 19510) as modelling tools export them; what a vendor adds is passed over.
///
/// Bounded, because such files come from strangers too. Which words say what system and medium a step has is in
/// `StepRemarks`.
package enum BPMNFile {
    package static let model = "http://www.omg.org/spec/BPMN/20100524/MODEL"
    package static let drawing = "http://www.omg.org/spec/BPMN/20100524/DI"
    package static let drawingUnits = "http://www.omg.org/spec/DD/20100524/DC"
    package static let drawingLines = "http://www.omg.org/spec/DD/20100524/DI"

    static let mostNodes = 2_000
    static let mostFlows = 5_000
    static let mostShapes = 10_000
    static let mostPoints = 200

    /// Throws the first thing that is wrong, with its place; `warnings` are what could not be taken over.
    package static func read(
        _ text: String, file: String
    ) throws(Diagnostic) -> (process: ProcessModel, warnings: [Diagnostic]) {
        let root = try BPMNElement.root(of: text, file: file)
        guard root.isModel("definitions") else {
            throw Diagnostic(
                at: root.place, "expected a BPMN 2.0 file, found <\(root.name.excerpt)>",
                hint: "export the process as 'BPMN 2.0 XML' from the modelling tool")
        }
        var reading = BPMNReading(root)
        try reading.collect()
        return (try reading.process(), reading.warnings)
    }

    package static func read(at path: String) throws(Diagnostic) -> (process: ProcessModel, warnings: [Diagnostic]) {
        try read(TextFile.read(path), file: path)
    }
}
