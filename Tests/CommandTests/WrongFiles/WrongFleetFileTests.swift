import Testing

@Test func `the good fleet file has no fault, so that each wrong one has only its own`() throws {
    let shell = try Shell.withGoodFiles()
    defer { shell.remove() }
    let answer = try shell.run("lagebild validate --rules rules")
    #expect(answer.lines == ["fleet.yaml: valid: 2 bodies · 1 authorisation · 2 rules in 2 packs"])
    #expect(answer.status == 0)
    #expect(WrongFleetFile.all.count >= 30)
}

@Test(arguments: WrongFleetFile.all)
func `a wrong fleet file is one clear error, and nothing is asked, judged or kept`(wrong: WrongFleetFile) throws {
    let shell = try Shell.withGoodFiles()
    defer { shell.remove() }
    var text = GoodFiles.fleet
    for (find, replacement) in wrong.changes {
        #expect(text.contains(find))
        text = text.replacing(find, with: replacement)
    }
    try shell.write(text, to: "fleet.yaml")

    let validated = try shell.run("lagebild validate --rules rules")
    let place = wrong.complaint.prefix { $0 != " " }
    let listed = "\(place) error:\(wrong.complaint.dropFirst(place.count))"
    #expect(validated.lines == [listed, "hint: \(wrong.hint)", "1 error"])
    #expect(validated.status == 78)

    let scanned = try shell.run("lagebild scan --rules rules")
    #expect(scanned.lines == ["Error: \(wrong.complaint)", "Hint:  \(wrong.hint)"])
    #expect(scanned.status == 78)
    #expect(shell.files == ["fleet.yaml", "rules"])
}
