import Model
import Testing

@Test(arguments: [("1970-01-01", 0), ("2000-02-29", 11_016), ("2026-11-23", 20_780)])
func `a day counts from 1970 and reads back`(text: String, number: Int) {
    #expect(Day(text)?.number == number)
    #expect(Day(number: number).description == text)
}

@Test(arguments: ["2026-02-29", "2026-13-01", "26-01-01", "2026-1-01", "2026-01-01 ", "２０２６-01-01"])
func `a day that does not exist is refused`(text: String) {
    #expect(Day(text) == nil)
}

@Test func `a timestamp reads back and knows its calendar week`() {
    let time = Timestamp(rfc3339: "2026-11-23T05:12:09Z")
    #expect(time?.description == "2026-11-23T05:12:09Z")
    #expect(time?.day.weekday == 1)
    #expect(time?.day.isoWeek.week == 48)
    #expect(Day("2027-01-03")?.isoWeek.week == 53)
    #expect(Day("1969-12-31")?.start.description == "1969-12-31T00:00:00Z")
}

@Test(arguments: [
    ("www.example.org", "www.example.org", true), ("other.example.org", "www.example.org", false),
    ("192.0.2.1", "", true), ("192.0.2.2", "", false), ("192.0.2.1", "www.example.org", false),
])
func `an exception covers a host by its name, and one without a name by its address`(
    host: String, serverName: String, covers: Bool
) {
    let day = Day(year: 2026, month: 11, day: 23)
    let exception = FleetException(
        id: "x", rule: "r", subject: .init(body: nil, host: host, port: nil), reason: "", compensating: nil,
        residualRisk: "", requestedBy: "", acceptedBy: "", approvedOn: day, expires: day)
    let endpoint = Endpoint(
        body: "a", address: IPAddress("192.0.2.1"), port: 443, serverName: serverName, service: .https)
    #expect(exception.covers(rule: "r", endpoint: endpoint, on: day) == covers)
}

@Test func `an exception knows an IPv6 address however it is written`() {
    let day = Day(year: 2026, month: 11, day: 23)
    let exception = FleetException(
        id: "x", rule: "r", subject: .init(body: nil, host: "2001:DB8:0::1", port: nil), reason: "", compensating: nil,
        residualRisk: "", requestedBy: "", acceptedBy: "", approvedOn: day, expires: day)
    let endpoint = Endpoint(body: "a", address: IPAddress("2001:db8::1"), port: 443, serverName: "", service: .https)
    #expect(exception.covers(rule: "r", endpoint: endpoint, on: day))
}

@Test(arguments: [
    (["nginx", "openssl"], true), (["Nginx"], true), (["nginx-unit"], false), ([String](), false),
])
func `an exception for a product covers the endpoints where it was seen`(seen: [String], covers: Bool) {
    let day = Day(year: 2026, month: 11, day: 23)
    let exception = FleetException(
        id: "x", rule: "r", subject: .init(body: "a", host: nil, port: nil, software: "nginx"), reason: "",
        compensating: nil, residualRisk: "", requestedBy: "", acceptedBy: "", approvedOn: day, expires: day)
    let endpoint = Endpoint(body: "a", address: IPAddress("192.0.2.1"), port: 443, serverName: "", service: .https)
    #expect(exception.covers(rule: "r", endpoint: endpoint, software: Set(seen), on: day) == covers)
}

@Test(arguments: [
    (FleetException.Subject(body: nil, host: "www.example.org", port: 443), "www.example.org:443"),
    (FleetException.Subject(body: "a", host: "2001:db8::1", port: 25), "a [2001:db8::1]:25"),
    (FleetException.Subject(body: "a", host: nil, port: 22), "a port 22"),
    (FleetException.Subject(body: nil, host: nil, port: nil, software: "nginx"), "nginx"),
    (FleetException.Subject(body: "a", host: nil, port: nil, software: "nginx"), "nginx at a"),
])
func `the subject of an exception is named for people`(subject: FleetException.Subject, text: String) {
    #expect(subject.description == text)
}
