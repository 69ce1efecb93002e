import Documents
import Model
import Testing

/// A small declared mapping, as a fleet or a rule has them.
private struct Gate: Sendable, Equatable {
    enum Colour: String, CaseIterable { case red, green }

    let id: String
    let colour: Colour?
    let open: Bool
    let since: Day?
    let waitSeconds: Int?

    static let id = YAMLKey.required("id", .slug, "what others call the gate")
    static let colour = YAMLKey.optional("colour", YAMLShape<Colour>.word, "its paint")
    static let open = YAMLKey.optional("open", .boolean, "whether one may pass")
    static let since = YAMLKey.optional("since", .day, "first day")
    static let wait = YAMLKey.optional("wait", YAMLShape.seconds(in: 1...60), "how long to wait")
    static let note = YAMLKey.optional("note", .text, "remark")
    static let keys = YAMLMapping(
        "a gate",
        [
            id.declaration, colour.declaration, open.declaration, since.declaration, wait.declaration,
            note.declaration,
        ])

    static let shape = YAMLShape<Gate>.mapping(keys) { fields, _ in
        guard let id = fields[Gate.id] else { return nil }
        return Gate(
            id: id, colour: fields[colour], open: fields[open] ?? false, since: fields[since],
            waitSeconds: fields[wait])
    }
}

private func read(_ text: String) throws -> (gates: [Gate]?, log: DiagnosticLog) {
    let log = DiagnosticLog()
    let gates = try Gate.shape.list.read(YAMLSource.read(text, file: "gates.yaml"), log)
    return (gates, log)
}

private func firstComplaint(_ text: String) -> String {
    do {
        return try read(text).log.diagnostics.first?.description ?? "nothing"
    } catch {
        return "\(error)"
    }
}

@Test func `a well-formed list is read into values`() throws {
    let (gates, log) = try read("- {id: north, colour: green, open: true, since: 2026-11-23, wait: 8s}\n- id: south\n")
    #expect(log.diagnostics.isEmpty)
    #expect(
        gates == [
            Gate(id: "north", colour: .green, open: true, since: Day("2026-11-23"), waitSeconds: 8),
            Gate(id: "south", colour: nil, open: false, since: nil, waitSeconds: nil),
        ])
}

@Test func `every fault of a file is reported, in reading order`() throws {
    let (_, log) = try read("- id: North\n  colur: red\n- open: maybe\n  wait: 90s\n")
    #expect(
        log.errors.map { "\($0.line):\($0.column) \($0.message)" } == [
            "1:7 'North' is not an id",
            "2:3 unknown key 'colur'",
            "3:3 a gate lacks the key 'id'",
            "3:9 expected true or false, found 'maybe'",
            "4:9 '90s' is outside 1 to 60 seconds",
        ])
}

