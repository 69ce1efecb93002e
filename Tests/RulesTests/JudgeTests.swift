import Documents
import Model
import Store
import Testing

@testable import Rules

/// A rule over `tls_endpoint` with the given queries, prepared against the shipped vocabulary.
private func rule(
    named id: String = "test", status: RuleText.Status = .active, scope: String = "tls_endpoint",
    probes: Set<String> = ["tls"],
    _ queries: [RuleQuery.Role: String]
) -> Rule {
    let place = Place(file: "test.yaml", line: 1, column: 1)
    let text = LocalizedText(de: "x", en: "x")
    return Rule(
        text: RuleText(
            id: id, pack: "test", status: status, severity: .low, title: text, why: text, fix: text, action: text,
            scope: scope, deviates: "", references: []),
        since: 1, queries: queries.mapValues { RuleQuery(sql: $0, place: place) }, examples: [], equivalents: [],
        place: place, probes: probes)
}

private struct Host {
    let id: Int
    var service = "https"
    var outcome = "answered"
    var reason = ""
    var versions: [String: String] = [:]
    /// The answer to STARTTLS.
    var startTLS: String?
    /// How the tests with malformed messages ended, where they were planned.
    var malformed: Outcome?

    var rows: [ScratchRow] {
        [
            ScratchRow(
                "endpoint",
                [
                    "endpoint_id": .integer(id), "body": .text("a"), "name": .text("h\(id).example.org"),
                    "address": .text("192.0.2.1"), "port": .integer(443), "transport": .text("tcp"),
                    "service": .text(service),
                ]),
            ScratchRow(
                "observation",
                [
                    "endpoint_id": .integer(id), "probe": .text("tls"), "outcome": .text(outcome),
                    "reason": .text(reason),
                ]),
        ]
            + [malformed].compactMap { $0 }.map { outcome in
                ScratchRow(
                    "observation",
                    [
                        "endpoint_id": .integer(id), "probe": .text("tls_weakness"), "outcome": .text(outcome.rawValue),
                        "reason": .text(""),
                    ])
            }
            + versions.sorted { $0.key < $1.key }.enumerated().map { number, answer in
                ScratchRow(
                    "tls_protocol",
                    [
                        "endpoint_id": .integer(id), "probe": .text("tls"), "fact_number": .integer(number),
                        "protocol": .text(answer.key), "answer": .text(answer.value), "reason": .text(""),
                    ])
            }
            + [startTLS].compactMap { $0 }.map { answer in
                ScratchRow(
                    "starttls",
                    [
                        "endpoint_id": .integer(id), "probe": .text("tls"), "fact_number": .integer(0),
                        "answer": .text(answer),
                        "reason": .text(""),
                    ])
            }
    }
}

private func judgement(_ rules: [Rule], _ hosts: [Host]) throws -> Judgement {
    let vocabulary = Shipped.vocabulary
    let database = try ReadOnlyDatabase(
        scratch: VocabularySchema.statements(for: vocabulary), rows: hosts.flatMap(\.rows),
        words: PublicWords(vocabulary), now: RuleExample.usualNow,
        limits: ReadingLimits(timeout: .seconds(2), rows: 1_000, valueBytes: 10_000))
    let judge = Judge(RuleBook(packs: [], rules: rules), vocabulary: vocabulary, now: RuleExample.usualNow)
    return try judge.judge(database)
}

private func answered(_ answer: String, _ version: String) -> String {
    "SELECT endpoint_id, protocol AS evidence FROM tls_protocol WHERE protocol = '\(version)' AND answer = '\(answer)'"
}

@Test func `every subject of the scope gets one verdict, in order`() throws {
    let rules = [
        rule(named: "b", [.deviates: answered("accepted", "TLSv1.0")]),
        rule(named: "a", [.deviates: answered("accepted", "TLSv1.1")]),
    ]
    let hosts = [Host(id: 2, versions: ["TLSv1.0": "accepted"]), Host(id: 1, versions: ["TLSv1.0": "refused"])]
    #expect(
        try judgement(rules, hosts).verdicts == [
            RuleVerdict(rule: "a", endpointID: 1, verdict: .conforms, evidence: ""),
            RuleVerdict(rule: "a", endpointID: 2, verdict: .conforms, evidence: ""),
            RuleVerdict(rule: "b", endpointID: 1, verdict: .conforms, evidence: ""),
            RuleVerdict(rule: "b", endpointID: 2, verdict: .deviates, evidence: "TLSv1.0"),
        ])
}

