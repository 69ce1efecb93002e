import Inventory
import Model

extension Workspace {
    /// What has become of every exception of the fleet file, as of the last finished run; in the file's order.
    package func exceptionReviews() throws -> [ExceptionReview] {
        try withInventory { inventory in
            _ = try lastRun(of: inventory)
            return try exceptionReviews(inventory, on: now.day)
        }
    }

    func exceptionReviews(_ inventory: InventoryStore, on day: Day) throws -> [ExceptionReview] {
        guard !fleet.exceptions.isEmpty else { return [] }
        var filter = FindingFilter(state: .open)
        filter.rules = Set(fleet.exceptions.map(\.rule))
        let findings = try inventory.findings(filter).map {
            ExceptionReviewer.OpenFinding(
                id: $0.id, rule: $0.rule.id, endpoint: $0.endpoint, isMeasured: $0.measured)
        }
        let reviewer = ExceptionReviewer(
            rules: rules, installed: available, vocabulary: vocabulary, findings: findings, today: day)
        return try fleet.exceptions.map { reviewer.review($0, at: try inventory.endpoints(of: $0)) }
    }
}
