import Documents
import Testing

private let values: [(value: JSONValue, text: String)] = [
    (.null, "null"), (true, "true"), (-7, "-7"), (.number(1.5), "1.5"), (.number(.infinity), "null"),
    (.array([]), "[]"), (.object([JSONMember]()), "{}"), (["b": 1, "a": [2, "x"]], #"{"b":1,"a":[2,"x"]}"#),
]

@Test(arguments: values)
func `a value is written compactly in its order`(value: JSONValue, text: String) {
    #expect(value.text() == text)
}

@Test func `pretty text is indented by two spaces`() {
    let value: JSONValue = ["a": [1, ["b": nil]], "c": []]
    #expect(
        value.text(.pretty) == """
            {
              "a": [
                1,
                {
                  "b": null
                }
              ],
              "c": []
            }
            """)
}

@Test func `canonical text does not depend on the order of members`() {
    let one: JSONValue = ["b": ["y": 1, "x": 2], "a": 1]
    let other: JSONValue = ["a": 1, "b": ["x": 2, "y": 1]]
    #expect(one.text(.canonical) == other.text(.canonical))
    #expect(one.text(.canonical) == #"{"a":1,"b":{"x":2,"y":1}}"#)
}

@Test(arguments: [
    ("\"\\/", #""\"\\/""#), ("a\nb\r\t", #""a\nb\r\t""#), ("\u{0}\u{1B}[31m", #""\u0000\u001b[31m""#),
    ("\u{7F}\u{9B}", #""\u007f\u009b""#), ("\u{2028}\u{2029}", #""\u2028\u2029""#), ("\u{202E}exe", #""\u202eexe""#),
    ("grün 😀", "\"grün 😀\""),
])
func `hostile text is escaped and comes back`(text: String, written: String) throws {
    #expect(JSONValue.string(text).text() == written)
    #expect(try JSONValue.read(written, source: "x") == .string(text))
}

@Test func `a document is read with integers, numbers and booleans apart`() throws {
    let value = try JSONValue.read(#"{"b": [1, 1.5, true, null, "x"], "a": {"n": -9223372036854775808}}"#, source: "x")
    #expect(value == ["a": ["n": .integer(.min)], "b": [1, .number(1.5), true, nil, "x"]])
}

@Test(arguments: [
    "", "{", "[1,]", "{\"a\":1,}", "nul", "'a'", "[1] 2", "\"\\ud800\"", "SSH-2.0-x", "{\"a\":1 \"b\":2}", "\u{0}",
    "[1e999]",
])
func `what is not JSON is refused with a reason`(text: String) {
    let error = #expect(throws: Diagnostic.self) { try JSONValue.read(text, source: "x.json") }
    #expect(error?.description.hasPrefix("x.json:1:1: error: not valid JSON: ") == true)
}

@Test func `deep nesting and long documents are refused`() {
    for depth in [65, 100_000] {
        #expect(throws: Diagnostic.self) { try JSONValue.read(String(repeating: "[", count: depth), source: "x") }
    }
    #expect(throws: Diagnostic.self) { try JSONValue.read("[1, 2]", source: "x", longest: 5) }
}

@Test func `every shorter prefix of a document is refused, never a crash`() {
    let text = #"{"a": [1, "\u00fc\n", {"b": false}], "c": -1.5e3}"#
    for length in 0..<text.count {
        #expect(throws: Diagnostic.self) { try JSONValue.read(String(text.prefix(length)), source: "x") }
    }
}
