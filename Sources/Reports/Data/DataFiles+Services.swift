import Model

// Online services, processes and chains; only what the fleet names.
extension DataFiles {
    var serviceTables: [(DataName, DataTable)] {
        var tables: [(DataName, DataTable)] = []
        if let services = picture.onlineServices { tables.append((.onlineServices, table(of: services))) }
        if !picture.processes.isEmpty { tables.append((.processes, processSteps)) }
        if !picture.chains.isEmpty { tables.append((.chains, chainLinks)) }
        return tables
    }

    private func table(of services: Picture.OnlineServices) -> DataTable {
        DataTable(
            columns: [
                "service", "leika", "body", "state", "required", "mark", "declared", "seen", "trust", "sign_ins",
                "neighbour", "platform", "provider", "url",
            ],
            rows: services.cells.map { cell -> [JSONText] in
                let service = services.service(cell.service)
                return [
                    .string(cell.service), .text(service?.leika), .string(cell.body), .string(cell.state.word),
                    .text(service?.required.rawValue), .text(service?.mark.rawValue), .text(cell.declared?.rawValue),
                    .text(cell.seen?.rawValue), .string(cell.trust.rawValue), .words(cell.signIns),
                    .text(cell.state.neighbour), .text(cell.platform ?? cell.state.adoptablePlatform),
                    .text(cell.provider),
                    .string(cell.url),
                ]
            })
    }

    /// One row for each step of each body.
    private var processSteps: DataTable {
        DataTable(
            columns: ["service", "body", "step", "row", "kind", "role", "medium", "systems", "media_break_before"],
            rows: picture.processes.flatMap { group in
                group.rows.flatMap { row in
                    zip(group.entries, row.steps).compactMap { entry, step -> [JSONText]? in
                        guard let step else { return nil }
                        return [
                            .string(group.service), .string(entry.body), .string(step.name), .string(row.name),
                            .string(step.kind.rawValue), .string(step.role), .text(step.medium?.rawValue),
                            .words(step.systems), .bool(entry.mediaBreaks.contains { $0.to.id == step.id }),
                        ]
                    }
                }
            })
    }

    private var chainLinks: DataTable {
        DataTable(
            columns: ["chain", "link", "weakest", "body", "state", "products", "provider", "urgent_findings"],
            rows: picture.chains.flatMap { chain in
                chain.links.enumerated().flatMap { position, link in
                    link.cells.map { cell -> [JSONText] in
                        [
                            .string(chain.name), .string(link.name), .bool(position == chain.weakest),
                            .string(cell.body), .string(cell.state.rawValue), .words(cell.products),
                            .text(cell.provider), cell.urgent.map { .number($0) } ?? .null,
                        ]
                    }
                }
            })
    }
}
