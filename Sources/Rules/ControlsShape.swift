import Documents
import Model

/// What stands below a rule's `controls:`: ids by framework, each looked up in the catalogue.
struct ControlsShape {
    /// `nil` where the catalogue itself is wrong: then ids are not looked up.
    let catalogue: ControlCatalogue?

    var controls: YAMLShape<[Control]> {
        let lists = lists
        return YAMLShape<[Control]>(schema: lists.schema) { [catalogue] node, log in
            if node.entries?.isEmpty == true {
                log.error(
                    at: node.place, "'controls' names no control",
                    hint: "{grundschutz_2023: [APP.3.2.A11]}, or leave the key out")
            } else if catalogue?.entries.isEmpty == true {
                log.error(
                    at: node.place, "there is no catalogue to look controls up in",
                    hint: "it is the folder 'controls' beside the shipped rule packs")
            }
            return lists.read(node, log)
        }
    }

    private var lists: YAMLShape<[Control]> {
        let keys = Control.Framework.allCases.map(key)
        return .mapping(YAMLMapping("controls by framework", keys.map(\.declaration))) { fields, _ in
            keys.flatMap { fields[$0] ?? [] }
        }
    }

    private func key(_ framework: Control.Framework) -> YAMLKey<[Control]> {
        let ids = YAMLShape<String>.text.placed.someList.map { [catalogue] list, _, log in
            if let catalogue, !catalogue.entries.isEmpty { check(list, framework, catalogue, log) }
            return list.map { Control(framework, $0.value) }
        }
        return .optional(framework.rawValue, ids, "Ids of the catalogue.")
    }

    private func check(
        _ list: [Placed<String>], _ framework: Control.Framework, _ catalogue: ControlCatalogue, _ log: DiagnosticLog
    ) {
        let known = catalogue.ids(of: framework)
        var seen: Set<String> = []
        for id in list {
            if !seen.insert(id.value).inserted {
                log.error(at: id.place, "'\(id.value.excerpt)' is named twice")
            } else if !known.contains(id.value) {
                log.error(
                    at: id.place, "'\(id.value.excerpt)' is no control of \(framework.rawValue) in the catalogue",
                    hint: Suggestion.hint(for: id.value, among: known)
                        ?? "the files of the folder 'controls' name them all")
            }
        }
    }
}
