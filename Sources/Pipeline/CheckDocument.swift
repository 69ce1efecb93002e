import Documents
import Model
import Scanning

extension Check.Answer {
    /// Everything that was seen and what the rules say, as the members of `lagebild/check/1`.
    package var document: [JSONMember] {
        [
            JSONMember("at", .string(at.description)),
            JSONMember(
                "traffic",
                [
                    "connections": .integer(traffic.connections), "sent_bytes": .integer(traffic.sent),
                    "received_bytes": .integer(traffic.received),
                ]),
            JSONMember(
                "observations", .array(observations.map { ObservationDocument.json(of: $0, Probes.vocabulary) })),
            JSONMember(
                "verdicts",
                .array(
                    verdicts.map { entry in
                        [
                            "endpoint": .string(entry.endpoint.place), "rule": .string(entry.rule.id),
                            "pack": .string(entry.rule.pack), "verdict": .string(entry.verdict.verdict.rawValue),
                            "severity": .string(entry.rule.severity.rawValue),
                            "status": .string(entry.rule.status.rawValue), "evidence": .string(entry.verdict.evidence),
                        ]
                    })),
            JSONMember(
                "rule_errors", .array(errors.map { ["rule": .string($0.rule), "message": .string($0.message)] })),
        ]
    }
}

extension Endpoint {
    /// One endpoint among those of a check: its label, and the address where a name has several.
    package var place: String {
        guard let address, !serverName.isEmpty else { return label }
        return "\(label) (\(address))"
    }
}
