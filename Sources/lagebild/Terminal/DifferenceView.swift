import Documents
import Inventory
import Model

/// The difference of two runs, as text or JSON.
struct DifferenceView {
    private let difference: RunDifference
    private let language: Language

    init(_ difference: RunDifference, language: Language) {
        self.difference = difference
        self.language = language
    }

    func printText() {
        print("\(difference.from.name) → \(difference.to.name)")
        guard !difference.isEmpty else { return print("Nothing changed.") }
        printCoverage()
        printFindings()
        section("Endpoints added", difference.endpointsAdded.map(\.label))
        section("Endpoints no longer planned", difference.endpointsRemoved.map(\.label))
        section(
            "Certificates replaced",
            difference.certificates.map { change in
                "\(change.endpoint.label): \(change.before.prefix(12))… → \(change.after.prefix(12))…"
                    + (change.notAfter.map { ", valid until \($0.day)" } ?? "")
            })
        section(
            "Software",
            difference.software.map { change in
                "\(change.endpoint.label): \(change.product) \(change.before ?? "–") → \(change.after ?? "–")"
            })
        section(
            "Measurements",
            difference.measurements.map { change in
                "\(change.probe) \(change.endpoint.label): \(text(change.before)) → \(text(change.after))"
            })
    }

    private func printCoverage() {
        let (before, now) = (difference.coverageBefore.overall.endpoints, difference.coverageAfter.overall.endpoints)
        print("Endpoints measured: \(before.measured) of \(before.known) → \(now.measured) of \(now.known)")
    }

    private func printFindings() {
        for kind in FindingEventKind.allCases {
            let changes = difference.findings(kind)
            section(
                "Findings \(kind.rawValue)",
                changes.map { change in
                    let because = change.because.map { " (\($0.rawValue))" } ?? ""
                    return "\(change.finding.id) \(change.finding.severity.rawValue) \(change.finding.endpoint.label): "
                        + change.finding.rule.title[language] + because
                })
        }
        let causes = difference.causes.sorted { $0.key.rawValue < $1.key.rawValue }
        if !causes.isEmpty {
            print(
                "New or counting again by cause: "
                    + causes.map { "\($0.value) \($0.key.rawValue)" }.joined(separator: ", "))
        }
    }

    private func section(_ title: String, _ lines: [String]) {
        guard !lines.isEmpty else { return }
        print("\n\(title): \(lines.count)")
        for line in lines { print(wrapped(line, width: Environment.columns, indent: 2)) }
    }

    private func text(_ gap: Coverage.Gap) -> String {
        gap.reason.isEmpty ? gap.outcome.rawValue : "\(gap.outcome.rawValue) (\(gap.reason))"
    }

    func printJSON() {
        let (before, now) = (difference.coverageBefore.overall.endpoints, difference.coverageAfter.overall.endpoints)
        Document.print(
            "diff",
            [
                "from": .string(difference.from.name), "to": .string(difference.to.name),
                "changed": .boolean(!difference.isEmpty),
                "coverage": [
                    "known_before": .integer(before.known), "known_now": .integer(now.known),
                    "measured_before": .integer(before.measured), "measured_now": .integer(now.measured),
                ],
                "findings": .array(difference.findings.map(finding)),
                "causes": .object(
                    difference.causes.sorted { $0.key.rawValue < $1.key.rawValue }.map {
                        JSONMember($0.key.rawValue, .integer($0.value))
                    }),
                "endpoints_added": .array(difference.endpointsAdded.map { .string($0.label) }),
                "endpoints_removed": .array(difference.endpointsRemoved.map { .string($0.label) }),
                "certificates": .array(
                    difference.certificates.map { change in
                        [
                            "endpoint": .string(change.endpoint.label), "before": .string(change.before),
                            "after": .string(change.after),
                            "not_after": change.notAfter.map { .string("\($0)") } ?? .null,
                        ]
                    }),
                "software": .array(
                    difference.software.map { change in
                        [
                            "endpoint": .string(change.endpoint.label), "product": .string(change.product),
                            "before": change.before.map { .string($0) } ?? .null,
                            "after": change.after.map { .string($0) } ?? .null,
                        ]
                    }),
                "measurements": .array(
                    difference.measurements.map { change in
                        [
                            "endpoint": .string(change.endpoint.label), "probe": .string(change.probe),
                            "before": .string(text(change.before)), "after": .string(text(change.after)),
                        ]
                    }),
            ])
    }

    private func finding(_ change: RunDifference.FindingChange) -> JSONValue {
        [
            "change": .string(change.kind.rawValue), "finding": .string(change.finding.id),
            "rule": .string(change.finding.rule.id), "endpoint": .string(change.finding.endpoint.label),
            "body": .string(change.finding.endpoint.body), "severity": .string(change.finding.severity.rawValue),
            "because": change.because.map { .string($0.rawValue) } ?? .null, "detail": .string(change.detail),
        ]
    }
}
