import ArgumentParser
import Documents
import Model
import Pipeline

struct FindingsExceptions: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "exceptions", abstract: "Every exception of the fleet file and what has become of it.",
        usage: "lagebild findings exceptions [--state LIST] [--format text|json|csv]",
        discussion: """
            EXAMPLES
              lagebild findings exceptions
              lagebild findings exceptions --state ended,unmatched,idle

            STATES
              active        covers an open finding
              ending-soon   the same, with at most \(ExceptionStanding.soonDays) days left
              ended         its last day is over: its findings count again
              unmatched     its rule, body, host or software does not exist
              idle          what it names has no open finding any more
              not-measured  what it names was not measured in the last run

            EXIT STATUSES
              0 done · 64 usage, or no finished run yet
              78 fleet or rule file invalid
            """)

    @OptionGroup var places: PlaceOptions
    @OptionGroup var format: FormatOptions
    @Option(help: "Only these states; several with commas.") var state: String?

    func validate() throws { _ = try standings() }

    func run() throws {
        let workspace = try places.workspace()
        let standings = try standings()
        let reviews = try workspace.exceptionReviews().filter { standings.contains($0.standing) }
        if format.format == .text {
            for review in reviews { show(review, workspace) }
            say(count(reviews.count, "exception"))
        } else {
            Listing(name: "exceptions", columns: Self.columns, rows: reviews.map { row($0, workspace) })
                .print(as: format.format)
        }
    }

    private func standings() throws -> Set<ExceptionStanding> {
        try Set(listed: state) { "'\($0)' is no state of an exception" }
    }

    private static let columns = [
        "id", "rule", "where", "standing", "findings", "accepted_by", "approved_on", "expires", "reason", "cause",
    ]

    private func row(_ review: ExceptionReview, _ workspace: Workspace) -> [JSONValue] {
        let exception = review.exception
        return [
            .string(exception.id), .string(exception.rule), .string("\(exception.subject)"),
            .string(review.standing.rawValue), .array(review.findings.map { .string($0) }),
            .string(exception.acceptedBy), .string("\(exception.approvedOn)"), .string("\(exception.expires)"),
            .string(exception.reason), .string(review.cause),
        ]
    }

    /// What it covers and until when, who answers for it and why, and what has to be done.
    private func show(_ review: ExceptionReview, _ workspace: Workspace) {
        let exception = review.exception
        let approver = workspace.fleet.contact(exception.acceptedBy)?.name ?? exception.acceptedBy
        let findings = review.findings.isEmpty ? "" : " (\(review.findings.joined(separator: ", ")))"
        print(
            "\(exception.id)  \(review.standing.rawValue)  \(exception.rule) at \(printable("\(exception.subject)"))"
                + "\(findings)")
        let decision = "accepted by \(approver) on \(exception.approvedOn), until \(exception.expires)"
        print(wrapped("\(decision): \(exception.reason)", width: Environment.columns, indent: 4))
        if let wayOut = review.wayOut {
            print(wrapped("→ \(review.cause): \(wayOut)", width: Environment.columns, indent: 4))
        } else if !review.cause.isEmpty {
            print(wrapped(review.cause, width: Environment.columns, indent: 4))
        }
    }
}
