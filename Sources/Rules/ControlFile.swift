import Documents
import Model

/// One file of the catalogue: a framework and its requirements.
struct ControlFile {
    let source: ControlCatalogue.Source
    let entries: [ControlCatalogue.Entry]

    private static let framework = YAMLKey.required(
        "framework", YAMLShape<Control.Framework>.word, "grundschutz_2023, grundschutz_plus_plus or wiba.")
    private static let document = YAMLKey.required("document", .text, "Where the ids come from.")
    private static let edition = YAMLKey.required("edition", .text, "Its edition or date: ids move.")
    private static let controls = YAMLKey.required("controls", control.someList, "Every requirement rules may name.")

    static let shape = YAMLShape<ControlFile>.mapping(
        YAMLMapping(
            "a file of controls",
            [framework.declaration, document.declaration, edition.declaration, controls.declaration])
    ) { fields, log in
        guard let framework = fields[framework], let document = fields[document], let edition = fields[edition],
            let lines = fields[controls]
        else { return nil }
        let source = ControlCatalogue.Source(
            framework: framework, document: document, edition: edition, place: fields.place)
        return ControlFile(source: source, entries: entries(lines, framework, log))
    }

    /// A requirement before its framework is known.
    private struct Line {
        let id: String
        let support: Control.Support
        let basis: ControlCatalogue.Entry.Basis?
        let note: LocalizedText
        let place: Place
    }

    private static let id = YAMLKey.required("id", .text, "As its authors write it.")
    private static let support = YAMLKey.required(
        "support", YAMLShape<Control.Support>.word,
        "measured (a rule judges it), partly (a scan shows a part) or people (only they can answer).")
    private static let basis = YAMLKey.optional(
        "basis", YAMLShape<ControlCatalogue.Entry.Basis>.word, "map (the BSI's draft mapping) or own.")
    private static let note = YAMLKey.required(
        "note", CommonShapes.texts, "What a scan can say there and what it cannot, in own words.")

    private static let control = YAMLShape<Line>.mapping(
        YAMLMapping("a control", [id.declaration, support.declaration, basis.declaration, note.declaration])
    ) { fields, _ in
        guard let id = fields[id], let support = fields[support], let note = fields[note] else { return nil }
        return Line(id: id, support: support, basis: fields[basis], note: note, place: fields.place)
    }

    private static func entries(
        _ lines: [Line], _ framework: Control.Framework, _ log: DiagnosticLog
    ) -> [ControlCatalogue.Entry] {
        var places: [String: Place] = [:]
        for line in lines {
            if let first = places.updateValue(line.place, forKey: line.id) {
                log.error(at: line.place, "the control '\(line.id)' stands here already: line \(first.line)")
            }
            let needsBasis = framework == .grundschutzPlusPlus
            if needsBasis, line.basis == nil {
                log.error(
                    at: line.place, "the control '\(line.id)' lacks the key 'basis'",
                    hint: "basis: map where the BSI's draft mapping links it, own where we do")
            } else if !needsBasis, line.basis != nil {
                log.error(
                    at: line.place, "the control '\(line.id)' has a 'basis', which only Grundschutz++ has",
                    hint: "leave it out")
            }
        }
        return lines.map { line in
            ControlCatalogue.Entry(
                control: Control(framework, line.id), support: line.support, basis: line.basis, note: line.note,
                place: line.place)
        }
    }
}
