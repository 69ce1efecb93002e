import Documents
import Inventory
import Model

extension DifferenceView {
    func printJSON() {
        var members: [JSONMember] = [
            JSONMember("from", .string(difference.from.name)), JSONMember("to", .string(difference.to.name)),
            JSONMember("changed", .boolean(!difference.isEmpty)),
            JSONMember(
                "balances",
                .array(difference.balances.filter { kinds.contains($0.subject.kind) }.map(document))),
        ]
        for (kind, name, values) in lists where kinds.contains(kind) {
            members.append(JSONMember(name, .array(values)))
        }
        Document.print("diff", version: 2, members: members)
    }

    private var lists: [(DifferenceKind, String, [JSONValue])] {
        [
            (.findings, "events", difference.events.map(document)),
            (.findings, "findings", difference.findings.map(document)),
            (.exceptions, "exceptions", difference.exceptions.map(document)),
            (.endpoints, "endpoints_added", difference.endpointsAdded.map { .string($0.label) }),
            (.endpoints, "endpoints_removed", difference.endpointsRemoved.map { .string($0.label) }),
            (.certificates, "certificates", difference.certificates.map(document)),
            (.software, "software", difference.software.map(document)),
            (.coverage, "measurements", difference.measurements.map(document)),
        ]
    }

    private func document(_ balance: Balance) -> JSONValue {
        [
            "subject": .string(balance.subject.rawValue), "before": .integer(balance.before),
            "steps": .array(
                balance.steps.map { ["cause": .string($0.cause.rawValue), "change": .integer($0.change)] }),
            "now": .integer(balance.after),
        ]
    }

    private func document(_ event: CommonEvent) -> JSONValue {
        [
            "change": .string(event.kind.rawValue), "rule": .string(event.rule), "run": .string(event.run.name),
            "bodies": .array(event.bodies.map { .string($0) }), "findings": .array(event.findings.map { .string($0) }),
            "shared": event.bond.map { .string($0.words) } ?? .null,
        ]
    }

    private func document(_ change: RunDifference.FindingChange) -> JSONValue {
        [
            "change": .string(change.kind.rawValue), "finding": .string(change.finding.id),
            "rule": .string(change.finding.rule.id), "endpoint": .string(change.finding.endpoint.label),
            "body": .string(change.finding.endpoint.body), "severity": .string(change.finding.severity.rawValue),
            "because": change.because.map { .string($0.rawValue) } ?? .null, "detail": .string(change.detail),
        ]
    }

    private func document(_ change: RunDifference.ExceptionChange) -> JSONValue {
        [
            "change": .string(change.kind.rawValue), "exception": .string(change.id), "rule": .string(change.rule),
            "subject": .string(change.subject), "expires": .string("\(change.expires)"),
        ]
    }

    private func document(_ change: RunDifference.CertificateChange) -> JSONValue {
        [
            "endpoint": .string(change.endpoint.label), "before": .string(change.before),
            "after": .string(change.after),
            "not_after": change.notAfter.map { .string("\($0)") } ?? .null,
        ]
    }

    private func document(_ change: RunDifference.SoftwareChange) -> JSONValue {
        [
            "endpoint": .string(change.endpoint.label), "product": .string(change.product),
            "before": change.before.map { .string($0) } ?? .null, "after": change.after.map { .string($0) } ?? .null,
        ]
    }

    private func document(_ change: RunDifference.MeasurementChange) -> JSONValue {
        [
            "endpoint": .string(change.endpoint.label), "probe": .string(change.probe),
            "before": .string(change.before.words), "after": .string(change.after.words),
        ]
    }
}
