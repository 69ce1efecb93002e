import Model
import Store

/// Turns an example into rows: an endpoint that fits the rule's scope, answered probes, and the facts given.
///
/// Where the scope is a choice of services, a double of the endpoint with another service stands beside it: a rule that
/// forgets its scope returns the double and fails.
struct ExampleScene {
    let rule: Rule
    let vocabulary: Vocabulary

    private static let double = 1_000_000

    func rows(of example: RuleExample, endpoint: Int) -> [ScratchRow] {
        guard let scope = vocabulary.scope(rule.text.scope) else { return [] }
        let service = scope.services.first ?? usualService(of: scope)
        let original = rows(of: example, endpoint: endpoint, service: service, probes: rule.probes.union([scope.probe]))
        guard let other = Service.allCases.first(where: { !scope.services.contains($0) }), !scope.services.isEmpty
        else { return original }
        return original
            + rows(
                of: example, endpoint: endpoint + Self.double, service: other,
                probes: rule.probes.union([scope.probe]))
    }

    private func rows(of example: RuleExample, endpoint: Int, service: Service, probes: Set<String>) -> [ScratchRow] {
        var subject: [String: SQLValue] = [
            "endpoint_id": .integer(endpoint), "body": .text("example"), "name": .text("www.example.org"),
            "address": .text("192.0.2.1"), "port": .integer(443), "transport": .text("tcp"),
            "service": .text(service.rawValue),
        ]
        if service == .domain || service == .mailDomain {
            subject.merge(
                [
                    "name": .text("example.org"), "address": .text(""), "port": .integer(0), "transport": .text("dns"),
                ], uniquingKeysWith: { $1 })
        }
        subject.merge(example.endpoint, uniquingKeysWith: { $1 })
        if endpoint >= Self.double { subject["service"] = .text(service.rawValue) }
        return [ScratchRow("endpoint", subject)] + observations(of: example, endpoint, probes)
            + example.facts.enumerated().compactMap { fact($0.element, endpoint, number: $0.offset) }
    }

    private func observations(of example: RuleExample, _ endpoint: Int, _ probes: Set<String>) -> [ScratchRow] {
        probes.sorted().map { probe in
            let gap = example.gaps[probe]
            return ScratchRow(
                "observation",
                [
                    "endpoint_id": .integer(endpoint), "probe": .text(probe),
                    "outcome": .text((gap?.outcome ?? .answered).rawValue), "reason": .text(gap?.reason ?? ""),
                ])
        }
    }

    private func fact(_ row: RuleExample.Row, _ endpoint: Int, number: Int) -> ScratchRow? {
        var values: [String: SQLValue] = [:]
        if vocabulary.figure(row.table.name) == nil {
            values = ["endpoint_id": .integer(endpoint), "probe": .text(row.probe), "fact_number": .integer(number)]
        } else if endpoint >= Self.double {
            // What is said of a body is said once, whatever stands beside the endpoint.
            return nil
        }
        for (column, value) in zip(row.table.columns, row.values) { values[column.name] = SQLValue(value) }
        return ScratchRow(row.table.name, values)
    }

    private func usualService(of scope: Scope) -> Service {
        switch scope.probe {
        case "dns": .domain
        case "ssh": .ssh
        case "smtp": .smtp
        case "imap": .imap
        case "pop3": .pop3
        default: .https
        }
    }
}
