import Cryptography
import Model
import Pipeline

/// What is said about a file of certificates and the certificates in it.
struct CertificateFileView {
    let answer: CertificateFileCheck.Answer
    let language: Language
    let colour: Colour

    func printText() {
        print(colour.paint(printable(answer.file), .bold))
        print("  " + word("Zertifikate: ", "certificates: ") + "\(answer.certificates)")
        if answer.isNameAssumed {
            print(
                wrapped(
                    word(
                        "Kein Name angegeben: gehalten gegen einen eigenen des Zertifikats; --name NAME prüft einen.",
                        "no name given: held against one of the certificate's own; --name NAME checks one"),
                    width: Environment.columns, indent: 2))
        }
        if let (sentence, tone) = key {
            print(wrapped(sentence, width: Environment.columns, indent: 2))
            print(
                colour.paint(
                    wrapped(
                        word(
                            "Die Datei enthält einen privaten Schlüssel. Er wurde nicht ausgegeben und nicht behalten.",
                            "the file holds a private key; it was neither printed nor kept"),
                        width: Environment.columns, indent: 2), tone))
        }
        for section in sections {
            print("\n" + colour.paint(section.title, .bold))
            for line in section.lines { print(line) }
        }
        print("")
        CheckJudgementView(answer: answer.check, language: language, verbose: true, colour: colour).printText()
        for error in answer.check.errors { say("rule error: \(error.rule): \(printable(error.message))") }
    }

    private var sections: [CheckSection] {
        answer.check.observations.flatMap {
            CertificateSections(facts: SeenFacts($0.facts), language: language, now: answer.check.at).all
        }
    }

    private var key: (String, Colour.Tone)? {
        switch answer.privateKey {
        case .none: nil
        case .belongs(to: 0):
            (
                word(
                    "Privater Schlüssel: gehört zum ersten Zertifikat.",
                    "private key: belongs to the first certificate"), .yellow
            )
        case .belongs(let position):
            (
                word(
                    "Privater Schlüssel: gehört zum Zertifikat Nr. \(position + 1), nicht zum ersten. Das eigene Zertifikat des Servers muss vorn stehen.",
                    "private key: belongs to certificate \(position + 1), not to the first; the server's own has to come first"
                ), .red
            )
        case .foreign:
            (
                word(
                    "Privater Schlüssel: gehört zu KEINEM der Zertifikate.",
                    "private key: belongs to NONE of the certificates"), .red
            )
        case .encrypted:
            (
                word(
                    "Privater Schlüssel: mit Kennwort verschlüsselt, deshalb nicht verglichen.",
                    "private key: encrypted with a passphrase, so it was not compared"), .yellow
            )
        case .unreadable:
            (word("Privater Schlüssel: unlesbar.", "private key: cannot be read"), .red)
        }
    }

    private func word(_ german: String, _ english: String) -> String { language == .de ? german : english }
}
