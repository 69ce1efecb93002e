import Documents
import Foundation
import Testing

@testable import Rules

/// What is complained about in a folder below `Fixtures/wrong`, as `line:column: message` and `hint: ...`.
private func complaints(in folder: String) throws -> [String] {
    let root = try #require(Bundle.module.resourceURL).appendingPathComponent("Fixtures/wrong").path
    let log = DiagnosticLog()
    let book = try RuleBook.load(folders: ["\(root)/\(folder)"], vocabulary: Shipped.vocabulary, log: log)
    #expect(book == nil)
    return log.errors.map { fault in
        #expect(fault.file == "\(root)/\(folder)/rule.yaml")
        let message = fault.message.replacingOccurrences(of: "\(root)/", with: "")
        return "\(fault.line):\(fault.column): \(message)" + (fault.hint.map { " | \($0)" } ?? "")
    }
}

@Test(arguments: [
    ("01", ["5:3: unknown key 'severty' | did you mean 'severity'?"]),
    (
        "02",
        [
            "14:1: deviates: no such column: \"anwser\" in tls_protocol"
                + " | did you mean \"answer\"? 'lagebild schema tls_protocol' lists them all"
        ]
    ),
    (
        "03",
        [
            "12:1: deviates: no such table: \"tls_protocols\""
                + " | did you mean \"tls_protocol\"? 'lagebild schema' lists them all"
        ]
    ),
    ("04", ["12:1: deviates: a statement may only read, this one wants to write | write one SELECT"]),
    ("05", ["12:1: deviates: there is a second statement | one SELECT, nothing after it"]),
    (
        "06",
        [
            "12:1: deviates does not return the column endpoint_id | SELECT endpoint_id, <text> AS evidence FROM ...",
            "12:1: deviates does not return the column evidence | SELECT endpoint_id, <text> AS evidence FROM ...",
        ]
    ),
    (
        "07",
        [
            "6:10: a text in both languages lacks the key 'en' | en: English text.",
            "15:27: the reference to 'BSI TR-02102-2' lacks its edition"
                + " | BSI documents change every year: edition: 2026-01",
        ]
    ),
    (
        "08",
        [
            "2:3: the rule 'wrong-08' has no example with the verdict 'not measured'"
                + " | a rule shows every verdict it can give",
            "15:15: there is no reference | [{document: RFC 8996}]",
        ]
    ),
    (
        "09",
        [
            "20:3: the rule 'wrong-09' exists already: 09/rule.yaml:2 | ids are promises; choose another one",
            "20:3: the rule 'wrong-09' has the unknown scope 'tls_endpoints' | did you mean 'tls_endpoint'?",
        ]
    ),
    (
        "10",
        [
            "2:3: the rule 'wrong-10' has no example with the verdict 'conforms'"
                + " | a rule shows every verdict it can give",
            "12:1: deviates: LIKE is not available here | use starts_with, ends_with or contains",
            "18:7: the rule 'wrong-10' can never say 'phase-out' | it has no query for that verdict",
            "18:44: tls_protocol has no column 'protokol'"
                + " | did you mean 'protocol'? 'lagebild schema tls_protocol' lists them all",
        ]
    ),
    (
        "11",
        [
            "15:8: '{hots}' is no placeholder of a command | did you mean '{host}'?",
            "35:8: a '{' in the command is never closed | {host}:{port}",
            "55:8: the command names no place | put {host} or {name} where the endpoint belongs",
        ]
    ),
    (
        "12",
        [
            "16:14: unknown key 'grundschutz_2032' | did you mean 'grundschutz_2023'?",
            "36:33: 'APP.3.2.A12' is no control of grundschutz_2023 in the catalogue"
                + " | did you mean 'APP.3.2.A11'?",
            "36:46: 'ORP.4.A99' is no control of grundschutz_2023 in the catalogue | known are: APP.3.2.A11",
            "36:65: 'Server system' is no control of wiba in the catalogue | did you mean 'Serversysteme'?",
            "56:32: the list is empty | name at least one",
            "76:13: 'controls' names no control | {grundschutz_2023: [APP.3.2.A11]}, or leave the key out",
            "96:28: 'Netze' is named twice",
            "116:13: expected controls by framework, found a list"
                + " | its keys are: grundschutz_2023, grundschutz_plus_plus, wiba",
        ]
    ),
])
func `a wrong rule file is refused with place and way out`(folder: String, expected: [String]) throws {
    let said = try complaints(in: folder)
    #expect(said == expected, "\(said.joined(separator: "\n"))")
}

@Test func `a folder without a pack is named`() throws {
    let log = DiagnosticLog()
    #expect(try RuleBook.load(folders: ["/nowhere"], vocabulary: Shipped.vocabulary, log: log) == nil)
    #expect(
        log.errors.map(\.description) == [
            "/nowhere:1:1: error: there is no rule pack here\nhint: a rule pack is a folder with a pack.yaml"
        ])
}
