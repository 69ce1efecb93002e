import Testing

/// A replacement in the good rule file, and the one complaint it must cause.
struct WrongRuleFile: Sendable, CustomTestStringConvertible {
    let find: String
    let replacement: String
    let complaint: String
    let hint: String

    init(_ find: String, _ replacement: String, _ complaint: String, hint: String) {
        self.find = find
        self.replacement = replacement
        self.complaint = complaint
        self.hint = hint
    }

    var testDescription: String { complaint }

    var text: String { GoodFiles.rule("own-old").replacing(find, with: replacement) }

    static let all = [
        WrongRuleFile("  severity:", "  severty:", "4:3: unknown key 'severty'", hint: "did you mean 'severity'?"),
        WrongRuleFile(
            "severity: high", "severity: hihg", "4:13: 'hihg' is not one of info, low, medium, high, critical",
            hint: "did you mean 'high'?"),
        WrongRuleFile(
            "{de: weil, en: because}", "{de: weil}", "6:8: a text in both languages lacks the key 'en'",
            hint: "en: English text."),
        WrongRuleFile(
            "answer = 'accepted'", "anwser = 'accepted'",
            "13:1: deviates: no such column: \"anwser\" in tls_protocol",
            hint: "did you mean \"answer\"? 'lagebild schema tls_protocol' lists them all"),
        WrongRuleFile(
            "FROM tls_protocol", "FROM tls_protocols", "11:1: deviates: no such table: \"tls_protocols\"",
            hint: "did you mean \"tls_protocol\"? 'lagebild schema' lists them all"),
        WrongRuleFile(
            "protocol = 'TLSv1.0'", "protocol = \"TLSv1.0\"", "13:1: deviates: no such column: \"TLSv1.0\"",
            hint: "text stands in single quotes: 'TLSv1.0'"),
        WrongRuleFile(
            "protocol = 'TLSv1.0'", "protocol LIKE 'TLSv1.%'", "11:1: deviates: LIKE is not available here",
            hint: "use starts_with, ends_with or contains"),
        WrongRuleFile(
            "FROM tls_protocol", "FORM tls_protocol", "12:1: deviates: near \"FORM\": syntax error",
            hint: "'lagebild schema' lists tables and columns"),
        WrongRuleFile(
            "protocol AS evidence", "protocol", "11:1: deviates does not return the column evidence",
            hint: "SELECT endpoint_id, <text> AS evidence FROM ..."),
        WrongRuleFile(
            "scope: tls_endpoint", "scope: tls_endpoints",
            "1:3: the rule 'own-old' has the unknown scope 'tls_endpoints'",
            hint: "did you mean 'tls_endpoint'?"),
        WrongRuleFile(
            "    - {name: silent, unmeasured: [tls], verdict: not measured}\n", "",
            "1:3: the rule 'own-old' has no example with the verdict 'not measured'",
            hint: "a rule shows every verdict it can give"),
        WrongRuleFile(
            "{protocol: TLSv1.0, answer: refused}", "{protokol: TLSv1.0, answer: refused}",
            "17:47: tls_protocol has no column 'protokol'",
            hint: "did you mean 'protocol'? 'lagebild schema tls_protocol' lists them all"),
        WrongRuleFile(
            "references: [{document: RFC 8996}]", "references: []", "14:15: there is no reference",
            hint: "[{document: RFC 8996}]"),
        WrongRuleFile(
            "{document: RFC 8996}", "{document: BSI TR-02102-2}",
            "14:27: the reference to 'BSI TR-02102-2' lacks its edition",
            hint: "BSI documents change every year: edition: 2026-01"),
        WrongRuleFile(
            "since: 1", "since: 2", "2:10: since 2 is later than the pack's version 1",
            hint: "raise the version in pack.yaml"),
        WrongRuleFile(
            "  status: active", "\tstatus: active", "3:1: not valid YAML: a line is indented with a tab",
            hint: "indent with spaces, YAML does not allow tabs"),
    ]
}

@Test func `the good rule file has no fault, so that each wrong one has only its own`() throws {
    let shell = try Shell.withGoodFiles()
    defer { shell.remove() }
    let answer = try shell.run("lagebild rules test rules")
    #expect(answer.lines == ["6 examples of 2 rules passed, 0 failed"])
    #expect(answer.status == 0)
    #expect(WrongRuleFile.all.count >= 10)
}

@Test(arguments: WrongRuleFile.all)
func `a wrong rule file is one clear error for rules test and for a scan that uses it`(wrong: WrongRuleFile) throws {
    let shell = try Shell.withGoodFiles()
    defer { shell.remove() }
    #expect(GoodFiles.rule("own-old").contains(wrong.find))
    try shell.write(GoodFiles.pack("own", version: 1), to: "own/own/pack.yaml")
    try shell.write(wrong.text, to: "own/own/rule.yaml")
    try shell.write(GoodFiles.fleet.replacing("mail]\n", with: "mail]\n    extra: [own]\n"), to: "fleet.yaml")

    let place = wrong.complaint.prefix { $0 != " " }
    let tested = try shell.run("lagebild rules test own")
    let listed = "own/own/rule.yaml:\(place) error:\(wrong.complaint.dropFirst(place.count))"
    #expect(tested.lines == [listed, "hint: \(wrong.hint)", "1 error"])
    #expect(tested.status == 78)

    let scanned = try shell.run("lagebild scan --rules rules")
    #expect(scanned.lines == ["Error: FOLDER/own/own/rule.yaml:\(wrong.complaint)", "Hint:  \(wrong.hint)"])
    #expect(scanned.status == 78)
    #expect(shell.files == ["fleet.yaml", "own", "rules"])
}
