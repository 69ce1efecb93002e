import Model
import Store

/// Who provided what for whom, run after run.
struct RelationHistory {
    let session: StoreSession
    let run: Run

    func record(_ relations: [Relation]) throws {
        let known = Set(
            try session.rows("SELECT provider, consumer, service, host FROM h_relation WHERE until_run IS NULL") {
                Relation(
                    provider: try $0.text("provider"), consumer: try $0.text("consumer"),
                    service: try $0.text("service"), host: try $0.text("host"))
            })
        for relation in relations where !known.contains(relation) {
            try session.run(
                "INSERT INTO h_relation (provider, consumer, service, host, from_run) VALUES (?, ?, ?, ?, ?)",
                values: relation.values + [run.sequence])
        }
        for relation in known.subtracting(relations).sorted() {
            let isRelation = "provider = ? AND consumer = ? AND service = ? AND host = ? AND until_run IS NULL"
            try session.run(
                "UPDATE h_relation SET until_run = ? WHERE \(isRelation)", values: [run.sequence] + relation.values)
        }
    }
}

extension Relation {
    fileprivate var values: [any SQLBindable] { [provider, consumer, service, host] }
}
