import Testing

private func scene() throws -> Shell {
    let shell = try Shell.withGoodFiles()
    try shell.write(GoodFiles.fleet.replacing("[web@3, mail]", with: "[mail@1]"), to: "other.yaml")
    return shell
}

@Test func `rules are listed with what the fleet named decided about them`() throws {
    let shell = try scene()
    defer { shell.remove() }
    let rows = try shell.run(
        "lagebild rules list --rules rules --config fleet.yaml --format csv 2>/dev/null | tr -d \"\\r\"")
    #expect(
        rows.lines == [
            "rule,pack,severity,status,title,chosen,pinned_version,shipped_severity,reason",
            "mail-old,mail,low,active,Alt,yes,,high,Nur im Verwaltungsnetz erreichbar",
            "web-old,web,high,active,Alt,yes,3,,",
        ])
    let text = try shell.run("lagebild rules list --rules rules --config other.yaml 2>/dev/null").lines
    #expect(
        text.suffix(3) == [
            "pack mail: pinned to version 1", "pack web: not chosen by the fleet: its rules do not judge",
            "mail-old: low in place of high: Nur im Verwaltungsnetz erreichbar",
        ])
}

@Test func `without a fleet rules are as they were shipped`() throws {
    let shell = try scene()
    defer { shell.remove() }
    let rows = try shell.run("lagebild rules list --rules rules --format csv | tr -d \"\\r\"")
    #expect(rows.lines.dropFirst().first == "mail-old,mail,high,active,Alt")
}

@Test func `a rule is shown with the fleet's severity, why it has it, and its pack's pin`() throws {
    let shell = try scene()
    defer { shell.remove() }
    let mail = try shell.run("lagebild rules show mail-old --rules rules --config fleet.yaml 2>/dev/null").lines
    #expect(
        mail.prefix(2) == [
            "mail-old · mail · low · active", "mail-old: low in place of high: Nur im Verwaltungsnetz erreichbar",
        ])
    let web = try shell.run("lagebild rules show web-old --rules rules --config fleet.yaml 2>/dev/null").lines
    #expect(web.prefix(2) == ["web-old · web · high · active", "pack web: pinned to version 3"])
}
