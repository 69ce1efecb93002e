import Documents
import Foundation
import Inventory
import Model
import Rules
import Testing

@testable import Pipeline

private let today = TestFolder.now.day
private let endpoint = Endpoint(
    body: "nord", address: IPAddress("192.0.2.1"), port: 443, serverName: "www.nord.example", service: .https)

private func exception(
    rule: String = "tls-old", host: String = "www.nord.example", software: String? = nil, days: Int = 90
) -> FleetException {
    FleetException(
        id: "AUS-1", rule: rule, subject: .init(body: nil, host: host, port: nil, software: software),
        reason: "Feldgeräte sprechen nur TLS 1.0", compensating: "VPN", residualRisk: "klein", requestedBy: "it",
        acceptedBy: "isb", approvedOn: Day(number: today.number - 30), expires: Day(number: today.number + days))
}

/// What the last run left: an open finding or none, and how the endpoint was measured.
private enum Last { case open, openUnmeasured, conforms, gap, tooLittle, gone }

private func review(_ exception: FleetException, _ last: Last, status: String = "active") throws -> ExceptionReview {
    let folder = try TestFolder()
    try folder.writePack("web", rule: "tls-old", status: status)
    try folder.writePack("mail", rule: "mail-old", isDefault: false)
    try folder.writeFleet()
    let workspace = try folder.open()
    let isOpen = last == .open || last == .openUnmeasured
    let finding = ExceptionReviewer.OpenFinding(
        id: "F-1", rule: "tls-old", endpoint: endpoint, isMeasured: last == .open)
    let isMeasured = [.open, .conforms, .tooLittle].contains(last)
    let place = ExceptedEndpoint(
        endpoint: endpoint, software: isMeasured ? ["nginx"] : [], gaps: isMeasured ? ["dns"] : ["http", "tls"],
        verdict: last == .open ? .deviates : last == .tooLittle ? .notMeasured : nil)
    let places = last == .gone || !exception.subject.isPlace(of: endpoint) ? [] : [place]
    return ExceptionReviewer(
        rules: workspace.rules, installed: workspace.available, vocabulary: workspace.vocabulary,
        findings: isOpen ? [finding] : [], today: today
    ).review(exception, at: places)
}

@Test(arguments: [
    (90, Last.open, ExceptionStanding.active), (31, .open, .active), (30, .open, .endingSoon), (0, .open, .endingSoon),
    (-1, .open, .ended), (-1, .conforms, .ended), (90, .conforms, .idle), (5, .conforms, .idle),
    (90, .gap, .notMeasured), (90, .tooLittle, .notMeasured), (90, .openUnmeasured, .notMeasured),
    (5, .openUnmeasured, .endingSoon),
    (90, .gone, .unmatched),
])
private func `an exception stands as its last day and the last run say`(
    days: Int, last: Last, standing: ExceptionStanding
) throws {
    let review = try review(exception(days: days), last)
    #expect(review.standing == standing)
    let isOpen = last == .open || last == .openUnmeasured
    #expect(review.findings == (isOpen ? ["F-1"] : []))
    #expect((review.wayOut != nil) == (standing.asksForDecision || standing == .endingSoon))
}

@Test func `what an exception names and nobody has makes it unmatched, with the reason`() throws {
    let cases = [
        (exception(rule: "tls-odl"), "no pack has a rule 'tls-odl'", "did you mean 'tls-old'?"),
        (
            exception(rule: "mail-old"), "the fleet does not choose the pack 'mail' of rule 'mail-old'",
            "add 'mail' to defaults.rules.packs, or remove it"
        ),
        (
            exception(host: "ww.nord.example"), "no endpoint of the last run is ww.nord.example",
            "correct or remove it"
        ),
        (
            exception(software: "apache-httpd"), "apache-httpd at www.nord.example was seen nowhere",
            "correct or remove it"
        ),
    ]
    for (exception, cause, wayOut) in cases {
        let review = try review(exception, .conforms)
        #expect(review.standing == .unmatched)
        #expect(review.cause == cause)
        #expect(review.wayOut == wayOut)
    }
    #expect(try review(exception(), .conforms, status: "retired").cause == "rule 'tls-old' is retired")
}

@Test func `a product that was not looked for may still run there`() throws {
    #expect(try review(exception(software: "nginx"), .open).standing == .active)
    #expect(try review(exception(software: "nginx"), .gap).standing == .notMeasured)
}

@Test func `an idle exception of a rule on trial says that nothing is counted`() throws {
    let review = try review(exception(), .conforms, status: "trial")
    #expect(review.sentence == "exception AUS-1 is idle: rule 'tls-old' is on trial and counts nothing; remove it")
}

@Test(arguments: [
    endpoint, Endpoint.domain("nord.example", body: "nord", service: .mailDomain),
    Endpoint(body: "nord", address: IPAddress("2001:db8::1"), port: 25, serverName: "", service: .smtp),
])
func `the block to paste is valid once its dots are filled in, and not before`(endpoint: Endpoint) throws {
    let folder = try TestFolder()
    try folder.writePack("web", rule: "tls-old")
    let block = ExceptionBlock(rule: "tls-old", endpoint: endpoint, owner: "it", today: today).text
    try folder.writeFleet(exceptions: block)
    let blank = try folder.complaints()
    #expect(blank.count { $0.contains("error:") } == 5, "\(blank)")
    let filled = block.replacing("accepted_by: ...", with: "accepted_by: isb")
        .replacing("\"...\"", with: "\"Feldgeräte sprechen nur TLS 1.0\"")
    try folder.writeFleet(exceptions: filled)
    #expect(try folder.complaints() == [])
    let fleet = try folder.open().fleet
    #expect(fleet.exceptions.first?.covers(rule: "tls-old", endpoint: endpoint, on: today) == true)
}
