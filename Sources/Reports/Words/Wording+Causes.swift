import Model

/// Why a number changed: a word for the line, a sentence for the reader.
extension Wording {
    func cause(_ cause: Picture.Cause) -> String {
        switch cause {
        case .firstRun: self("erster Prüflauf", "first run")
        case .change: self("echte Verschlechterung", "change for the worse")
        case .newRule: self("neue Regel", "new rule")
        case .newTarget: self("neu erfasstes System", "newly recorded system")
        case .coverage: self("erstmals gemessen", "measured for the first time")
        case .reopened: self("wieder aufgetreten", "came back")
        case .confirmed: self("Verdacht bestätigt", "suspicion confirmed")
        case .exceptionEnded: self("Ausnahme beendet", "exception ended")
        case .ruleRestored: self("Regel gilt wieder", "rule holds again")
        case .severityRaised: self("höher eingestuft", "rated higher")
        case .fixed: self("behoben", "fixed")
        case .excepted: self("Ausnahme genehmigt", "exception approved")
        case .ruleRetired: self("Regel gilt nicht mehr", "rule no longer holds")
        case .onlyPossible: self("nur noch ein Verdacht", "no more than a suspicion")
        case .severityLowered: self("niedriger eingestuft", "rated lower")
        case .added: self("neu erfasst", "newly recorded")
        case .removed: self("entfallen", "gone")
        case .appeared: self("neu gesehen", "newly seen")
        case .disappeared: self("nicht mehr gesehen", "no longer seen")
        case .measured: self("antwortet wieder", "answers again")
        case .notMeasured: self("nicht gemessen", "not measured")
        case .notAuthorised: self("Freigabe entfallen", "no longer authorised")
        case .authorised: self("freigegeben", "authorised")
        case .begun: self("begonnen", "begun")
        case .withdrawn: self("gestrichen", "withdrawn")
        case .expired: self("abgelaufen", "over")
        }
    }

    /// What it means, for someone who reads the table for the first time.
    func meaning(_ cause: Picture.Cause) -> String {
        switch cause {
        case .firstRun: self("Es gab noch nichts zum Vergleichen.", "There was nothing to compare with yet.")
        case .change: self("Ein bekanntes System ist schlechter geworden.", "A known system became worse.")
        case .newRule: self("Das System war schon so; die Regel ist neu.", "The system was like this; the rule is new.")
        case .newTarget: self("Ein System kam in die Prüfung hinzu.", "A system was added to what is measured.")
        case .coverage: self("Vorher war es nicht messbar.", "It could not be measured before.")
        case .reopened: self("Es war behoben und ist wieder da.", "It was fixed and is back.")
        case .confirmed:
            self("Es war zu prüfen; eine Messung zeigt es jetzt.", "It was to be checked; a measurement now shows it.")
        case .exceptionEnded:
            self(
                "Es war bis zu einem Tag hingenommen und ist es nicht mehr.",
                "It was accepted until a day and is no longer.")
        case .ruleRestored: self("Wird wieder beurteilt.", "It is judged again.")
        case .severityRaised, .severityLowered:
            self(
                "Die Regel wird anders eingestuft; das System ist gleich.",
                "The rule is rated differently; the system is the same.")
        case .fixed: self("Eine Messung zeigt es nicht mehr.", "A measurement no longer shows it.")
        case .excepted:
            self("Es ist noch da und bis zu einem Tag hingenommen.", "It is still there and accepted until a day.")
        case .ruleRetired:
            self("Wird nicht mehr beurteilt; keine Verbesserung.", "No longer judged; not an improvement.")
        case .onlyPossible: self("Nicht mehr bewiesen; bitte nachsehen.", "No longer proven; please look.")
        case .added:
            self(
                "Steht neu in der Flottendatei oder kam durch sie hinzu.", "New in the fleet file, or came through it.")
        case .removed: self("Wird nicht mehr geprüft; keine Verbesserung.", "No longer measured; not an improvement.")
        case .appeared: self("Der Dienst zeigte es vorher nicht.", "The service did not show it before.")
        case .disappeared: self("Der Dienst zeigt es nicht mehr.", "The service does not show it any more.")
        case .measured: self("War im Vergleichslauf eine Lücke.", "Was a gap in the comparison run.")
        case .notMeasured:
            self("Diesmal eine Lücke; weder gut noch schlecht.", "A gap this time; neither good nor bad.")
        case .notAuthorised: self("Darf nicht mehr gefragt werden.", "May no longer be asked.")
        case .authorised: self("Darf jetzt gefragt werden.", "May be asked now.")
        case .begun: self("Gilt seit dem Vergleichslauf.", "Holds since the comparison run.")
        case .withdrawn: self("Steht nicht mehr in der Flottendatei.", "No longer in the fleet file.")
        case .expired: self("Ihr letzter Tag ist vorbei.", "Its last day is over.")
        }
    }

    /// What a balance counts.
    func counted(_ counted: Picture.Balance.Counted) -> String {
        switch counted {
        case .findings: self("Offene Befunde", "Open findings")
        case .urgent: self("Dringende Befunde", "Urgent findings")
        case .excepted: self("Befunde mit gültiger Ausnahme", "Findings under a valid exception")
        case .possible: self("Zu prüfen (zählt nicht)", "To be checked (not counted)")
        case .known: self("Bekannte Dienste", "Known services")
        case .measured: self("Geprüfte Dienste", "Measured services")
        case .certificates: self("Dienste mit Zertifikat", "Services with a certificate")
        case .software: self("Fundstellen von Software", "Sightings of software")
        case .exceptions: self("Gültige Ausnahmen", "Exceptions in force")
        }
    }
}