@Test func `a server that does not start TLS is not assessed as TLS, and is counted where that is the question`() throws
{
    let hosts = [
        Host(id: 1, service: "ldap", startTLS: "absent"), Host(id: 2, service: "ftp", startTLS: "refused"),
        Host(id: 3, service: "ldap", versions: ["TLSv1.0": "accepted"], startTLS: "accepted"),
        Host(id: 4, service: "smtp", startTLS: "absent"), Host(id: 5, versions: ["TLSv1.0": "refused"]),
    ]
    let versions = rule(named: "a", [.deviates: answered("accepted", "TLSv1.0")])
    let missing = rule(
        named: "b", scope: "starttls_endpoint",
        [
            .deviates: """
            SELECT reached.endpoint_id, start.answer AS evidence FROM starttls_endpoint AS reached
            JOIN starttls AS start ON start.endpoint_id = reached.endpoint_id
            WHERE start.answer IN ('absent', 'refused')
            """
        ])
    let said = try judgement([versions, missing], hosts).verdicts.map { "\($0.rule) \($0.endpointID) \($0.verdict)" }
    #expect(said == ["a 3 deviates", "a 5 conforms", "b 1 deviates", "b 2 deviates", "b 3 conforms"])
}

@Test
func `malformed messages that nobody allowed are nothing to assess; those that were planned and failed are a gap`()
    throws
{
    let hosts = [
        Host(id: 1), Host(id: 2, malformed: .silent), Host(id: 3, malformed: .answered),
        Host(id: 4, service: "ldap", startTLS: "absent", malformed: .answered),
    ]
    let heartbleed = rule(
        scope: "intrusive_endpoint", probes: ["tls_weakness"],
        [.deviates: "SELECT endpoint_id, detail AS evidence FROM tls_weakness WHERE answer = 'vulnerable'"])
    let said = try judgement([heartbleed], hosts).verdicts.map { "\($0.endpointID) \($0.verdict) \($0.evidence)" }
    #expect(said == ["2 notMeasured silent", "3 conforms "])
}

@Test func `what is said of an endpoint that turned out to have nothing to assess is passed over`() throws {
    let hosts = [
        Host(id: 1, malformed: .answered), Host(id: 2, service: "ldap", startTLS: "absent", malformed: .answered),
    ]
    let every = "SELECT endpoint_id, 'x' AS evidence FROM observation WHERE probe = 'tls_weakness'"
    let said = try judgement(
        [rule(scope: "intrusive_endpoint", probes: ["tls_weakness"], [.deviates: every])], hosts)
    #expect(said.errors.isEmpty)
    #expect(said.verdicts.map { "\($0.endpointID) \($0.verdict)" } == ["1 deviates"])
}

@Test func `a gap is not measured, with its reason, whatever the facts say`() throws {
    let hosts = [
        Host(id: 1, outcome: "silent", reason: "timeout", versions: ["TLSv1.0": "accepted"]),
        Host(id: 2, outcome: "reset"),
    ]
    let said = try judgement([rule([.deviates: answered("accepted", "TLSv1.0")])], hosts).verdicts
    #expect(said.map(\.verdict) == [.notMeasured, .notMeasured])
    #expect(said.map(\.evidence) == ["timeout", "reset"])
}

@Test func `a probe that was not asked is a gap too`() throws {
    let said = try judgement(
        [rule(probes: ["tls", "http"], [.deviates: answered("accepted", "TLSv1.0")])], [Host(id: 1)])
    #expect(said.verdicts.map(\.evidence) == ["http was not asked"])
}

@Test func `evidence of a deviation counts although other facts are unknown`() throws {
    let needy = rule([.deviates: answered("accepted", "TLSv1.0"), .needs: answered("refused", "TLSv1.1")])
    let hosts = [
        Host(id: 1, versions: ["TLSv1.0": "accepted", "TLSv1.1": "unknown"]),
        Host(id: 2, versions: ["TLSv1.0": "refused", "TLSv1.1": "unknown"]),
        Host(id: 3, versions: ["TLSv1.0": "refused", "TLSv1.1": "refused"]),
    ]
    let said = try judgement([needy], hosts).verdicts
    #expect(said.map(\.verdict) == [.deviates, .notMeasured, .conforms])
    #expect(said[1].evidence == RuleJudgement.notEnoughKnown)
}

