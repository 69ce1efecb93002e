import Model
import Store

/// What the usage lists said, run after run. Costs never enter the store.
struct UsageHistory {
    let session: StoreSession
    let run: Run

    func record(_ usages: [Usage]) throws {
        let known = Set(
            try session.rows("SELECT * FROM h_usage WHERE until_run IS NULL") { row in
                try Self.columns.map { try row.text($0) }
            })
        let stated = Set(usages.map { UsageRow($0, on: run.started.day).values })
        for row in known.subtracting(stated).sorted(by: { $0.lexicographicallyPrecedes($1) }) {
            let isRow = Self.columns.map { "\($0) = ?" }.joined(separator: " AND ")
            try session.run(
                "UPDATE h_usage SET until_run = ? WHERE until_run IS NULL AND \(isRow)",
                values: [run.sequence] + row.map { $0 as any SQLBindable })
        }
        let places = Array(repeating: "?", count: Self.columns.count + 1).joined(separator: ", ")
        for row in stated.subtracting(known).sorted(by: { $0.lexicographicallyPrecedes($1) }) {
            try session.run(
                "INSERT INTO h_usage (\(Self.columns.joined(separator: ", ")), from_run) VALUES (\(places))",
                values: row.map { $0 as any SQLBindable } + [run.sequence])
        }
    }

    private static let columns = [
        "body", "domain", "answer", "product", "version", "operator", "provider", "status", "since", "contract_end",
        "notice_by", "owner", "registered_by",
    ]
}

/// A usage as the store keeps it: what is not known is empty.
private struct UsageRow {
    let values: [String]

    init(_ usage: Usage, on day: Day) {
        let step = usage.step(on: day)
        let answer =
            switch usage.answer {
            case .product: "product"
            case .none: "none"
            case .unknown: "unknown"
            }
        let operation =
            switch usage.operation {
            case .own: "self"
            case .sharedCentre: "shared-centre"
            case .provider: "provider"
            }
        values = [
            usage.body, usage.domain, answer, usage.product ?? "", usage.version ?? "", operation,
            usage.operation.providerID ?? "", step?.status.rawValue ?? "", step.map { "\($0.since)" } ?? "",
            usage.contract.map { "\($0.end)" } ?? "", usage.contract.map { "\($0.noticeBy)" } ?? "",
            usage.owner ?? "", usage.registeredBy.rawValue,
        ]
    }
}
