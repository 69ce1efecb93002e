import Documents
import Foundation
import Testing

@testable import Rules

private let rules = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "rules").path

@Test func `a pack read from kept texts says the same as from its folder`() throws {
    let log = DiagnosticLog()
    let read = try #require(try RuleBook.load(folders: ["\(rules)/ssh"], vocabulary: Shipped.vocabulary, log: log))
    let source = try #require(read.packs.first?.source)
    #expect(source.files.map(\.name) == ["pack.yaml", "ssh.yaml"])

    let texts = Dictionary(uniqueKeysWithValues: source.files.map { ($0.name, $0.text) })
    let kept = PackSource(folder: "kept/ssh", texts: texts)
    let again = try #require(try RuleBook.load([kept], catalogues: [rules], vocabulary: Shipped.vocabulary, log: log))
    #expect(again.texts == read.texts)
    #expect(again.packs.map(\.version) == read.packs.map(\.version))
    #expect(again.rules.first?.place.file == "kept/ssh/ssh.yaml")
    #expect(kept.sha256 == source.sha256)
}

@Test func `the digest of a pack changes with every file's name and text`() {
    let digests = [
        ["a": "x", "b": "y"], ["a": "xb", "c": "y"], ["a": "x", "c": "y"], ["a": "x", "b": "z"], ["a": "x"],
    ]
    .map { PackSource(folder: "p", texts: $0).sha256 }
    #expect(Set(digests).count == digests.count)
    #expect(digests[0] == PackSource(folder: "q", texts: ["b": "y", "a": "x"]).sha256)
}

@Test func `kept texts without a pack.yaml are no pack`() throws {
    let log = DiagnosticLog()
    let source = PackSource(folder: "kept/ssh", texts: ["ssh.yaml": "[]"])
    #expect(try RuleBook.load([source], vocabulary: Shipped.vocabulary, log: log) == nil)
    #expect(
        log.errors.map(\.description) == [
            "kept/ssh:1:1: error: the rule pack has no pack.yaml\nhint: a rule pack is a folder with a pack.yaml"
        ])
}
