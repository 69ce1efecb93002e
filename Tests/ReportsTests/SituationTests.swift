import Model
import Testing

@testable import Reports

@Suite struct SituationTests {
    private typealias Example = ExamplePicture

    private func situation(_ picture: Picture, _ language: Language) -> Situation {
        let figures = Figures(picture, scope: .everything(in: picture))
        return Situation(
            edition: Edition(picture: picture, figures: figures, language: language, digest: ""), figures: figures)
    }

    private func text(_ sentence: (Situation) -> HTML, _ picture: Picture, _ language: Language = .de) -> String {
        sentence(situation(picture, language)).plainText.replacing("\u{A0}", with: " ")
    }

    @Test func `what was measured is said in the right number`() {
        let one = [Example.endpoint("a", .answered)]
        #expect(
            text(\.coverage, Example.with(endpoints: one))
                == "Geprüft wurde der eine bekannte Dienst bei 8 Stellen (100 %).")
        let gap = one + [Example.endpoint("b", .silent)]
        #expect(
            text(\.coverage, Example.with(endpoints: gap))
                == "Geprüft wurde 1 von 2 bekannten Diensten bei 8 Stellen (50,0 %); 1 antwortete nicht.")
        let part = gap + [Example.endpoint("c", .answered, .silent), Example.endpoint("d", authorised: false)]
        #expect(
            text(\.coverage, Example.with(endpoints: part), .en)
                == "Measured: 1 of 4 known services at 8 bodies (25.0 %); 2 did not answer or not completely, "
                + "1 we were not allowed to ask because the authorisation is missing.")
        #expect(text(\.coverage, Example.empty) == "Es sind keine Dienste bekannt; geprüft wurde nichts.")
    }

    @Test func `too little coverage comes first in clear words`() {
        #expect(
            situation(Example.with(endpoints: [Example.endpoint("a", .silent)]), .de).alarm?.plainText
                == "Die Aussagen sind unvollständig.")
        #expect(situation(Example.with(endpoints: [Example.endpoint("a", .answered)]), .de).alarm == nil)
    }

    @Test(arguments: [
        (["2026-12-01"], "1 dringender Befund ist offen, keiner über der Frist; er betrifft 1 der 4 Landkreise."),
        (["2026-11-01"], "1 dringender Befund ist offen und über der Frist; er betrifft 1 der 4 Landkreise."),
        (
            ["2026-11-01", "2026-12-01"],
            "2 dringende Befunde sind offen, davon 1 über der Frist; sie betreffen 1 der 4 Landkreise."
        ),
        ([], "Bei dem, was geprüft wurde, ist kein dringender Befund offen."),
    ])
    func `urgent findings are said in the right number`(due: [String], sentence: String) {
        let findings = due.enumerated().map { Example.finding("\($0.offset)", due: $0.element) }
        #expect(text(\.urgent, Example.with(findings: findings)) == sentence)
    }

    @Test func `a first run says that there is nothing to compare with`() {
        #expect(text(\.changes, Example.empty) == "Erster Prüflauf: noch kein Vergleich; kein Befund ist offen.")
        #expect(text(\.changes, Example.empty, .en) == "First run: nothing to compare with yet; no finding is open.")
    }

    @Test func `changes name only causes that occurred`() {
        func change(_ kind: Picture.Change.Kind, _ cause: Picture.OpeningCause?) -> Picture.Change {
            Picture.Change(
                kind: kind, cause: cause, finding: "F", rule: "r", endpoint: "e", body: "lk-cochem-zell",
                severity: .low,
                day: Example.day("2026-11-20"))
        }
        #expect(
            text(\.changes, Example.with(changes: [])) == "Seit dem 23.10. wurde kein Befund behoben, keiner kam hinzu."
        )
        #expect(
            text(\.changes, Example.with(changes: [change(.fixed, nil), change(.opened, .change)]))
                == "Seit dem 23.10. wurde 1 Befund behoben, 1 kam hinzu. Von den neuen ist 1 echte Verschlechterung.")
        #expect(
            text(\.changes, Example.with(changes: [change(.opened, .newRule), change(.opened, .newRule)]), .en)
                == "Since 23 Oct no finding was fixed, 2 were added. Of the new ones 2 come from new rules.")
    }

    @Test func `no certificate, one and several are said differently`() {
        #expect(
            text(\.certificates, Example.with(certificates: [])) == "Es wurde kein Zertifikat gesehen."
        )
        let list = Example.certificates.filter { $0.keySHA256.hasPrefix("k1k1") || $0.keySHA256.hasPrefix("k2k2") }
        #expect(
            text(\.certificates, Example.with(certificates: Array(list.prefix(1))))
                == "1 Zertifikat läuft in den nächsten 30 Tagen ab, ohne erkennbare automatische Erneuerung; das nächste am 26.11. "
                + "(serviceportal.cochem-zell.example:443).")
        #expect(
            text(\.certificates, Example.with(certificates: list)).hasPrefix(
                "2 Zertifikate laufen in den nächsten 30 Tagen ab, 1 davon ohne erkennbare automatische Erneuerung;"))
    }

    @Test func `software says honestly that support is not assessed`() {
        #expect(
            text(\.software, Example.with(software: Array(Example.software.prefix(1))))
                == "Erkannt wurde 1 Produkt auf 1 System; Support-Ende wird noch nicht bewertet.")
        #expect(
            text(\.software, Example.with(software: []), .en)
                == "No service names its software; end of support is not assessed yet.")
    }

    @Test func `exceptions say what ends and what counts again`() {
        #expect(
            text(\.exceptions, Example.picture)
                == "5 Ausnahmen sind genehmigt; 2 laufen bis Jahresende ab, 1 ist abgelaufen und zählt wieder als Befund."
        )
        #expect(text(\.exceptions, Example.with(exceptions: [])) == "Keine Ausnahme ist genehmigt.")
    }

    @Test func `every sentence of every picture ends with a full stop and has no gap`() {
        for picture in [Example.picture, Example.empty, Example.picture.limited(to: "lk-vulkaneifel")] {
            for language in Language.allCases {
                for sentence in situation(picture, language).sentences.map(\.plainText) {
                    #expect(
                        sentence.hasSuffix(".") && !sentence.contains("  ") && !sentence.contains(" ,"), "\(sentence)")
                }
            }
        }
    }
}
