import Model

// What changed and why, what bodies share, and what the rules say about controls.
extension DataFiles {
    /// One row for each step; before and after stand on each.
    var balances: DataTable {
        DataTable(
            columns: ["counted", "body", "before", "cause", "amount", "after"],
            rows: picture.balances.flatMap { balance -> [[JSONText]] in
                let steps = balance.steps.map { ($0.cause.rawValue, $0.amount) }
                return (steps.isEmpty ? [("", 0)] : steps).map { step -> [JSONText] in
                    [
                        .string(balance.counted.rawValue), .text(balance.body), .number(balance.before),
                        .string(step.0), .number(step.1), .number(balance.after),
                    ]
                }
            })
    }

    var movements: DataTable {
        DataTable(
            columns: ["kind", "what", "body", "before", "after", "outcome"],
            rows: picture.movements.map { movement in
                [
                    .string(movement.kind.rawValue), .string(movement.what), .string(movement.body),
                    .string(movement.before), .string(movement.after), .text(movement.outcome?.rawValue),
                ]
            })
    }

    /// The log of every finding in this report.
    var events: DataTable {
        DataTable(
            columns: ["finding", "run", "day", "kind", "detail"],
            rows: picture.findings.sorted { $0.id < $1.id }.flatMap { finding -> [[JSONText]] in
                finding.events.map { event -> [JSONText] in
                    [
                        .string(finding.id), .string(event.run), .day(event.day), .string(event.kind.rawValue),
                        .string(event.detail),
                    ]
                }
            })
    }

    var shared: DataTable {
        DataTable(
            columns: ["kind", "value", "bodies", "further_bodies", "endpoints", "open_findings"],
            rows: picture.shared.map { shared in
                [
                    .string(shared.thing.kind.rawValue), .string(shared.thing.value), .words(shared.bodies),
                    .number(shared.others), .words(shared.endpoints), .words(shared.openFindings),
                ]
            })
    }

    var evidence: DataTable {
        let figures = Figures(picture, scope: .everything(in: picture))
        return DataTable(
            columns: [
                "framework", "control", "support", "note_de", "note_en", "rules", "assessed", "conforms", "deviates",
                "not_measured", "open_findings",
            ],
            rows: picture.controls.map { control -> [JSONText] in
                let counts = control.counts
                let numbers = [counts?.assessed, counts?.conforms, counts?.deviates, counts?.notMeasured]
                return [
                    .string(control.framework.rawValue), .string(control.id), .string(control.support.rawValue),
                    .string(control.note.de), .string(control.note.en), .words(control.rules),
                ] + numbers.map { $0.map { .number($0) } ?? .null } + [.number(figures.openFindings(for: control))]
            })
    }
}
