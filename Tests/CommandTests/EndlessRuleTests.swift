import Testing

@Test func `a rule that never ends is stopped: an error and not measured, and the others are judged`() async throws {
    let scene = try await ServerScene(rules: [
        "a-endless": ServerScene.endless, "b-accepted": ServerScene.accepting("TLSv1.2"),
    ])
    defer { scene.end() }
    let scanned = try scene.shell.run("lagebild scan --rules rules --rule-timeout 1 --progress none")
    #expect(scanned.status == 2)
    #expect(scanned.lines.contains("rule error: a-endless: stopped after 1.0 seconds"))
    #expect(scanned.lines.contains { $0.hasPrefix("Findings: 1 open, 1 new") })

    let listed = try scene.shell.run("lagebild findings list --rules rules --format csv")
    #expect(listed.lines.count { $0.contains(",b-accepted,") } == 1)
    #expect(listed.lines.count { $0.contains("a-endless") } == 0)
    let tallies = try scene.shell.run(
        "python3 -c 'import sqlite3; print(*sqlite3.connect(\"lagebild.db\").execute("
            + "\"SELECT rule, conforms, deviates, not_measured, error FROM h_tally ORDER BY rule\"), sep=\"\\n\")'")
    #expect(
        tallies.lines == [
            "('a-endless', 0, 0, 1, 'stopped after 1.0 seconds')", "('b-accepted', 0, 1, 0, '')",
        ])

    let judged = try scene.shell.run("LAGEBILD_RULE_TIMEOUT=1 lagebild rules judge --rules rules")
    #expect(judged.status == 2)
    #expect(judged.lines.contains("rule error: a-endless: stopped after 1.0 seconds"))
}

@Test func `the examples of a rule that never ends fail in seconds`() throws {
    let shell = try Shell()
    defer { shell.remove() }
    try shell.write(GoodFiles.pack("web", version: 1), to: "web/pack.yaml")
    let rules = [
        GoodFiles.rule("a-endless", deviates: ServerScene.endless), GoodFiles.rule("b-old"),
    ]
    try shell.write(rules.joined(), to: "web/web.yaml")
    let began = ContinuousClock.now
    let answer = try shell.run("lagebild rules test web")
    #expect(began.duration(to: .now) < .seconds(120))
    #expect(answer.status == 78)
    #expect(answer.lines.last == "4 examples of 2 rules passed, 2 failed")
    #expect(answer.lines.count { $0.contains("(rule error: stopped after 2.0 seconds)") } == 2)
}

@Test(arguments: ["--rule-timeout 0", "--rule-timeout 86401"])
func `a time for rules that is none is a usage error`(option: String) throws {
    let shell = try Shell()
    defer { shell.remove() }
    let answer = try shell.run("lagebild rules judge \(option)")
    #expect(answer.lines.first == "Error: --rule-timeout is 1 to 86400 seconds")
    #expect(answer.status == 64)
    let twin = try shell.run("LAGEBILD_RULE_TIMEOUT=soon lagebild scan")
    #expect(twin.lines == ["Error: LAGEBILD_RULE_TIMEOUT is 'soon'", "Hint:  write 1 to 86400 seconds"])
    #expect(twin.status == 64)
}
