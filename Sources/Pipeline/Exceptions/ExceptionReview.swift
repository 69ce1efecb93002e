import Inventory
import Model
import Rules

/// One exception and what has become of it.
package struct ExceptionReview: Sendable, Equatable {
    package let exception: FleetException
    package let standing: ExceptionStanding
    /// Ids of open findings it covers, or covered while it held.
    package let findings: [String]
    /// Why it stands so, where that is not plain.
    package let cause: String
    /// What to do, where somebody has to.
    package let wayOut: String?

    /// For the end of a scan.
    package var sentence: String {
        "exception \(exception.id) is \(standing.rawValue): \(cause)" + (wayOut.map { "; \($0)" } ?? "")
    }
}

/// Holds an exception against the rules, the plan and what was seen there last.
struct ExceptionReviewer {
    /// An open finding as far as exceptions are concerned.
    struct OpenFinding {
        let id: String
        let rule: String
        let endpoint: Endpoint
        let isMeasured: Bool
    }

    let rules: RuleBook
    let installed: RuleBook
    let vocabulary: Vocabulary
    let findings: [OpenFinding]
    let today: Day

    /// `places` are the endpoints it may cover.
    func review(_ exception: FleetException, at places: [ExceptedEndpoint]) -> ExceptionReview {
        let meant = places.filter { exception.subject.matches($0.endpoint, software: $0.software) }
        let covered = findings.filter { finding in
            finding.rule == exception.rule
                && exception.subject.matches(finding.endpoint, software: software(at: finding.endpoint, places))
        }
        func say(_ standing: ExceptionStanding, _ cause: String, _ wayOut: String? = nil) -> ExceptionReview {
            ExceptionReview(
                exception: exception, standing: standing, findings: covered.map(\.id), cause: cause, wayOut: wayOut)
        }
        if exception.expires < today {
            return say(.ended, "its last day was \(exception.expires), \(again(covered))", "decide again or remove it")
        }
        if let fault = rules.absence(of: exception.rule, installed: installed) {
            return say(.unmatched, fault.message, fault.hint ?? "correct or remove it")
        }
        if places.isEmpty {
            return say(.unmatched, "no endpoint of the last run is \(exception.subject)", "correct or remove it")
        }
        if meant.isEmpty, !places.contains(where: mayHideSoftware) {
            return say(.unmatched, "\(exception.subject) was seen nowhere", "correct or remove it")
        }
        return living(exception, meant, covered, say)
    }

    /// It holds and what it names exists.
    private func living(
        _ exception: FleetException, _ meant: [ExceptedEndpoint], _ covered: [OpenFinding],
        _ say: (ExceptionStanding, String, String?) -> ExceptionReview
    ) -> ExceptionReview {
        let left = exception.expires.number - today.number
        if !covered.isEmpty, left <= ExceptionStanding.soonDays {
            return say(.endingSoon, "its last day is \(exception.expires)", "decide again or mend what it covers")
        }
        if covered.contains(where: \.isMeasured) { return say(.active, "", nil) }
        if !covered.isEmpty || meant.isEmpty || meant.contains(where: { isUnknown($0, exception.rule) }) {
            return say(.notMeasured, "\(exception.subject) was not measured in the last run", nil)
        }
        let cause =
            rules.rule(exception.rule)?.text.status == .trial
            ? "rule '\(exception.rule)' is on trial and counts nothing"
            : "nothing deviates from '\(exception.rule)' at \(exception.subject) any more"
        return say(.idle, cause, "remove it")
    }

    /// The rule could not say anything of an endpoint.
    private func isUnknown(_ place: ExceptedEndpoint, _ rule: String) -> Bool {
        let probes = rules.rule(rule)?.probes ?? []
        return place.verdict == .notMeasured || !probes.isDisjoint(with: place.gaps)
    }

    /// A probe that looks for software got no answer there.
    private func mayHideSoftware(_ place: ExceptedEndpoint) -> Bool {
        !place.gaps.isDisjoint(with: vocabulary.probesByTable["software"] ?? [])
    }

    private func again(_ covered: [OpenFinding]) -> String {
        switch covered.count {
        case 0: "nothing it covered is open"
        case 1: "\(covered[0].id) counts again"
        default: "\(covered.map(\.id).joined(separator: ", ")) count again"
        }
    }

    private func software(at endpoint: Endpoint, _ places: [ExceptedEndpoint]) -> Set<String> {
        places.first { $0.endpoint == endpoint }?.software ?? []
    }
}
