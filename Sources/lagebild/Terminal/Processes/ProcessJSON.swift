import Documents
import Harmonisation
import Model

extension ProcessComparison {
    /// One service of the document `lagebild/processes/1`.
    var json: JSONValue {
        .object([
            "service": .string(service),
            "similarity": similarity.map { .number($0) } ?? .null,
            "common_steps": .integer(commonSteps),
            "bodies": .array(entries.map(\.json)),
            "pairs": .array(
                pairs.map { pair in
                    .object([
                        "left": .string(pair.left), "right": .string(pair.right),
                        "similarity": .number(pair.similarity.value), "steps": .number(pair.similarity.steps),
                        "order": pair.similarity.order.map { .number($0) } ?? .null,
                    ])
                }),
            "steps": .array(rows.map(json)),
        ])
    }

    private func json(_ row: Row) -> JSONValue {
        let steps = zip(entries, row.steps).compactMap { entry, step in
            step.map { JSONMember(entry.body, .string($0.id)) }
        }
        return .object(["name": .string(row.name), "bodies": .object(steps)])
    }
}

extension ProcessComparison.Entry {
    /// A body's process, also the document `lagebild/process/1`.
    var json: JSONValue {
        .object([
            "body": body.isEmpty ? nil : .string(body),
            "name": .string(process.name), "exporter": .string(process.exporter),
            "roles": .array(process.roles.map { .string($0) }),
            "systems": .array(
                process.systems.map { system in
                    .object([
                        "id": .string(system.id), "name": .string(system.name),
                        "catalogued": .boolean(system.isCatalogued),
                    ])
                }),
            "steps": .array(process.steps.map(json)),
            "media_breaks": .array(
                mediaBreaks.map { found in
                    .object([
                        "from": .string(found.from.id), "to": .string(found.to.id),
                        "onto": .string(found.onto.rawValue),
                    ])
                }),
        ])
    }

    private func json(_ step: ProcessModel.Node) -> JSONValue {
        .object([
            "id": .string(step.id), "name": .string(step.name), "kind": .string(step.kind.rawValue),
            "role": .string(step.role), "medium": step.medium.map { .string($0.rawValue) } ?? .null,
            "systems": .array(step.systems.map { .string($0) }),
        ])
    }
}
