import Model

extension Figure {
    var changeDefinition: LocalizedText {
        switch self {
        case .fixed:
            LocalizedText(
                de:
                    "Befunde, die eine Messung seit dem Vergleichslauf nicht mehr zeigt. Was nicht mehr geprüft wird, weil "
                    + "Ziel oder Regel entfielen, zählt nicht als behoben.",
                en: "Findings that a measurement since the comparison run no longer shows. What is no longer judged "
                    + "because target or rule went away does not count as fixed.")
        case .added:
            LocalizedText(
                de: "Seit dem Vergleichslauf neu geöffnete und wieder geöffnete Befunde.",
                en: "Findings opened or reopened since the comparison run.")
        case .worsened:
            LocalizedText(
                de:
                    "Hinzugekommene Befunde an einem schon bekannten System nach einer schon bekannten Regel: Das System "
                    + "hat sich geändert.",
                en: "Added findings at a system already known, by a rule already known: the system changed.")
        case .newRule:
            LocalizedText(
                de: "Hinzugekommene Befunde, weil eine Regel neu ist. Das System ist nicht schlechter geworden.",
                en: "Added findings because a rule is new. The system did not become worse.")
        case .newTarget:
            LocalizedText(
                de: "Hinzugekommene Befunde an Systemen, die der Vergleichslauf noch nicht kannte.",
                en: "Added findings at systems the comparison run did not know yet.")
        case .firstMeasured:
            LocalizedText(
                de: "Hinzugekommene Befunde an bekannten Systemen, die der Vergleichslauf nicht messen konnte.",
                en: "Added findings at known systems that the comparison run could not measure.")
        case .reopened:
            LocalizedText(
                de: "Hinzugekommene Befunde, die schon einmal behoben waren. Sie behalten ihr Alter.",
                en: "Added findings that had been fixed before. They keep their age.")
        default:
            LocalizedText(
                de: "Hinzugekommene Befunde, deren Ausnahme ablief.",
                en: "Added findings whose exception ended.")
        }
    }

    var certificateDefinition: LocalizedText {
        switch self {
        case .expiring:
            LocalizedText(
                de:
                    "Zertifikate, die beim Prüflauf gelten und innerhalb von 30 Tagen danach enden. Ein Zertifikat zählt "
                    + "einmal, auch wenn mehrere Dienste es ausliefern.",
                en:
                    "Certificates valid at the run that end within 30 days of it. A certificate counts once, however many "
                    + "services present it.")
        case .expired:
            LocalizedText(
                de: "Ausgelieferte Zertifikate, deren Gültigkeit vor dem Prüflauf endete.",
                en: "Certificates presented although their validity ended before the run.")
        default:
            LocalizedText(
                de:
                    "Eine Vermutung: Der Aussteller ist nicht für automatische Erneuerung (ACME) bekannt, oder das vorige "
                    + "Zertifikat wurde erst in den letzten 7 Tagen vor seinem Ablauf ersetzt.",
                en: "A guess: the issuer is not known for automatic renewal (ACME), or the previous certificate was "
                    + "replaced only in the last 7 days before its end.")
        }
    }

    var otherDefinition: LocalizedText {
        switch self {
        case .software:
            LocalizedText(
                de:
                    "Produkte, die ein Dienst von sich aus nennt, mit Beleg. Was ein Dienst nicht nennt, fehlt hier; ob der "
                    + "Hersteller ein Produkt noch unterstützt, wird noch nicht bewertet.",
                en:
                    "Products that a service names by itself, with evidence. What a service does not name is missing here; "
                    + "whether the vendor still supports a product is not assessed yet.")
        case .exceptions:
            LocalizedText(
                de:
                    "Ausnahmen, die am Tag des Prüflaufs genehmigt und nicht abgelaufen sind. Sie verbergen nichts: Der "
                    + "Befund bleibt sichtbar.",
                en: "Exceptions that are approved and not over on the day of the run. They hide nothing: the finding "
                    + "stays visible.")
        case .exceptionsEnding:
            LocalizedText(
                de: "Gültige Ausnahmen, deren letzter Tag im Jahr des Prüflaufs liegt.",
                en: "Valid exceptions whose last day lies in the year of the run.")
        case .need:
            LocalizedText(
                de: "▲ hoch: ein kritischer Befund ist offen oder ein dringender ist über der Frist. ■ mittel: ein "
                    + "dringender ist offen oder irgendeiner über der Frist. ● kein dringender: keines von beiden und "
                    + "mindestens 90 % geprüft. ◆ unvollständig: sonst.",
                en:
                    "▲ high: a critical finding is open or an urgent one is overdue. ■ medium: an urgent one is open or any "
                    + "is overdue. ● none urgent: neither, and at least 90 % measured. ◆ incomplete: otherwise.")
        case .trend:
            LocalizedText(
                de: "Offene Befunde am Ende jedes Prüflaufs der letzten sechs Monate. Jede Linie hat ihren eigenen "
                    + "Maßstab; die Zahlen darunter sind der erste und der letzte Wert.",
                en:
                    "Open findings at the end of each run of the last six months. Each line has its own scale; the numbers "
                    + "below are the first and the last value.")
        case .median:
            LocalizedText(
                de: "Mittlerer Wert der Tage vom Öffnen bis zum Schließen, über die in den letzten sechs Monaten "
                    + "behobenen Befunde. Unter fünf Fällen wird nichts gezeigt.",
                en:
                    "Middle value of the days from opening to closing, over the findings fixed within the last six months. "
                    + "Nothing is shown below five cases.")
        default:
            LocalizedText(
                de: "Was mit einem Handgriff behoben wird, ist eine Zeile der Arbeitsliste, wie viele Systeme es auch "
                    + "betrifft. Ein System ist hier eine Adresse mit Name und Port.",
                en:
                    "What one piece of work mends is one line of the work list, however many systems it takes. A system "
                    + "here is an address with name and port.")
        }
    }
}
