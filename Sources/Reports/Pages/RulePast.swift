import Model

/// What a rule said in earlier runs and now.
struct RulePast {
    let edition: Edition
    let rule: Picture.Rule

    private var say: Wording { edition.say }

    var html: HTML {
        guard rule.judgedSince != nil || !rule.past.isEmpty else { return .nothing }
        return .group([.h2(nil, .text(say("Verlauf", "History"))), since, table])
    }

    private var since: HTML {
        guard let day = rule.judgedSince else { return .nothing }
        return .p(.text(say("Wird beurteilt seit \(say.day(day)).", "Judged since \(say.day(day)).")))
    }

    private var table: HTML {
        guard !rule.past.isEmpty else { return .nothing }
        let now = Picture.PastVerdicts(
            run: edition.picture.run.id, day: edition.today, verdicts: rule.verdicts)
        let runs = rule.past.suffix(12) + (rule.verdicts.isEmpty ? [] : [now])
        let counted = Verdict.allCases.filter { verdict in runs.contains { ($0.verdicts[verdict] ?? 0) > 0 } }
        return Listing(
            id: "regel-verlauf", caption: say("Urteile je Prüflauf", "Verdicts by run"),
            columns: [.init(title: say("Tag", "Day"))]
                + counted.map { .init(title: say.verdict($0), numeric: true) },
            rows: runs.map { run in
                Listing.Row(
                    cells: [.init(.text(say.day(run.day)))]
                        + counted.map { .init(.text(say.number(run.verdicts[$0] ?? 0))) })
            }, sortable: false
        ).html(edition)
    }
}
