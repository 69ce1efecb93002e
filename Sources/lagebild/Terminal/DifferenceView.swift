import Documents
import Inventory
import Model

/// The difference of two runs, as text or JSON.
struct DifferenceView {
    let difference: RunDifference
    let kinds: Set<DifferenceKind>
    let language: Language

    init(_ difference: RunDifference, kinds: Set<DifferenceKind>, language: Language) {
        self.difference = difference
        self.kinds = kinds
        self.language = language
    }

    func printText() {
        print("\(difference.from.name) → \(difference.to.name)")
        guard !difference.isEmpty else { return print("Nothing changed.") }
        for balance in difference.balances where kinds.contains(balance.subject.kind) {
            print(wrapped("\(balance)", width: Environment.columns, indent: 2).dropFirst(2))
        }
        if kinds.contains(.findings) {
            section("One event in several bodies", difference.events.map(line))
            for kind in FindingEventKind.allCases {
                section("Findings \(kind.rawValue)", difference.findings(kind).map(line))
            }
        }
        if kinds.contains(.exceptions) { section("Exceptions", difference.exceptions.map(line)) }
        if kinds.contains(.endpoints) {
            section("Endpoints added", difference.endpointsAdded.map(\.label))
            section("Endpoints no longer planned", difference.endpointsRemoved.map(\.label))
        }
        if kinds.contains(.certificates) { section("Certificates replaced", difference.certificates.map(line)) }
        if kinds.contains(.software) { section("Software", difference.software.map(line)) }
        if kinds.contains(.coverage) { section("Measurements", difference.measurements.map(line)) }
    }

    private func section(_ title: String, _ lines: [String]) {
        guard !lines.isEmpty else { return }
        print("\n\(title): \(lines.count)")
        for line in lines { print(wrapped(line, width: Environment.columns, indent: 2)) }
    }

    private func line(_ event: CommonEvent) -> String {
        "\(event.kind.rawValue) in \(event.bodies.joined(separator: ", ")): \(event.title[language]) "
            + "(\(event.findings.joined(separator: ", "))\(event.bond.map { "; \($0.words)" } ?? ""))"
    }

    private func line(_ change: RunDifference.FindingChange) -> String {
        let because = change.because.map { " (\($0.rawValue))" } ?? ""
        return "\(change.finding.id) \(change.finding.severity.rawValue) \(change.finding.endpoint.label): "
            + change.finding.rule.title[language] + because
    }

    private func line(_ change: RunDifference.ExceptionChange) -> String {
        "\(change.id) \(change.kind.rawValue): \(change.rule) at \(change.subject), until \(change.expires)"
    }

    private func line(_ change: RunDifference.CertificateChange) -> String {
        "\(change.endpoint.label): \(change.before.prefix(12))… → \(change.after.prefix(12))…"
            + (change.notAfter.map { ", valid until \($0.day)" } ?? "")
    }

    private func line(_ change: RunDifference.SoftwareChange) -> String {
        "\(change.endpoint.label): \(change.product) \(change.before ?? "–") → \(change.after ?? "–")"
    }

    private func line(_ change: RunDifference.MeasurementChange) -> String {
        "\(change.probe) \(change.endpoint.label): \(change.before.words) → \(change.after.words)"
    }
}

extension Balance.Subject {
    var kind: DifferenceKind {
        switch self {
        case .findings, .urgentFindings, .possibleFindings: .findings
        case .exceptedFindings, .exceptions: .exceptions
        case .endpoints: .endpoints
        case .measuredEndpoints: .coverage
        case .certificates: .certificates
        case .software: .software
        }
    }
}

extension Coverage.Gap {
    var words: String { reason.isEmpty ? outcome.rawValue : "\(outcome.rawValue) (\(reason))" }
}

extension CommonEvent.Bond {
    var words: String {
        switch self {
        case .provider(let body): "all run by \(body)"
        case .address(let address): "all at \(address)"
        case .certificate(let digest): "all with the certificate \(digest.prefix(12))…"
        }
    }
}
