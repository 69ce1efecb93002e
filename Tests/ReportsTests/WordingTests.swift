import Model
import Testing

@testable import Reports

@Suite struct WordingTests {
    private let de = Wording(language: .de)
    private let en = Wording(language: .en)

    @Test func `numbers are grouped as the language groups them`() {
        #expect([0, 999, 1_284, 1_234_567].map(de.number) == ["0", "999", "1.284", "1.234.567"])
        #expect(en.number(1_284) == "1,284")
    }

    @Test(arguments: [
        (1_284, 1_312, "97,9 %"), (1, 3_000, "0,1 %"), (9_999, 10_000, "99,9 %"), (7, 7, "100 %"), (0, 7, "0,0 %"),
    ])
    func `a share is rounded, but never to nothing or everything`(part: Int, whole: Int, text: String) {
        #expect(de.share(Share(part: part, whole: whole)).replacing("\u{A0}", with: " ") == text)
    }

    @Test func `days are written as the language writes them`() {
        let day = ExamplePicture.day("2026-11-03")
        #expect(de.day(day) == "03.11.2026" && en.day(day) == "3 Nov 2026")
        #expect(de.nearDay(day, seenFrom: ExamplePicture.day("2026-11-23")) == "03.11.")
        #expect(de.nearDay(day, seenFrom: ExamplePicture.day("2028-11-23")) == "03.11.2026")
    }

    @Test func `moments are local to the zone, or in UTC and say so`() {
        let zone = Picture.Zone(name: "Europe/Berlin", secondsFromUTC: 3_600)
        let late = ExamplePicture.time("2026-11-23T23:30:00Z")
        #expect(de.moment(late, zone: zone) == "24.11.2026, 00:30\u{A0}Uhr")
        #expect(en.moment(late, zone: zone) == "24 Nov 2026, 00:30\u{A0}Europe/Berlin")
        #expect(de.moment(late, zone: nil) == "23.11.2026, 23:30\u{A0}UTC")
    }

    @Test func `counted nouns agree with their number`() {
        #expect(
            [0, 1, 2].map { de.count($0, .urgentFinding) } == [
                "0\u{A0}dringende Befunde", "1\u{A0}dringender Befund", "2\u{A0}dringende Befunde",
            ])
        #expect([0, 1, 2].map { en.count($0, .body) } == ["0\u{A0}bodies", "1\u{A0}body", "2\u{A0}bodies"])
    }

    @Test func `every figure has a title and a definition in both languages`() {
        for figure in Figure.allCases {
            for text in [figure.title, figure.definition] {
                #expect(!text.de.isEmpty && !text.en.isEmpty && text.de != "")
            }
            #expect(figure.definition.de != figure.definition.en)
        }
        #expect(Set(Figure.allCases.map(\.definition.de)).count == Figure.allCases.count)
    }
}
