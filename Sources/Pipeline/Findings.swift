import Inventory
import Model

extension Workspace {
    /// The store, for reading; closed by the caller's end of scope.
    func withInventory<Answer>(_ body: (InventoryStore) throws -> Answer) throws -> Answer {
        try requireDatabase()
        let inventory = try InventoryStore.open(path: databaseFile, vocabulary: vocabulary, create: false)
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
                exceptionBlock: ExceptionBlock(finding, fleet: fleet, today: now.day).text)
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

/// The YAML to paste into the fleet file when a finding is to be accepted for a while.
struct ExceptionBlock {
    let text: String

    init(_ finding: FindingRecord, fleet: Fleet, today: Day) {
        let endpoint = finding.endpoint
        let subject =
            endpoint.transport == .dns
            ? "{body: \(endpoint.body), host: \"\(endpoint.host)\"}"
            : "{body: \(endpoint.body), host: \"\(endpoint.host)\", port: \(endpoint.port)}"
        text = """
            exceptions:
              - id: AUS-\(today.civil.year)-000          # your own number
                rule: \(finding.rule.id)
                where: \(subject)
                reason: "..."                 # at least 20 characters: why it cannot be mended now
                compensating: "..."           # what lowers the risk meanwhile
                requested_by: \(finding.owner ?? "...")
                accepted_by: ...              # a contact of the fleet file, someone else
                approved_on: \(today)
                expires: \(Day(number: today.number + 90))
            """
    }
}
