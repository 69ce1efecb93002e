import Documents
import Model
import Testing

@testable import Pipeline

private func folder(rules: String) throws -> TestFolder {
    let folder = try TestFolder()
    try folder.writePack("web", version: 3, rule: "tls-old")
    try folder.writePack("mail", rule: "mail-old", isDefault: false)
    try folder.writeFleet(rules: rules)
    return folder
}

@Test func `a fleet weighs a rule otherwise, and the rule says so`() throws {
    let folder = try folder(
        rules: "{severity: [{rule: tls-old, severity: low, reason: im Verwaltungsnetz allein}]}")
    let workspace = try folder.open()
    #expect(workspace.warnings == [])
    let text = try #require(workspace.rules.rule("tls-old")?.text)
    #expect(text.severity == .low)
    #expect(text.overridden == RuleText.Override(shipped: .high, reason: "im Verwaltungsnetz allein"))
    #expect(workspace.available.rule("tls-old")?.text.severity == .low)
}

@Test(arguments: [
    (
        "{severity: [{rule: tls-odl, severity: low, reason: im Verwaltungsnetz allein}]}",
        "fleet.yaml:4:38: error: no pack has a rule 'tls-odl'\nhint: did you mean 'tls-old'?"
    ),
    (
        "{packs: [web@2]}",
        "fleet.yaml:4:28: error: the fleet pins web@2, installed is web 3, the store has kept no other\n"
            + "hint: leave out the pin, see with 'lagebild rules preview' what changes, then pin the new version"
    ),
    (
        "{packs: [mail, web@4]}",
        "fleet.yaml:4:34: error: the fleet pins web@4, installed is web 3, the store has kept no other\n"
            + "hint: install the rules the pin names, or lower the pin"
    ),
    (
        "{packs: [web, own], extra: [own]}",
        "fleet.yaml:4:33: error: unknown rule pack 'own'\nhint: known are: mail, other, web"
    ),
    (
        "{severity: [{rule: tls-old, severity: high, reason: im Verwaltungsnetz allein}]}",
        "fleet.yaml:4:38: warning: 'tls-old' has the severity high already\nhint: leave the entry out"
    ),
    (
        "{severity: [{rule: mail-old, severity: low, reason: im Verwaltungsnetz allein}]}",
        "fleet.yaml:4:38: warning: the severity changes nothing: the fleet does not choose the pack 'mail' of rule "
            + "'mail-old'\nhint: add 'mail' to defaults.rules.packs, or remove it"
    ),
])
func `what does not fit the rules is named with its place and a way out`(rules: String, complaint: String) throws {
    let folder = try folder(rules: rules)
    try folder.write("", to: "own/other/none.txt")
    try folder.writePack("../own/other", rule: "own-old")
    #expect(try folder.complaints() == [complaint])
}

@Test func `a pin on the installed version holds, and packs of the fleet's own folder may be pinned too`() throws {
    let folder = try folder(rules: "{packs: [web@3, own@1], extra: [own]}")
    try folder.writePack("../own/own", rule: "own-old")
    let workspace = try folder.open()
    #expect(workspace.warnings == [])
    #expect(workspace.rules.rules.map(\.id) == ["own-old", "tls-old"])
}
