import Model

/// What `query`, reports and the schema page may read beside the vocabulary: findings, runs, coverage, bodies.
///
/// Declared like fact tables, so that the schema page and the read-only door need no second list. The inventory defines
/// them over its history, whose own tables (`h_…`) are nobody else's business.
package enum PublicViews {
    package static let all =
        [relation, finding, inheritedFinding, findingEvent, exception, run, coverage, body, usage, harmonisationTrend]
        + imports

    /// For `PublicWords(vocabulary, others:)`.
    package static var columns: [String: [String]] {
        all.reduce(into: [:]) { $0[$1.name] = $1.columns.map(\.name) }
    }

    package static let finding = FactTable(
        "finding", "Every finding, open or fixed, with its life so far.",
        [
            .text("finding_id", "F- and a number; kept for ever."), .text("rule", "Rule id."),
            .text("severity", "info, low, medium, high or critical, as the rule says."),
            .text("body", "Body id of the fleet file."), .integer("endpoint_id", "The endpoint it is about."),
            .text("subject", "The endpoint for people: name:port, address:port, or a domain by its name."),
            .text("state", "open or fixed."),
            .boolean("measured", "The last judged run measured it; an open finding that is not measured stays open."),
            .boolean("certain", "A proven deviation; else a possible one, which is shown and does not count."),
            .boolean("judged", "Its rule is active; else it does not count."),
            .text("provider", absent: "The body runs it itself.", "Body id of the provider that runs the host."),
            .text("exception", absent: "No exception.", "Id of the exception that covers it."),
            .text("excepted_until", absent: "No exception.", "Last day of that exception, YYYY-MM-DD."),
            .text("opened_run", "Run in which it was first seen."), .text("opened_at", "Start of that run, RFC 3339."),
            .text(
                "opened_because",
                "first-run, change (a real one), new-rule, new-target, coverage or exception-ended."),
            .text("closed_run", absent: "Not fixed.", "Run that measured it as fixed."),
            .text("closed_at", absent: "Not fixed.", "Start of that run, RFC 3339."),
            .text("due", absent: "The fleet sets no term.", "Last day of its term, YYYY-MM-DD."),
            .text("evidence", "What was seen last."),
        ])

    package static let relation = FactTable(
        "relation", "Who provides what for whom, as the fleet file of the last run says.",
        [
            .text("provider", "Body id."), .text("consumer", "Body id."),
            .text("service", "Id of the shared service; empty where the provider runs the consumer's own host."),
            .text("host", "The host it is about; empty means every host and domain of the provider."),
        ])

    package static let inheritedFinding = FactTable(
        "inherited_finding",
        "Findings of providers and shared service centres, once for each body that depends on them.",
        [
            .text("finding_id", "As in finding."), .text("body", "Body id of the consumer."),
            .text("provider", "Body id of the provider."),
            .text("service", "The shared service; the first of several."),
        ])

    package static let findingEvent = FactTable(
        "finding_event", "Everything that ever happened to a finding.",
        [
            .text("finding_id", "As in finding."), .text("run", "The run in which it happened."),
            .text("at", "Start of that run, RFC 3339."),
            .text(
                "kind",
                "opened, possible, confirmed, changed, severity, fixed, reopened, excepted, exception-ended, not-measured, measured-again, rule-retired or rule-restored."
            ),
            .text("detail", "What was seen, or why."),
        ])

    package static let exception = FactTable(
        "exception", "The exceptions of the fleet file of the last judgement.",
        [
            .text("exception", "Id of the decision."), .text("rule", "Rule id."), .text("subject", "What it covers."),
            .text("expires", "Last day on which it holds, YYYY-MM-DD."),
        ])

    package static let run = FactTable(
        "run", "Every scan of this store.",
        [
            .text("run", "UTC day and number on that day: 2026-11-23/1."), .text("started", "RFC 3339, UTC."),
            .text("finished", absent: "Not finished.", "RFC 3339, UTC."),
            .text("state", "open, interrupted (can be resumed), abandoned or finished."),
            .text("judged", absent: "Not judged yet.", "When its verdicts were recorded, RFC 3339."),
            .integer("planned", "Measurements planned: endpoint times probe."),
            .integer("answered", "Measurements made."), .text("tool_version", "Version of the program."),
            .text("note", "What the operator said of it, such as why it ran outside the window; else empty."),
        ])

    package static let coverage = FactTable(
        "coverage", "What the last finished run measured, one row for each body; an endpoint times a probe counts one.",
        [
            .text("body", "Body id."),
            .integer("known", "Measurements known: planned, or kept back for want of permission."),
            .integer("measured", "Those answered."),
            .integer("gaps", "Those asked and not answered, or without address."),
            .integer("not_authorised", "Those kept back: outside the scope, excluded or without authorisation."),
        ])

    package static let body = FactTable(
        "body", "The bodies of the fleet file of the last run.",
        [
            .text("body", "Id."), .text("name", "Name."),
            .text(
                "kind",
                "county, municipality, association-of-municipalities, special-purpose-association, it-provider or other."
            ),
            .text("ags", absent: "It has none.", "Official municipality key."), .text("owner", "Contact id."),
        ])

    package static let harmonisationTrend = FactTable(
        "harmonisation_trend", "The figures of harmonisation_domain at every finished run.",
        [.text("run", "As in run."), .text("day", "UTC day of its start, YYYY-MM-DD.")]
            + HarmonisationDomainFact.table.columns)

    package static let usage = FactTable(
        "usage", "What the usage lists of the last run say; empty text is what they leave open.",
        [
            .text("body", "Body id."), .text("domain", "Software domain."),
            .text("answer", "product, none (no software for the domain) or unknown (nobody answered)."),
            .text("product", "Catalogue id or name."), .text("version", "As the list writes it."),
            .text("operator", "self, shared-centre or provider."), .text("provider", "Body id of who runs it."),
            .text("status", "evaluating, planned, bought, pilot, live, phasing-out or retired, on the day of the run."),
            .text("since", "First day of that status, YYYY-MM-DD."),
            .text("contract_end", "Last day of the contract, YYYY-MM-DD."),
            .text("notice_by", "Last day on which notice counts, YYYY-MM-DD."), .text("owner", "Contact id."),
            .text("registered_by", "body, or cooperation with the body's consent."),
        ])
}
