import Model
import Store

/// Which bodies the fleet file named, run after run.
struct BodyHistory {
    let session: StoreSession
    let run: Run

    func record(_ bodies: [Body]) throws {
        var known: [String: [StoreValue]] = [:]
        try session.forEach("SELECT body, name, kind, ags, owner FROM h_body WHERE until_run IS NULL") { row in
            known[try row.text("body")] = row.values.map(\.value)
        }
        for body in bodies {
            let values: [any SQLBindable] = [body.id, body.name, body.kind.rawValue, body.ags, body.owner]
            let same = known.removeValue(forKey: body.id) == values.map(\.storeValue)
            if !same { try replace(body.id, by: values) }
        }
        for body in known.keys.sorted() { try end(body) }
    }

    private func replace(_ body: String, by values: [any SQLBindable]) throws {
        try end(body)
        try session.run(
            "INSERT INTO h_body (body, name, kind, ags, owner, from_run) VALUES (?, ?, ?, ?, ?, ?)",
            values: values + [run.sequence])
    }

    private func end(_ body: String) throws {
        try session.run(
            "UPDATE h_body SET until_run = ? WHERE body = ? AND until_run IS NULL", run.sequence, body)
    }
}
