import Model

extension Figure {
    /// How far software is harmonised, as docs/harmonisation.md defines it.
    var harmonisationDefinition: LocalizedText {
        switch self {
        case .harmonisationIndex:
            LocalizedText(
                de:
                    "Für jeden Fachbereich (Σ s² − 1/k) / (1 − 1/k) über die Anteile s der Produkte bei den k Stellen, die ein "
                    + "Produkt haben: 1 alle gleich, 0 alle verschieden. Zwei Produkte zugleich sind ein eigener Anteil. Nicht "
                    + "gezeigt, wenn weniger als die Hälfte geantwortet hat oder weniger als zwei ein Produkt haben. Über alle "
                    + "Fachbereiche: das Mittel derer, die einen Index haben, jeder mit gleichem Gewicht.",
                en:
                    "For each domain (Σ s² − 1/k) / (1 − 1/k) over the shares s of the products at the k bodies that have a "
                    + "product: 1 all alike, 0 all different. Two products at once are a share of their own. Not shown where "
                    + "fewer than half have answered or fewer than two have a product. Over all domains: the mean of those that "
                    + "have an index, each with the same weight.")
        case .usageCoverage:
            LocalizedText(
                de:
                    "Bekannte Antworten durch alle: eine je Stelle und Fachbereich. „Keine Software“ ist eine Antwort, "
                    + "„unbekannt“ nicht. IT-Dienstleister und Zweckverbände werden nicht gefragt, sie betreiben für andere.",
                en:
                    "Known answers over all: one for each body and domain. “No software” is an answer, “unknown” is not. IT "
                    + "providers and special-purpose associations are not asked; they run software for others.")
        case .targetShare:
            LocalizedText(
                de:
                    "Stellen, die mit dem vereinbarten Produkt und keinem anderen arbeiten, durch die Stellen mit einem Produkt; "
                    + "nur in Fachbereichen, für die ein Produkt vereinbart ist.",
                en:
                    "Bodies that work with the agreed product and no other, over the bodies with a product; only in domains for "
                    + "which a product was agreed.")
        case .migrationsLeft:
            LocalizedText(
                de:
                    "Stellen mit einem Produkt, die nicht allein mit dem vereinbarten arbeiten. Die Monatszahlen zählen sie am "
                    + "Ende jedes Monats, nach den Tagen, die in den Listen stehen; Tage in der Zukunft sind Pläne.",
                en:
                    "Bodies with a product that do not work with the agreed one alone. The monthly numbers count them at the end "
                    + "of each month, by the days in the lists; days ahead are plans.")
        case .installations:
            LocalizedText(
                de:
                    "Was eine gemeinsame Stelle oder ein Dienstleister für mehrere betreibt, ist eine Installation. Für den Index "
                    + "hat trotzdem jede Stelle ihr Produkt: Harmonisiert ist, womit gearbeitet wird, wer auch immer es betreibt.",
                en:
                    "What a shared centre or a provider runs for several is one installation. For the index each body still has "
                    + "its product: harmonised is what people work with, whoever runs it.")
        default: harmonisationListDefinition
        }
    }

