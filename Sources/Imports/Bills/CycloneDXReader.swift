import Documents
import Model

/// Software bills of materials of CycloneDX, version 1, in JSON and XML: every component at every depth.
enum CycloneDXReader {
    static func read(_ bytes: [UInt8], into sink: inout ImportSink) throws {
        let isXML = bytes.first { ![0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF].contains($0) } == UInt8(ascii: "<")
        try isXML ? readXML(bytes, into: &sink) : readJSON(bytes, into: &sink)
    }

    private static func readJSON(_ bytes: [UInt8], into sink: inout ImportSink) throws {
        let bom = try JSONValue.read(bytes, sink.file)
        guard bom.field("bomFormat") == "CycloneDX", bom.field("specVersion").hasPrefix("1.") else {
            throw Diagnostic(
                at: Place(file: sink.file, line: 1, column: 1),
                "not CycloneDX 1: its version is '\(bom.field("specVersion").excerpt)'")
        }
        if let subject = bom["metadata"]?["component"] {
            sink.subject = subject.field("name").cleaned
            try add(subject, "/metadata/component", into: &sink)
        }
        try add(list: bom["components"], "/components", into: &sink)
    }

    private static func add(list: JSONValue?, _ pointer: String, into sink: inout ImportSink) throws {
        guard let list else { return }
        guard let items = list.items else { return sink.refuse(pointer: pointer, "not a list") }
        for (number, item) in items.enumerated() { try add(item, "\(pointer)/\(number)", into: &sink) }
    }

    private static func add(_ component: JSONValue, _ pointer: String, into sink: inout ImportSink) throws {
        var row = ImportedRow(.software, name: component.field("name"), place: pointer)
        row.version = component.field("version")
        row.vendor = component.field("publisher").or(component["supplier"]?.field("name") ?? "")
            .or(component["manufacturer"]?.field("name") ?? "").or(component.field("group"))
        row.purl = component.field("purl")
        row.cpe = component.field("cpe")
        row.publisherID = component.field("bom-ref")
        try sink.add(row)
        try add(list: component["components"], "\(pointer)/components", into: &sink)
    }

    private static func readXML(_ bytes: [UInt8], into sink: inout ImportSink) throws {
        try XMLReading.elements(named: ["metadata", "component"], of: bytes, file: sink.file) { element in
            guard element.name == "metadata" else { return try add(element, into: &sink) }
            guard let subject = element.child("component") else { return }
            sink.subject = subject.child("name")?.text.cleaned
            try add(subject, into: &sink)
        }
    }

    private static func add(_ component: XMLElement, into sink: inout ImportSink) throws {
        func text(_ name: String) -> String { component.child(name)?.text ?? "" }
        var row = ImportedRow(.software, name: text("name"), place: "line \(component.line)")
        row.version = text("version")
        row.vendor = text("publisher").or(component.child("supplier")?.child("name")?.text ?? "")
            .or(component.child("manufacturer")?.child("name")?.text ?? "").or(text("group"))
        row.purl = text("purl")
        row.cpe = text("cpe")
        row.publisherID = component["bom-ref"] ?? ""
        try sink.add(row, line: component.line)
        for inner in component.child("components")?.children(named: "component") ?? [] {
            try add(inner, into: &sink)
        }
    }
}
