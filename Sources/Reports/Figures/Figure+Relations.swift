import Model

extension Figure {
    /// How numbers fit together, and how findings of several bodies do.
    var relationDefinition: LocalizedText {
        switch self {
        case .balance:
            LocalizedText(
                de:
                    "Die Zahl beim Vergleichslauf, jede Ursache mit dem, was sie hinzufügte oder wegnahm, und die Zahl jetzt. "
                    + "Alle drei werden getrennt gezählt; eine Bilanz, die nicht aufgeht, kann hier nicht stehen.",
                en:
                    "The number at the comparison run, each cause with what it added or took away, and the number now. All "
                    + "three are counted separately; a balance that does not add up cannot stand here.")
        case .inherited:
            LocalizedText(
                de:
                    "Ein Befund bei einem Dienstleister oder einer gemeinsamen Einrichtung, die diese Stelle nutzt. Er zählt "
                    + "einmal, bei dem, der ihn beheben kann, und steht bei allen, die er trifft.",
                en:
                    "A finding at a provider or a shared service centre that this body uses. It counts once, where it can be "
                    + "fixed, and is shown at everyone it concerns.")
        case .possible:
            LocalizedText(
                de:
                    "Ein Verdacht aus einer Versionsnummer. Distributionen schließen Lücken, ohne die Version zu ändern; erst "
                    + "wer nachsieht, weiß es. Zählt in keiner Zahl mit.",
                en:
                    "A suspicion from a version number. Distributions close holes without changing the version; only a look "
                    + "tells. It counts in no figure.")
        case .commonEvent:
            LocalizedText(
                de:
                    "Dieselbe Regel schlägt bei zwei oder mehr Stellen innerhalb eines Tages um: Vermutlich ist eine Sache "
                    + "geschehen, nicht mehrere. Die Befunde bleiben einzeln gezählt.",
                en:
                    "The same rule flips at two or more bodies within a day: probably one thing happened, not several. The "
                    + "findings stay counted one by one.")
        default:
            LocalizedText(
                de:
                    "Ein Zertifikat, Schlüssel, Dienstleister, Nameserver oder Mailserver, auf dem zwei oder mehr Stellen "
                    + "ruhen, soweit Messung und Flottendatei es zeigen.",
                en:
                    "A certificate, key, provider, name server or mail host on which two or more bodies rest, as far as "
                    + "measurement and fleet file show it.")
        }
    }
}
