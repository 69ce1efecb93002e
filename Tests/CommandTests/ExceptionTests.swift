import Testing

private func exception(
    _ id: String, rule: String = "b-accepted", place: String = "{host: 127.0.0.1}", until days: Int = 180
) -> String {
    """
      - id: \(id)
        rule: \(rule)
        where: \(place)
        reason: Feldgeräte sprechen nur TLS 1.2
        compensating: Zugriff nur aus dem VPN
        residual_risk: Messdaten sind im VPN lesbar
        requested_by: it
        accepted_by: isb
        approved_on: \(GoodFiles.day(-60))
        expires: \(GoodFiles.day(days))

    """
}

private func scene() async throws -> ServerScene {
    let exceptions = [
        exception("AUS-1"), exception("AUS-2", until: 20), exception("AUS-3", until: -2),
        exception("AUS-4", rule: "b-acepted"), exception("AUS-5", place: "{host: 127.0.0.2}"),
        exception("AUS-6", rule: "c-old"), exception("AUS-7", rule: "a-endless"),
    ]
    return try await ServerScene(
        rules: [
            "a-endless": ServerScene.endless, "b-accepted": ServerScene.accepting("TLSv1.2"),
            "c-old": ServerScene.accepting("SSLv2"),
        ], exceptions: "exceptions:\n" + exceptions.joined())
}

@Test func `every exception says what has become of it, and a scan ends with those somebody has to decide about`()
    async throws
{
    let scene = try await scene()
    defer { scene.end() }
    let scan = "lagebild scan --rules rules --rule-timeout 1 --progress none"
    let said = try scene.shell.run("\(scan) 2>&1 >/dev/null | grep \"^exception\"").lines
    #expect(
        said == [
            "exception AUS-3 is ended: its last day was \(GoodFiles.day(-2)), F-1 counts again; decide again or remove it",
            "exception AUS-4 is unmatched: no pack has a rule 'b-acepted'; did you mean 'b-accepted'?",
            "exception AUS-5 is unmatched: no endpoint of the last run is 127.0.0.2; correct or remove it",
            "exception AUS-6 is idle: nothing deviates from 'c-old' at 127.0.0.1 any more; remove it",
        ])

    let rows = try scene.shell.run(
        "lagebild findings exceptions --rules rules --format csv 2>/dev/null | cut -d, -f 1,4,5")
    #expect(
        rows.lines.map { $0.replacing("\r", with: "") } == [
            "id,standing,findings", "AUS-1,active,F-1", "AUS-2,ending-soon,F-1", "AUS-3,ended,F-1", "AUS-4,unmatched,",
            "AUS-5,unmatched,", "AUS-6,idle,", "AUS-7,not-measured,",
        ])
}

@Test func `exceptions are chosen by state and shown with who accepted them and what to do`() async throws {
    let scene = try await scene()
    defer { scene.end() }
    _ = try scene.shell.run("lagebild scan --rules rules --rule-timeout 1 --progress none")
    let idle = try scene.shell.run("lagebild findings exceptions --rules rules --state idle,not-measured 2>/dev/null")
    #expect(
        idle.lines == [
            "AUS-6  idle  c-old at 127.0.0.1",
            "    accepted by Informationssicherheit on \(GoodFiles.day(-60)), until \(GoodFiles.day(180)):",
            "    Feldgeräte sprechen nur TLS 1.2",
            "    → nothing deviates from 'c-old' at 127.0.0.1 any more: remove it",
            "AUS-7  not-measured  a-endless at 127.0.0.1",
            "    accepted by Informationssicherheit on \(GoodFiles.day(-60)), until \(GoodFiles.day(180)):",
            "    Feldgeräte sprechen nur TLS 1.2", "    127.0.0.1 was not measured in the last run",
        ])
    let json = try scene.shell.run(
        "lagebild findings exceptions --rules rules --state active --format json 2>/dev/null")
    #expect(json.lines.contains("  \"schema\": \"lagebild/exceptions/1\","))
    #expect(json.lines.contains("      \"standing\": \"active\","))
    let wrong = try scene.shell.run("lagebild findings exceptions --rules rules --state gone")
    #expect(wrong.lines.first == "Error: 'gone' is no state of an exception")
    #expect(wrong.status == 64)
}

@Test func `the block that explain prints is a valid exception once its dots are filled in`() async throws {
    let scene = try await ServerScene(rules: ["b-accepted": ServerScene.accepting("TLSv1.2")])
    defer { scene.end() }
    _ = try scene.shell.run("lagebild scan --rules rules --progress none")
    let pasted = try scene.shell.run(
        "lagebild findings explain F-1 --rules rules | sed -n '/^exceptions:/,$p' >> fleet.yaml; "
            + "lagebild validate --rules rules")
    #expect(pasted.status == 78)
    let fill = #"s/accepted_by: \.\.\./accepted_by: isb/; s/"\.\.\."/"mended with the next release"/"#
    let filled = try scene.shell.run("sed -i '\(fill)' fleet.yaml; lagebild validate --rules rules")
    #expect(filled.lines == ["fleet.yaml: valid: 1 body · 1 authorisation · 1 rule in 1 pack"])
    let again = try scene.shell.run("lagebild scan --rules rules --progress none")
    #expect(again.lines.contains { $0.hasPrefix("Findings: 0 open, 1 excepted") })
}