@Test(arguments: [
    (
        "- id: a\n  colur: red", "gates.yaml:2:3: error: unknown key 'colur'\nhint: did you mean 'colour'?"
    ),
    (
        "- id: 07231",
        "gates.yaml:1:7: error: 3737 is not text (YAML reads 07231 as an octal number)\nhint: put it in quotes: \"07231\""
    ),
    (
        "- id: no",
        "gates.yaml:1:7: error: false is not text (YAML reads no as a boolean)\nhint: put it in quotes: \"no\""
    ),
    (
        "- {id: a, note: 1.0}",
        "gates.yaml:1:17: error: 1.0 is not text (YAML reads it as a number)\nhint: put it in quotes: \"1.0\""
    ),
    (
        "- {id: a, note: 1:30}",
        "gates.yaml:1:17: error: 90 is not text (YAML reads 1:30 as a number to base 60)\nhint: put it in quotes: \"1:30\""
    ),
    (
        "- {id: a, note: 7231}",
        "gates.yaml:1:17: error: 7231 is not text (YAML reads it as a number)\nhint: put it in quotes: \"7231\""
    ),
    ("- {id: a, note: ~}", "gates.yaml:1:17: error: expected text, found nothing"),
    ("- {id: a, note: '  '}", "gates.yaml:1:17: error: the text is empty"),
    ("- {id: a, note: [b]}", "gates.yaml:1:17: error: expected text, found a list"),
    (
        "- {id: a, colour: grene}",
        "gates.yaml:1:19: error: 'grene' is not one of red, green\nhint: did you mean 'green'?"
    ),
    (
        "- {id: a, since: 2026-02-30}",
        "gates.yaml:1:18: error: '2026-02-30' is not a day\nhint: write it as 2026-11-23"
    ),
    (
        "- {id: a, wait: 8}",
        "gates.yaml:1:17: error: '8' is not a whole number with the unit 's', 'm', 'h', 'd'\nhint: write it as 8s"
    ),
    (
        "- id: a\n  open: true\n  open: false",
        "gates.yaml:3:3: error: key 'open' is given twice\nhint: it is already given in line 2"
    ),
    (
        "- {id: a, open: true, open: false}",
        "gates.yaml:1:23: error: key 'open' is given twice\nhint: it is already given in line 1"
    ),
    (
        "id: a", "gates.yaml:1:1: error: expected a list, found a mapping\nhint: write [a, b] or one '- a' a line"
    ),
    ("", "gates.yaml:1:1: error: the file is empty\nhint: write what it is for, or leave the file out"),
    (
        "# only a remark\n",
        "gates.yaml:1:1: error: the file is empty\nhint: write what it is for, or leave the file out"
    ),
    (
        "- id: &x a\n- id: *x",
        "gates.yaml:1:7: error: anchors and aliases are not supported: '&x'\nhint: write the value out"
    ),
    ("- id: *x", "gates.yaml:1:7: error: anchors and aliases are not supported"),
    (
        "- id: !!binary a",
        "gates.yaml:1:7: error: tags are not supported: 'tag:yaml.org,2002:binary'\nhint: write the value without it"
    ),
    ("- [a]: b", "gates.yaml:1:3: error: a key must be a word, not a list"),
    (
        "- id: a\n---\n- id: b",
        "gates.yaml:2:1: error: the file holds more than one YAML document\nhint: it began in line 1"
    ),
    (
        "- id: \"a",
        "gates.yaml:1:9: error: not valid YAML: a quotation mark is not closed\nhint: it began in line 1"
    ),
    (
        "- id: [a, # b",
        "gates.yaml:1:14: error: not valid YAML: a value is missing, or a bracket is not closed\nhint: write the value, or close the bracket before it"
    ),
    (
        "- id: [a, #\n\n\n",
        "gates.yaml:1:12: error: not valid YAML: a value is missing, or a bracket is not closed\nhint: write the value, or close the bracket before it"
    ),
    (
        "- id: [a, , b]",
        "gates.yaml:1:11: error: not valid YAML: a value is missing, or a bracket is not closed\nhint: write the value, or close the bracket before it"
    ),
    (
        "- id: a: b",
        "gates.yaml:1:8: error: not valid YAML: a ':' where none can stand\nhint: put text that contains ': ' in quotes, and check the indentation"
    ),
    (
        "- id: a\n\topen: true",
        "gates.yaml:2:1: error: not valid YAML: a line is indented with a tab\nhint: indent with spaces, YAML does not allow tabs"
    ),
    (
        "- id: a\u{1}b",
        "gates.yaml:1:8: error: not valid YAML: control characters are not allowed (U+1)\nhint: remove the control character"
    ),
])
func `a fault is named with its place and a way out`(text: String, complaint: String) {
    #expect(firstComplaint(text) == complaint)
}

@Test func `a quoted number is text`() throws {
    let text = try YAMLSource.read("\"07231\"", file: "a.yaml")
    #expect(YAMLShape.text.read(text, DiagnosticLog()) == "07231")
}

@Test func `an alias bomb is refused at once`() {
    let bomb = (1...9).reduce("a0: &a0 [x, x]\n") { text, level in
        text + "a\(level): &a\(level) [" + Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ") + "]\n"
    }
    #expect(firstComplaint(bomb + "? *a9\n: x\n").contains("anchors and aliases are not supported"))
}

@Test(arguments: [
    String(repeating: "[", count: 900), String(repeating: "[", count: 50_000), String(repeating: "- ", count: 20_000),
])
func `deep nesting is refused`(text: String) {
    let closed = text.hasPrefix("[") ? text + String(repeating: "]", count: text.count) : text + "x"
    #expect(firstComplaint(closed).contains("error: "))
}

@Test func `every shorter prefix of a good file is read or refused, never a crash`() {
    let good = "- {id: north, colour: \"gr\\u00fcn\", since: 2026-11-23}\n- id: |\n    a\n  wait: 8s # ü\n- 'a''b'\n"
    for length in 0...good.count { _ = firstComplaint(String(good.prefix(length))) }
    for hostile in ["\u{FEFF}- id: a", "\u{0}", "%YAML 9.9\n---\na", "SSH-2.0-OpenSSH_9.2\r\n", "{\"a\": \"\\ud800\"}"]
    {
        _ = firstComplaint(hostile)
    }
}

@Test(arguments: [
    ("athorisation", "authorisation"), ("cirtical", "critical"), ("Name", "name"), ("xyz", nil), ("", nil),
])
func `the closest word is found, a distant one is not suggested`(word: String, expected: String?) {
    #expect(Suggestion.closest(to: word, among: ["name", "authorisation", "critical", "owner"]) == expected)
}
