import Model
import Store

/// Which exceptions the fleet file named, in whose words, run after run: what an auditor asks for.
struct ExceptionHistory {
    private struct Interval: Equatable {
        let rule: String
        let subject: String
        let expires: Day
        let content: String
    }

    let session: StoreSession
    let run: Run

    func record(_ exceptions: [FleetException]) throws {
        var known: [String: Interval] = [:]
        try session.forEach(
            "SELECT exception, rule, subject, expires, content FROM h_exception WHERE until_run IS NULL"
        ) { row in
            known[try row.text("exception")] = Interval(
                rule: try row.text("rule"), subject: try row.text("subject"),
                expires: Day(try row.text("expires")) ?? Day(number: 0), content: try row.text("content"))
        }
        for exception in exceptions {
            let now = Interval(
                rule: exception.rule, subject: exception.subject.label, expires: exception.expires,
                content: exception.words)
            if known.removeValue(forKey: exception.id) == now { continue }
            try end(exception.id)
            try session.run(
                """
                INSERT INTO h_exception (exception, rule, subject, expires, content, from_run) VALUES (?, ?, ?, ?, ?, ?)
                """, exception.id, now.rule, now.subject, now.expires, now.content, run.sequence)
        }
        for id in known.keys.sorted() { try end(id) }
    }

    /// An interval that would be empty is taken away instead.
    private func end(_ id: String) throws {
        try session.run("DELETE FROM h_exception WHERE exception = ? AND from_run = ?", id, run.sequence)
        try session.run(
            "UPDATE h_exception SET until_run = ? WHERE exception = ? AND until_run IS NULL", run.sequence, id)
    }
}

extension FleetException {
    /// Everything the fleet file says of it: another word is another decision.
    fileprivate var words: String {
        [
            "reason: \(reason)", "residual risk: \(residualRisk)", compensating.map { "compensating: \($0)" },
            plan.map { "plan: \($0.what) by \($0.by)" }, "requested by: \(requestedBy)", "accepted by: \(acceptedBy)",
            "approved on: \(approvedOn)",
        ].compactMap { $0 }.joined(separator: "\n")
    }
}

extension FleetException.Subject {
    /// `lk-bernkastel-wittlich geo.example.org:443`.
    fileprivate var label: String {
        let place = [host, port.map(String.init)].compactMap { $0 }.joined(separator: ":")
        return [body, place.isEmpty ? nil : place, software].compactMap { $0 }.joined(separator: " ")
    }
}
