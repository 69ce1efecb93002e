import Model

// The same product in several configurations and versions.
extension DataFiles {
    func configurations(_ harmonisation: Picture.Harmonisation) -> DataTable {
        DataTable(
            columns: ["product", "kind", "group", "bodies", "endpoints", "aspect", "only_here", "not_measured"],
            rows: harmonisation.drifts.flatMap { drift in
                drift.groups.enumerated().flatMap { number, group in
                    drift.differing.map { aspect -> [JSONText] in
                        [
                            .string(drift.product), .string(drift.kind.rawValue), .number(number + 1),
                            .words(group.bodies), .words(group.endpoints), .string(aspect.rawValue),
                            .words(group.own[aspect] ?? []), .words(drift.unmeasured),
                        ]
                    }
                }
            })
    }

    func versions(_ harmonisation: Picture.Harmonisation) -> DataTable {
        DataTable(
            columns: ["product", "skew_days", "line", "released", "versions", "bodies"],
            rows: harmonisation.skews.flatMap { skew in
                skew.lines.map { line -> [JSONText] in
                    [
                        .string(skew.product), skew.days.map { .number($0) } ?? .null, .string(line.name),
                        .day(line.released), .words(line.versions), .words(line.bodies),
                    ]
                }
            })
    }
}
