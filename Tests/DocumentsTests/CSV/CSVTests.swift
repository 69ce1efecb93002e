import Documents
import Testing

@Test func `rows are lines that end in CR LF`() {
    #expect(CSV.text(head: ["a", "b"], rows: [["1", "zwei"], ["", "x y"]]) == "a,b\r\n1,zwei\r\n,x y\r\n")
}

@Test func `German Excel gets semicolons and a byte order mark`() {
    let text = CSV.text(head: ["Körperschaft", "n"], rows: [["Süd", "1,5"]], dialect: .germanExcel)
    #expect(text == "\u{FEFF}Körperschaft;n\r\nSüd;\"1,5\"\r\n")
}

@Test(arguments: [
    ("a,b", "\"a,b\""), ("a;b", "\"a;b\""), ("say \"x\"", "\"say \"\"x\"\"\""), ("two\nlines", "\"two\nlines\""),
    ("=1+1", "'=1+1"), ("+49 30 1", "'+49 30 1"), ("-x", "'-x"), ("@cmd", "'@cmd"), ("\tx", "\"'\tx\""),
    ("\rx", "\"'\rx\""), ("=HYPERLINK(\"http://x\")", "\"'=HYPERLINK(\"\"http://x\"\")\""), ("＝1", "'＝1"),
    ("-12", "-12"), ("-", "'-"), ("a=b", "a=b"), ("a\0b", "a\u{FFFD}b"),
    ("a\u{1B}[2Jb\u{9B}c", "a\u{FFFD}[2Jb\u{FFFD}c"), ("", ""),
])
func `a hostile cell is quoted and never a formula`(cell: String, written: String) {
    #expect(CSV.text(head: ["x"], rows: [[cell]]) == "x\r\n\(written)\r\n")
}
