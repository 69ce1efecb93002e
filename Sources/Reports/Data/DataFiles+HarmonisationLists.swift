import Model

// Work lists, migrations, candidates, contracts and dependencies, each row of them.
extension DataFiles {
    func workLists(_ lists: Picture.Harmonisation.WorkLists) -> DataTable {
        DataTable(
            columns: ["list", "body", "domain", "product", "declared", "seen", "endpoints", "open_findings"],
            rows: lists.notSeen.map { declared($0, "not-seen", seen: nil) }
                + lists.notDeclared.map { seen -> [JSONText] in
                    [
                        .string("not-declared"), .string(seen.body), .null, .string(seen.product), .null,
                        .text(seen.version), .words(seen.endpoints), .number(seen.openFindings),
                    ]
                }
                + lists.otherVersion.map { declared($0.declared, "other-version", seen: $0.seen) })
    }

    private func declared(
        _ declared: Picture.Harmonisation.Declared, _ list: String, seen: Picture.Harmonisation.Seen?
    ) -> [JSONText] {
        [
            .string(list), .string(declared.body), .string(declared.domain), .string(declared.product),
            .text(declared.version), .text(seen?.version), .words(seen?.endpoints ?? []),
            seen.map { .number($0.openFindings) } ?? .null,
        ]
    }

    func migrations(_ harmonisation: Picture.Harmonisation) -> DataTable {
        DataTable(
            columns: ["domain", "target", "agreed_on", "by", "body", "from", "stage", "since", "due", "owner"],
            rows: harmonisation.domains.flatMap { domain in
                (domain.target?.migrations ?? []).map { migration -> [JSONText] in
                    [
                        .string(domain.id), .text(domain.target?.product), .day(domain.target?.agreedOn),
                        .day(domain.target?.by), .string(migration.body), .words(migration.from),
                        .string(migration.stage.rawValue), .day(migration.since), .day(migration.due),
                        .text(migration.owner),
                    ]
                }
            })
    }

    func burnDown(_ harmonisation: Picture.Harmonisation) -> DataTable {
        DataTable(
            columns: ["domain", "month", "left", "unknown"],
            rows: harmonisation.domains.flatMap { domain in
                (domain.target?.burnDown ?? []).map {
                    [.string(domain.id), .string("\($0.month)"), .number($0.left), .number($0.unknown)]
                }
            })
    }

    func adoption(_ harmonisation: Picture.Harmonisation) -> DataTable {
        DataTable(
            columns: [
                "body", "domain", "today", "rank", "candidate", "target", "neighbours", "support_days",
                "contracts_meet", "endpoints", "open_findings",
            ],
            rows: harmonisation.adoption.flatMap { entry in
                entry.candidates.map { candidate -> [JSONText] in
                    [
                        .string(entry.body), .string(entry.domain), .words(entry.today), .number(candidate.rank),
                        .string(candidate.product), .bool(candidate.isTarget), .words(candidate.neighbours),
                        candidate.supportDays.map { .number($0) } ?? .null, .words(candidate.meeting),
                        .number(candidate.endpoints),
                        candidate.endpoints == 0 ? .null : .number(candidate.openFindings),
                    ]
                }
            })
    }

    func contracts(_ harmonisation: Picture.Harmonisation) -> DataTable {
        DataTable(
            columns: ["notice_by", "end", "body", "domain", "product", "shared_cost_per_year"],
            rows: harmonisation.contracts.map { term in
                [
                    .day(term.noticeBy), .day(term.end), .string(term.body), .string(term.domain),
                    .string(term.product), term.sharedCost.map { .number($0) } ?? .null,
                ]
            })
    }

    func buying(_ harmonisation: Picture.Harmonisation) -> DataTable {
        DataTable(
            columns: ["month", "domain", "bodies"],
            rows: harmonisation.commonMonths.map {
                [.string("\($0.month)"), .string($0.domain), .words($0.bodies)]
            })
    }

    func losses(_ harmonisation: Picture.Harmonisation) -> DataTable {
        DataTable(
            columns: ["kind", "if_this_fails", "body", "loses_de", "loses_en", "because_of"],
            rows: harmonisation.failures.flatMap { failure in
                failure.losses.map { loss -> [JSONText] in
                    [
                        .string(failure.thing.kind.rawValue), .string(failure.thing.value), .string(loss.body),
                        .text(loss.what?.de), .text(loss.what?.en), .string(loss.because.value),
                    ]
                }
            })
    }
}
