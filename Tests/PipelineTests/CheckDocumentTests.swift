import Documents
import Foundation
import Model
import Testing

@testable import Pipeline

private let project = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

@Test func `the kept JSON Schema of check is the one the code generates`() throws {
    let kept = project.appending(path: "schemas/check.schema.json")
    let generated = CheckDocumentSchema.json().text(.pretty) + "\n"
    if ProcessInfo.processInfo.environment["LAGEBILD_REWRITE_GOLDEN"] == "1" {
        try Data(generated.utf8).write(to: kept)
    }
    #expect(
        try String(contentsOf: kept, encoding: .utf8) == generated,
        "rewrite it with LAGEBILD_REWRITE_GOLDEN=1 and read the difference")
}

private let endpoint = Endpoint(
    body: "check", address: IPAddress("192.0.2.7"), port: 443, serverName: "www.example.org", service: .https)

private func answer(_ rows: [String], _ outcome: Outcome = .answered) -> Check.Answer {
    let table = rows.map { version in FactRow([.text(version), .text("accepted"), .text("")]) }
    return Check.Answer(
        at: Day(year: 2026, month: 11, day: 23).start,
        observations: [
            Observation(
                endpoint: endpoint, probe: "tls", at: Day(year: 2026, month: 11, day: 23).start, outcome: outcome,
                facts: Facts(rows: ["tls_protocol": table]))
        ], verdicts: [], errors: [])
}

/// As a file keeps it: members sorted, the order of columns lost.
private func kept(_ answer: Check.Answer) throws -> JSONValue {
    let document = JSONValue.object([JSONMember("schema", "lagebild/check/1")] + answer.document)
    return try JSONValue.read(document.text(), source: "before.json")
}

@Test func `an answer compared with itself shows nothing`() throws {
    let same = answer(["TLSv1.2", "TLSv1.3"])
    #expect(try CheckComparison(from: kept(same), to: same).isEmpty)
}

@Test func `rows that came and went are named with their columns in the table's order`() throws {
    let comparison = try CheckComparison(
        from: kept(answer(["TLSv1.0", "TLSv1.2"])), to: answer(["TLSv1.2", "TLSv1.3"]))
    #expect(
        comparison.facts.map { "\($0.isNew ? "+" : "-") \($0.table) \($0.text)" } == [
            "- tls_protocol protocol TLSv1.0, answer accepted", "+ tls_protocol protocol TLSv1.3, answer accepted",
        ])
}

@Test func `an endpoint that fell silent is a changed outcome`() throws {
    let comparison = try CheckComparison(from: kept(answer(["TLSv1.2"])), to: answer([], .silent))
    #expect(comparison.outcomes == ["tls www.example.org (192.0.2.7) port 443: answered → silent"])
}

@Test func `columns only one side knows are left out of the comparison`() throws {
    var text = JSONValue.object([JSONMember("schema", "lagebild/check/1")] + answer(["TLSv1.2"]).document).text()
    text = text.replacing("\"answer\":\"accepted\"", with: "\"answer\":\"accepted\",\"colour\":\"blue\"")
    #expect(try CheckComparison(from: JSONValue.read(text, source: "x"), to: answer(["TLSv1.2"])).isEmpty)
}

@Test func `a document of another kind is refused`() throws {
    #expect(throws: DocumentError.self) { try CheckComparison(from: ["schema": "lagebild/diff/1"], to: answer([])) }
}
