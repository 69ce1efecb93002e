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
    ("", "1:1: error: not valid JSON: the document ends too early"),
    ("{", "1:2: error: not valid JSON: the document ends too early"),
    ("{\"a\": {\n\"b\": [1, 2", "2:11: error: not valid JSON: the document ends too early"),
    ("{\n \"ä\": \"b", "2:7: error: not valid JSON: a text is not closed"),
    ("[1,]", "1:3: error: not valid JSON: a comma before the end of a list or object"),
    ("{\"a\":1,}", "1:7: error: not valid JSON: a comma before the end of a list or object"),
    ("nul", "1:1: error: not valid JSON: a value is missing"),
    ("'a'", "1:1: error: not valid JSON: a value is missing"),
    ("[1] 2", "1:5: error: not valid JSON: goes on after its end"),
    ("\"\\ud800\"", "1:2: error: not valid JSON: half a character: '\\u' of a pair alone"),
    ("\"\\ud800\\u0041\"", "1:2: error: not valid JSON: half a character: '\\u' of a pair alone"),
    ("\"\\x\"", "1:2: error: not valid JSON: a '\\' before a sign that needs none"),
    ("\"\\u00+1\"", "1:2: error: not valid JSON: a '\\' before a sign that needs none"),
    ("\"a\nb\"", "1:3: error: not valid JSON: a control character in a text"),
    ("SSH-2.0-x", "1:1: error: not valid JSON: a value is missing"),
    ("{\"a\":1 \"b\":2}", "1:8: error: not valid JSON: a comma or '}' is missing"),
    ("{a:1}", "1:2: error: not valid JSON: a name in quotation marks is missing"),
    ("{\"a\" 1}", "1:6: error: not valid JSON: a colon is missing"),
    ("[01]", "1:3: error: not valid JSON: a comma or ']' is missing"),
    ("[1.]", "1:4: error: not valid JSON: a digit is missing"),
    ("\u{0}", "1:1: error: not valid JSON: a value is missing"), ("[1e999]", "1:1: error: not valid JSON: "),
])
func `what is not JSON is refused with its place and a reason`(text: String, complaint: String) {
    let error = #expect(throws: Diagnostic.self) { try JSONValue.read(text, source: "x.json") }
    #expect(error?.description.hasPrefix("x.json:\(complaint)") == true, "\(error?.description ?? "")")
}

@Test func `pointers lead to lines`() {
    let text = """
        {"list": [
          {"a": 1},
          {"a": {"b": "}"}, "c": [0,
            7]}
        ]}
        """
    let lines = JSONValue.lines(of: ["/list/1", "/list/1/c/1", "/list/9", "", "/list/1/a"], in: Array(text.utf8))
    #expect(lines == ["": 1, "/list/1": 3, "/list/1/c/1": 4, "/list/1/a": 3])
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
