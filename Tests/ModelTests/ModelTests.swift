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
