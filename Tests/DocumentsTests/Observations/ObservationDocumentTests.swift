import Documents
import Model
import Testing

private struct DoorFact: Fact {
    let name: String
    let width: Int
    let open: Bool
    let note: String?

    static let table = FactTable(
        "door", "a door",
        [
            .text("name", "its name"), .integer("width", "in cm"), .boolean("open", "whether it is"),
            .text("note", absent: "none was given", "what hangs on it"),
        ])
}

private let vocabulary = Vocabulary(probes: [("doors", [DoorFact.table])], scopes: [])

private func observation(_ facts: [DoorFact], at seconds: Int = 1_800_000_000) -> Observation {
    Observation(
        endpoint: Endpoint(
            body: "nord", address: IPAddress("192.0.2.7"), port: 443, serverName: "www.nord.example", service: .https),
        probe: "doors", at: Timestamp(seconds: seconds), outcome: .answered, facts: Facts(facts))
}

private let front = DoorFact(name: "front", width: 90, open: true, note: nil)
private let hostile = DoorFact(name: "\u{1B}]0;x\u{7}\u{2028}\"</script>", width: -1, open: false, note: "ü\u{202E}")

@Test func `an observation is written as the vocabulary says`() {
    let json = ObservationDocument.json(of: observation([front]), vocabulary)
    #expect(
        json.text()
            == #"{"endpoint":{"address":"192.0.2.7","port":443,"transport":"tcp","server_name":"www.nord.example","#
            + #""service":"https","body":"nord"},"probe":"doors","at":"2027-01-15T08:00:00Z","outcome":"answered","reason":"","#
            + #""facts":{"door":[{"name":"front","width":90,"open":true,"note":null}]}}"#)
}

@Test func `an observation comes back from its text, hostile values included`() throws {
    let given = observation([hostile, front])
    let text = ObservationDocument.json(of: given, vocabulary).text(.pretty)
    #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
    #expect(try ObservationDocument.observation(from: .read(text, source: "x"), vocabulary) == given)
}

@Test func `a name in the DNS has no address`() throws {
    let given = Observation(
        endpoint: .domain("nord.example", body: "nord", service: .mailDomain), probe: "dns", at: Timestamp(seconds: 0),
        outcome: .silent, reason: "timeout")
    let json = ObservationDocument.json(of: given, vocabulary)
    #expect(json["endpoint"]?["address"] == "")
    #expect(try ObservationDocument.observation(from: json, vocabulary) == given)
}

@Test func `equal observations are equal bytes, whenever they were made and in whatever order rows came`() {
    let one = observation([front, hostile]), later = observation([hostile, front], at: 1_800_086_400)
    #expect(
        ObservationDocument.canonicalBytes(of: one, vocabulary)
            == ObservationDocument.canonicalBytes(of: later, vocabulary))
    #expect(
        ObservationDocument.canonicalBytes(of: one, vocabulary)
            != ObservationDocument.canonicalBytes(of: observation([front]), vocabulary))
}

@Test(arguments: [
    (#""door""#, #""dor""#, "observation.facts.dor: no such table"),
    (#""width":90"#, #""width":"90""#, "observation.facts.door[0].width: expected integer"),
    (
        #""width":90"#, #""width":1.5"#,
        "observation.facts.door[0].width: a value is text, a whole number, true, false or null"
    ),
    (#""width":90,"#, "", "observation.facts.door[0].width: expected integer"),
    (#""width":90"#, #""widht":90"#, "observation.facts.door[0]: no such column: 'widht' in door"),
    (#""outcome":"answered""#, #""outcome":"won""#, "observation.outcome: unknown word 'won'"),
    (#""at":"2027-01-15T08:00:00Z""#, #""at":"today""#, "observation.at: expected a time, as 2026-11-23T01:30:00Z"),
    (#""probe":"doors","#, "", "observation: lacks the member 'probe'"),
    (#""probe":"doors""#, #""prob":"doors""#, "observation: unknown member 'prob'"),
    (#""port":443"#, #""port":70000"#, "observation.endpoint.port: expected a port, 0 to 65535"),
    (
        #""address":"192.0.2.7""#, #""address":"192.0.2""#,
        "observation.endpoint.address: '192.0.2' is not an IP address"
    ),
    (#"[{"name""#, #"[1,{"name""#, "observation.facts.door[0]: expected a row, an object of columns"),
])
func `a document of the wrong shape is refused with its path`(find: String, replacement: String, complaint: String)
    throws
{
    let text = ObservationDocument.json(of: observation([front]), vocabulary).text()
    let wrong = try JSONValue.read(text.replacing(find, with: replacement), source: "x")
    let error = #expect(throws: DocumentError.self) { try ObservationDocument.observation(from: wrong, vocabulary) }
    #expect(error?.description == complaint)
}
