import Model

// How far software is harmonised; only where the fleet has usage lists.
extension DataFiles {
    var harmonisationTables: [(DataName, DataTable)] {
        guard let harmonisation = picture.harmonisation else { return [] }
        return [
            (.harmonisation, cells(harmonisation)), (.harmonisationTrend, trend(harmonisation)),
            (.workLists, workLists(harmonisation.workLists)), (.migrations, migrations(harmonisation)),
            (.burnDown, burnDown(harmonisation)), (.adoption, adoption(harmonisation)),
            (.contracts, contracts(harmonisation)), (.buying, buying(harmonisation)),
            (.dependencies, losses(harmonisation)), (.configurations, configurations(harmonisation)),
            (.versions, versions(harmonisation)),
        ]
    }

    /// One row for each body and domain; the figures of the domain stand on each.
    private func cells(_ harmonisation: Picture.Harmonisation) -> DataTable {
        DataTable(
            columns: [
                "domain", "index", "no_index_because", "known", "bodies", "target", "body", "state", "products",
                "versions", "providers", "imported",
            ],
            rows: harmonisation.domains.flatMap { domain in
                domain.cells.map { cell -> [JSONText] in
                    [
                        .string(domain.id), .decimal(domain.index), .text(domain.whyNoIndex?.rawValue),
                        .number(domain.known), .number(domain.cells.count), .text(domain.target?.product),
                        .string(cell.body), .string(cell.state.rawValue), .words(cell.uses.map(\.product)),
                        .words(cell.uses.map { $0.version ?? "" }), .words(cell.uses.map { $0.provider ?? "" }),
                        .words(cell.uses.map { $0.imported.map { "\($0)" } ?? "" }),
                    ]
                }
            })
    }

    private func trend(_ harmonisation: Picture.Harmonisation) -> DataTable {
        DataTable(
            columns: ["run", "day", "domain", "index", "known", "answers"],
            rows: harmonisation.trend.flatMap { point in
                [
                    [
                        .string(point.run), .day(point.day), .null, .decimal(point.index), .number(point.known),
                        .number(point.answers),
                    ]
                ]
                    + point.indexes.sorted { $0.key < $1.key }.map { domain, index -> [JSONText] in
                        [.string(point.run), .day(point.day), .string(domain), .decimal(index), .null, .null]
                    }
            })
    }
}

extension JSONText {
    /// Two decimals.
    static func decimal(_ value: Double?) -> JSONText {
        value.map { .string(Wording(language: .en).index($0)) } ?? .null
    }
}
