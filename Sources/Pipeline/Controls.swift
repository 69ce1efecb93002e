import Documents
import Model
import Rules

extension RuleBook {
    /// The requirements with this id or checklist name, whatever the framework; throws where the catalogue has none.
    package func controls(named word: String) throws(PlaceError) -> [Control] {
        let found = catalogue.controls(named: word)
        if !found.isEmpty { return found }
        guard !catalogue.entries.isEmpty else {
            throw .missing(
                "there is no catalogue to look \"\(word.excerpt)\" up in",
                hint: "it is the folder 'controls' beside the shipped rule packs")
        }
        let ids = catalogue.entries.map(\.control.id)
        let meant = Suggestion.closest(to: word, among: ids).map { "did you mean '\($0)'?" }
        throw .missing(
            "no control or checklist \"\(word.excerpt)\" in the catalogue",
            hint: meant ?? "'lagebild rules evidence --format csv' names them all")
    }
}

extension Workspace {
    /// Ids of the rules, chosen by the fleet or not, that say something about a requirement.
    package func rules(naming word: String) throws(PlaceError) -> Set<String> {
        let controls = try rules.controls(named: word)
        return Set((rules.rules(naming: controls) + available.rules(naming: controls)).map(\.id))
    }
}
