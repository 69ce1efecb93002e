import Model

extension Figure {
    /// What is counted of online services, processes and chains.
    var serviceDefinition: LocalizedText {
        switch self {
        case .serviceCoverage:
            LocalizedText(
                de:
                    "Angebotene Leistungen durch alle, die der Leistungskatalog für die Art der Stelle vorsieht. Angeboten ist, "
                    + "was eine Leistungsliste nennt: gesehen, nur gelistet oder mit Fehler.",
                en:
                    "Services offered over all that the service catalogue foresees for the kind of body. Offered is what a "
                    + "service list names: seen, only listed, or failing.")
        case .serviceLive:
            LocalizedText(
                de:
                    "Angebotene Leistungen, deren Seite im letzten Prüflauf kam. Was nicht gemessen wurde, zählt nicht dazu.",
                en: "Services offered whose page came in the last run. What was not measured does not count.")
        case .adoptable:
            LocalizedText(
                de:
                    "Leistungen, die eine Stelle nicht anbietet, eine Nachbarin aber auf einer Plattform, die die Stelle selbst "
                    + "nutzt. Unter mehreren Nachbarinnen zuerst die mit gesehener Seite, dann die mit demselben Betreiber.",
                en:
                    "Services a body does not offer and a neighbour offers on a platform the body uses itself. Among several "
                    + "neighbours first one whose page was seen, then one with the same provider.")
        case .trustBelow:
            LocalizedText(
                de:
                    "Angebotene Leistungen, deren Anmeldung höchstens ein niedrigeres Vertrauensniveau (BSI TR-03107-1) gibt, "
                    + "als der Leistungskatalog verlangt. Es zählt das niedrigere aus Liste und gesehener Anmeldung; ist keins "
                    + "von beiden bekannt, wird nichts behauptet.",
                en:
                    "Services offered whose sign-in gives at most a lower trust level (BSI TR-03107-1) than the service "
                    + "catalogue requires. The lower of list and sign-in seen counts; where neither is known, nothing is said."
            )
        case .mediaBreak:
            LocalizedText(
                de:
                    "Zwei Schritte mit bekanntem Medium, einer unmittelbar nach dem anderen, von denen einer am System und einer "
                    + "auf Papier geschieht. Ereignisse, Verzweigungen und Schritte mit unbekanntem Medium dazwischen werden "
                    + "übersprungen.",
                en:
                    "Two steps with a known medium, one directly after the other, one of them done with a system and one on "
                    + "paper. Events, gateways and steps with an unknown medium between them are passed over.")
        case .similarity:
            LocalizedText(
                de:
                    "Mittel aus zwei Anteilen (Dice): Schritte, die sich auf der anderen Seite finden, gewichtet nach Ähnlichkeit "
                    + "von Name und Art; und Paare aufeinander folgender Schritte, die sich dort in derselben Reihenfolge finden. "
                    + "1 ist derselbe Ablauf, 0 hat nichts gemeinsam. Für mehrere Stellen das Mittel aller Paare.",
                en:
                    "Mean of two shares (Dice): steps found on the other side, weighted by how alike name and kind are; and pairs "
                    + "of steps in a row found there in the same order. 1 is the same process, 0 has nothing in common. For "
                    + "several bodies the mean of all pairs.")
        default:
            LocalizedText(
                de:
                    "Ein Glied trägt bei einer Stelle, wenn dort ein Produkt in Betrieb ist, dessen Unterstützung nicht geendet "
                    + "hat, kein dringender Befund an seinen Systemen offen ist und der Vertrag länger als ein Jahr läuft. Das "
                    + "schwächste Glied trägt bei den wenigsten Stellen; unter gleichen das mit dem schlechtesten Zustand, dann das "
                    + "frühere. Nicht bekannt trägt nicht; was nicht gemessen wurde, steht dabei.",
                en:
                    "A link holds at a body where a product is in use whose support has not ended, no urgent finding is open at "
                    + "its systems and the contract runs for more than a year. The weakest link holds for the fewest bodies; "
                    + "among equals the one in the worst state, then the earlier one. Not known does not hold; what was not "
                    + "measured is named.")
        }
    }

    var serviceTitle: LocalizedText {
        switch self {
        case .serviceCoverage: LocalizedText(de: "Anteil online", en: "share online")
        case .serviceLive: LocalizedText(de: "online gesehen", en: "seen online")
        case .adoptable: LocalizedText(de: "übernehmbar", en: "adoptable")
        case .trustBelow: LocalizedText(de: "Vertrauensniveau zu niedrig", en: "trust level too low")
        case .mediaBreak: LocalizedText(de: "Medienbruch", en: "media break")
        case .similarity: LocalizedText(de: "Ähnlichkeit der Abläufe", en: "similarity of processes")
        default: LocalizedText(de: "schwächstes Glied", en: "weakest link")
        }
    }
}