    private var harmonisationListDefinition: LocalizedText {
        switch self {
        case .declaredObserved:
            LocalizedText(
                de:
                    "Produkte in Betrieb laut Liste gegen Software, die im letzten Prüflauf an einem Dienst der Stelle oder ihres "
                    + "Betreibers gesehen wurde. Version 24.1 passt zu 24.1.3, nicht zu 24.10; was eine Seite nicht weiß, ist "
                    + "kein Widerspruch.",
                en:
                    "Products in use by the list against software seen in the last run at a service of the body or of who runs it. "
                    + "Version 24.1 agrees with 24.1.3, not with 24.10; what one side does not know is no contradiction."
            )
        case .adoptionRank:
            LocalizedText(
                de:
                    "Was Nachbarstellen nutzen, gereiht nach Zahl der Stellen, dann Tagen bis zum Support-Ende, dann Nachbarn, "
                    + "deren Vertrag in denselben Monaten erneuert werden kann, dann offenen Befunden je Dienst, an dem es "
                    + "gesehen wurde. Unbekanntes steht hinter Bekanntem; was kein Grund unterscheidet, teilt sich den Rang.",
                en:
                    "What neighbours work with, ranked by number of bodies, then days until support ends, then neighbours whose "
                    + "contract can be renewed in the same months, then open findings for each service where it was seen. "
                    + "Unknown comes after known; what no reason tells apart shares a rank.")
        case .buyingWindow:
            LocalizedText(
                de:
                    "Die zwölf Monate vor dem Monat, in dem spätestens zu kündigen ist, und dieser Monat. Gemeinsam beschaffen "
                    + "können Stellen in einem Monat, der in mindestens zwei Fenstern liegt.",
                en:
                    "The twelve months before the month in which notice is due at the latest, and that month. Bodies can buy "
                    + "together in a month of at least two windows.")
        case .drift:
            LocalizedText(
                de:
                    "Dienste, an denen der letzte Prüflauf dasselbe Produkt sah, in Gruppen mit gleicher Einstellung. TLS: "
                    + "Protokollversionen, Verschlüsselung, Schlüsselaustausch, Schlüssel des Zertifikats; SSH: "
                    + "Schlüsselaustausch, Verschlüsselung, Prüfsummen, Hostschlüssel; jeweils ohne Reihenfolge. Was nicht "
                    + "ganz gemessen wurde, steht in keiner Gruppe.",
                en:
                    "Services at which the last run saw the same product, in groups that are configured alike. TLS: protocol "
                    + "versions, encryption, key exchange, key of the certificate; SSH: key exchange, ciphers, MACs, host "
                    + "keys; each without order. What was not measured whole stands in no group.")
        case .skew:
            LocalizedText(
                de:
                    "Tage zwischen dem ersten Tag der ältesten und der neuesten Versionslinie eines Produkts, die der letzte "
                    + "Prüflauf sah. Die Tage stehen in rules/lifecycle; ist einer nicht bekannt, ist es der Abstand auch nicht.",
                en:
                    "Days between the first day of the oldest and the newest release line of a product the last run saw. The "
                    + "days are those of rules/lifecycle; where one is not known, neither is the skew.")
        default:
            LocalizedText(
                de:
                    "Wer von etwas abhängt, und wer in demselben Fachbereich oder Dienst von einer Stelle abhängt, die es "
                    + "deshalb verliert. Grundlage sind Nutzungslisten und Flottendatei, bei Zertifikaten, Schlüsseln, "
                    + "Nameservern und Mailservern die Messung.",
                en:
                    "Whoever depends on something, and whoever depends in the same domain or service on a body that loses it "
                    + "for that reason. It rests on usage lists and fleet file; for certificates, keys, name servers and mail "
                    + "hosts on what was measured.")
        }
    }

    var harmonisationTitle: LocalizedText {
        switch self {
        case .harmonisationIndex: LocalizedText(de: "Index der Harmonisierung", en: "index of harmonisation")
        case .usageCoverage:
            LocalizedText(de: "bekannte Antworten der Nutzungslisten", en: "known answers of usage lists")
        case .targetShare: LocalizedText(de: "Zielanteil", en: "target share")
        case .migrationsLeft: LocalizedText(de: "ausstehende Umstellungen", en: "migrations left")
        case .installations: LocalizedText(de: "Installationen", en: "installations")
        case .declaredObserved: LocalizedText(de: "Liste und Messung", en: "declared and observed")
        case .adoptionRank: LocalizedText(de: "Rang einer Übernahme", en: "rank of an adoption")
        case .buyingWindow: LocalizedText(de: "Zeitraum der Beschaffung", en: "buying window")
        case .drift: LocalizedText(de: "verschieden eingestellt", en: "configured differently")
        case .skew: LocalizedText(de: "Abstand der Versionen", en: "version skew")
        default: LocalizedText(de: "was mit ausfällt", en: "what falls with it")
        }
    }
}