@Test func `verdicts have a precedence`() throws {
    let every = rule([
        .notApplicable: answered("a", "v"), .deviates: answered("b", "v"), .phaseOut: answered("c", "v"),
        .notListed: answered("d", "v"),
    ])
    let both = rule(named: "twofold", [.notApplicable: answered("a", "v"), .deviates: answered("a", "v")])
    let hosts = ["a", "b", "c", "d", "e"].enumerated().map { Host(id: $0.offset, versions: ["v": $0.element]) }
    let said = try judgement([every, both], hosts).verdicts
    #expect(said.prefix(5).map(\.verdict) == [.notApplicable, .deviates, .phaseOut, .notListed, .conforms])
    #expect(said[5].verdict == .notApplicable)
}

@Test func `rules on trial are judged, retired ones are not`() throws {
    let query: [RuleQuery.Role: String] = [.deviates: answered("accepted", "TLSv1.0")]
    let said = try judgement(
        [rule(named: "old", status: .retired, query), rule(named: "new", status: .trial, query)],
        [Host(id: 1, versions: ["TLSv1.0": "accepted"])])
    #expect(said.verdicts.map(\.rule) == ["new"])
}

@Test(arguments: [
    ("SELECT endpoint_id, 'x' AS evidence FROM endpoint", "deviates returned endpoint 9, which is not in tls_endpoint"),
    (
        "SELECT endpoint_id, protocol AS evidence FROM tls_protocol ORDER BY protocol",
        "deviates returned endpoint 1 twice"
    ),
    (
        "SELECT endpoint_id, NULL AS evidence FROM tls_protocol",
        "deviates returned no text as evidence for endpoint 1"
    ),
    ("SELECT 'x' AS endpoint_id, 'y' AS evidence FROM tls_endpoint", "deviates returned an endpoint_id that is none"),
    (
        "WITH RECURSIVE n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n) SELECT max(i) AS endpoint_id, 'x' AS evidence FROM n",
        "stopped after 2.0 seconds"
    ),
    ("SELECT endpoint_id, 'x' AS evidence FROM no_longer_there", "no such table: \"no_longer_there\""),
    ("DELETE FROM endpoint", "a statement may only read, this one wants to write"),
])
func `a rule that fails says nothing and spoils no other`(sql: String, message: String) throws {
    let hosts = [
        Host(id: 1, versions: ["TLSv1.0": "accepted", "TLSv1.1": "accepted"]),
        Host(id: 2, versions: ["TLSv1.0": "refused"]),
    ]
    let stranger = ScratchRow(
        "endpoint",
        [
            "endpoint_id": .integer(9), "body": .text("a"), "name": .text(""), "address": .text(""),
            "port": .integer(0), "transport": .text("dns"), "service": .text("domain"),
        ])
    let vocabulary = Shipped.vocabulary
    let database = try ReadOnlyDatabase(
        scratch: VocabularySchema.statements(for: vocabulary), rows: hosts.flatMap(\.rows) + [stranger],
        words: PublicWords(vocabulary), now: RuleExample.usualNow,
        limits: ReadingLimits(timeout: .seconds(2), rows: 1_000, valueBytes: 10_000))
    let rules = [
        rule(named: "broken", [.deviates: sql]), rule(named: "sound", [.deviates: answered("accepted", "TLSv1.0")]),
    ]
    let judge = Judge(RuleBook(packs: [], rules: rules), vocabulary: vocabulary, now: RuleExample.usualNow)
    let judgement = try judge.judge(database)
    #expect(judgement.errors.map(\.rule) == ["broken"])
    #expect(judgement.errors.first?.message.hasPrefix(message) == true, "\(judgement.errors)")
    #expect(judgement.verdicts.map(\.verdict) == [.notMeasured, .notMeasured, .deviates, .conforms])
    #expect(judgement.verdicts.first?.evidence.hasPrefix("rule error: ") == true)
}

@Test func `the probe of the scope stands for a table several probes fill`() throws {
    let book = try Shipped.book()
    #expect(book.rule("mail-imap-starttls-missing")?.probes == ["imap"])
    #expect(book.rule("mail-starttls-missing")?.probes == ["smtp"])
    #expect(book.rule("web-hsts-missing")?.probes == ["http"])
    #expect(book.rule("certificate-name-mismatch")?.probes == ["tls"])
}
