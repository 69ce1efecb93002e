import Inventory
import Model

extension Workspace {
    /// The store, for what the body does with it, and closed after it; made where there is none, if asked to.
    func withInventory<Answer>(creating: Bool = false, _ body: (InventoryStore) throws -> Answer) throws -> Answer {
        if !creating { try requireDatabase() }
        let inventory = try InventoryStore.open(path: databaseFile, vocabulary: vocabulary, create: creating)
        let answer = Result { try body(inventory) }
        try inventory.close()
        return try answer.get()
    }

    package func findings(_ filter: FindingFilter) throws -> [FindingRecord] {
        try withInventory { try $0.findings(filter) }
    }

    /// One finding with its life, the rule that found it, and the exception block to paste.
    package func finding(_ id: String) throws -> FindingStory {
        try withInventory { inventory in
            let finding = try inventory.finding(id)
            return FindingStory(
                finding: finding, events: try inventory.events(of: finding), rule: rules.rule(finding.rule.id)?.text,
                exceptionBlock: ExceptionBlock(
                    rule: finding.rule.id, endpoint: finding.endpoint, owner: finding.owner, today: now.day
                ).text)
        }
    }

    /// Ids of bodies and all bodies below them.
    package func withChildren(_ ids: [String]) -> Set<String> {
        var chosen: Set<String> = []
        var waiting = ids
        while let id = waiting.popLast() {
            if chosen.insert(id).inserted { waiting += fleet.body(id)?.children ?? [] }
        }
        return chosen
    }
}

/// Everything about one finding.
package struct FindingStory: Sendable {
    package let finding: FindingRecord
    package let events: [FindingEvent]
    /// `nil` where the rule is no longer loaded.
    package let rule: RuleText?
    package let exceptionBlock: String
}
