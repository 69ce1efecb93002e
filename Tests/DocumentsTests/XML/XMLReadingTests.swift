import Documents
import Foundation
import Testing

private func document(_ text: String, limits: XMLLimits = .document) throws -> Documents.XMLElement {
    try XMLReading.document(of: Array(text.utf8), file: "x.xml", limits: limits)
}

private func refusal(_ text: String, limits: XMLLimits = .document) -> String? {
    #expect(throws: Diagnostic.self) { try document(text, limits: limits) }?.description
}

@Test func `a document becomes a tree with namespaces, attributes, text and lines`() throws {
    let root = try document(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <!-- made by hand -->
        <!DOCTYPE bom>
        <bom xmlns="urn:x" xmlns:p="urn:p" p:kind="a&amp;b" n='1'>
          <c>grün &lt; <![CDATA[<raw>]]></c>
          <p:d/>
        </bom>
        """)
    #expect(root.name == "bom" && root.namespace == "urn:x" && root.line == 4)
    #expect(root.attributes == ["p:kind": "a&b", "n": "1"])
    #expect(root.child("c")?.text == "grün < <raw>")
    #expect(root.child("c")?.line == 5)
    #expect(root.children(named: "d").map(\.namespace) == ["urn:p"])
}

@Test(arguments: [
    "<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>", "<!DOCTYPE a SYSTEM 'http://192.0.2.1/x.dtd'><a/>",
    "<!DOCTYPE a PUBLIC '-//x' 'file:///etc/passwd'><a/>", "<!--x--><!DOCTYPE\na[ ]><a/>",
    "<!DOCTYPE a [<!ENTITY % p SYSTEM 'file:///etc/passwd'> %p;]><a/>",
])
func `a file that declares its own document type is refused before it is parsed`(text: String) {
    #expect(refusal(text)?.contains("error: the file declares a document type or entities of its own") == true)
}

@Test(arguments: [
    ("", "x.xml:1:1: error: not XML: the file holds no element"), ("<a>", "the file holds no complete element"),
    ("<a>\n<b>", "the file"), ("<a>\n<b></a>", "x.xml:2:8: error: not XML: a closing tag that does not match in <b>"),
    ("<a>&nope;</a>", "an entity that is not declared in <a>"), ("<a b='1' b='2'/>", "an attribute given twice"),
    ("<a/><b/>", "the file ends too early or goes on after its end"), ("SSH-2.0-x", "found text where '<' must stand"),
    ("{\"a\": 1}", "found text where '<' must stand"), ("<a>\u{1}</a>", "a character that XML does not allow"),
    ("<?xml version='1.0' encoding='UTF-7'?><a/>", "the encoding 'UTF-7' is not supported"),
    ("<p:a/>", "a namespace prefix that is not declared"),
])
func `what is not XML is refused with place and reason`(text: String, reason: String) {
    let refusal = refusal(text)
    #expect(refusal?.contains(reason) == true, "\(refusal ?? "accepted")")
}

@Test func `every shorter prefix of a document is refused`() throws {
    let text = "<?xml version='1.0'?><!DOCTYPE a><a b='c'><d>e &amp; f</d><![CDATA[g]]><h/></a>"
    _ = try document(text)
    for length in 0..<text.utf8.count {
        #expect(throws: Diagnostic.self, "prefix of \(length)") {
            try document(String(decoding: text.utf8.prefix(length), as: UTF8.self))
        }
    }
}

@Test(arguments: [
    (String(repeating: "<a>", count: 5) + String(repeating: "</a>", count: 5), "nested deeper than 4 levels"),
    ("<a b='1' c='2' d='3'/>", "more than 2 attributes"), ("<a>01234567890</a>", "a text is longer than 10 bytes"),
    ("<a b='01234567890'/>", "the attribute 'b' is longer than 10 bytes"),
    ("<a><b/><b/><b/><b/><b/></a>", "more than 5 elements"),
    ("<a>" + String(repeating: " ", count: 200) + "</a>", "the file has 207 bytes, more than 200"),
])
func `a document over a limit is refused`(text: String, reason: String) {
    let limits = XMLLimits(bytes: 200, depth: 4, elements: 5, attributes: 2, textBytes: 10)
    #expect(refusal(text, limits: limits)?.contains(reason) == true)
}

@Test func `UTF-16, Windows-1252 and a byte order mark are understood`() throws {
    let declared = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><a>Größe</a>"
    var little: [UInt8] = [0xFF, 0xFE]
    for unit in declared.utf16 { little += [UInt8(truncatingIfNeeded: unit), UInt8(unit >> 8)] }
    var western = Array("<?xml version=\"1.0\" encoding=\"windows-1252\"?><a>Gr".utf8)
    western += [0xF6, 0xDF] + Array("e</a>".utf8)
    let marked: [UInt8] = [0xEF, 0xBB, 0xBF] + Array("<a>Größe</a>".utf8)
    for bytes in [little, western, marked] {
        #expect(try XMLReading.document(of: bytes, file: "x").text == "Größe")
    }
}

@Test func `a long file comes as events and stops where the reader stops`() throws {
    struct Enough: Error {}
    let path = FileManager.default.temporaryDirectory.appending(path: "events-\(UUID()).xml").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try ("<a>" + String(repeating: "<b c=\"1\">x</b>", count: 20_000) + "</a>")
        .write(toFile: path, atomically: true, encoding: .utf8)
    var count = 0
    try XMLReading.events(ofFile: path) { if case .start(let tag) = $0, tag.name == "b" { count += 1 } }
    #expect(count == 20_000)
    var seen = 0
    #expect(throws: Enough.self) {
        try XMLReading.events(ofFile: path) { _ in
            seen += 1
            if seen == 10 { throw Enough() }
        }
    }
    #expect(seen == 10)
}
