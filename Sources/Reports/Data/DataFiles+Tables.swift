import Model

extension DataFiles {
    var findings: DataTable {
        DataTable(
            columns: [
                "id", "rule", "severity", "state", "measured", "gap", "endpoint", "address", "body", "owner",
                "evidence", "opened",
                "opened_run", "cause", "due", "overdue", "exception", "exception_until", "closed", "possible",
                "affects",
            ],
            rows: picture.findings.sorted { $0.id < $1.id }.map { finding in
                [
                    .string(finding.id), .string(finding.rule), .string(finding.severity.rawValue),
                    .string(finding.state.rawValue),
                    .bool(finding.measured), .string(finding.gap), .string(finding.endpoint), .string(finding.address),
                    .string(finding.body), .string(finding.owner), .string(finding.evidence), .day(finding.opened),
                    .string(finding.openedRun), .string(finding.cause.rawValue), .day(finding.due),
                    .bool(finding.isOverdue(on: picture.run.day)), .text(finding.exception?.id),
                    .day(finding.exception?.until),
                    .day(finding.closed), .bool(finding.possible), .words(finding.affects),
                ]
            })
    }

    var endpoints: DataTable {
        DataTable(
            columns: [
                "endpoint", "address", "port", "service", "body", "hosted_by", "software_domain", "state", "probes",
                "last_measured",
            ],
            rows: picture.endpoints.map { endpoint in
                [
                    .string(endpoint.label), .string(endpoint.address), .number(endpoint.port),
                    .string(endpoint.service.rawValue),
                    .string(endpoint.body), .text(endpoint.hostedBy), .text(endpoint.softwareDomain),
                    .string(endpoint.state.word),
                    .array(endpoint.probes.map(probe)), .time(endpoint.lastMeasured),
                ]
            })
    }

    private func probe(_ probe: Picture.ProbeOutcome) -> JSONText {
        .object([
            ("probe", .string(probe.probe)), ("outcome", .string(probe.outcome.rawValue)),
            ("reason", .string(probe.reason)),
        ])
    }

    var certificates: DataTable {
        DataTable(
            columns: [
                "endpoint", "body", "subject", "names", "issuer", "not_before", "not_after", "key_type", "key_bits",
                "sha256",
                "key_sha256", "looks_unattended",
            ],
            rows: picture.certificates.sorted { ($0.notAfter, $0.endpoint) < ($1.notAfter, $1.endpoint) }.map {
                certificate in
                [
                    .string(certificate.endpoint), .string(certificate.body), .string(certificate.subject),
                    .words(certificate.names), .string(certificate.issuer), .time(certificate.notBefore),
                    .time(certificate.notAfter), .string(certificate.keyType), .number(certificate.keyBits),
                    .string(certificate.sha256), .string(certificate.keySHA256), .bool(certificate.looksUnattended),
                ]
            })
    }

    var software: DataTable {
        DataTable(
            columns: ["product", "version", "endpoint", "body", "evidence", "confidence"],
            rows: picture.software.map { seen in
                [
                    .string(seen.product), .string(seen.version), .string(seen.endpoint), .string(seen.body),
                    .string(seen.evidence), .string(seen.confidence),
                ]
            })
    }

    var exceptions: DataTable {
        DataTable(
            columns: [
                "id", "rule", "bodies", "subject", "reason", "compensating", "requested_by", "accepted_by",
                "approved_on",
                "expires", "findings", "standing", "residual_risk", "plan", "plan_by",
            ],
            rows: picture.exceptions.map { exception in
                [
                    .string(exception.id), .string(exception.rule), .words(exception.bodies),
                    .string(exception.subject),
                    .string(exception.reason), .text(exception.compensating), .text(exception.requestedBy),
                    .string(exception.acceptedBy), .day(exception.approvedOn), .day(exception.expires),
                    .words(exception.findings), .string(exception.standing(on: picture.run.day).rawValue),
                    .text(exception.residualRisk), .text(exception.planWhat), .day(exception.planBy),
                ]
            })
    }

    var changes: DataTable {
        DataTable(
            columns: ["kind", "cause", "finding", "rule", "severity", "endpoint", "body", "day"],
            rows: picture.changes.map { change in
                [
                    .string(change.kind.rawValue), .text(change.cause?.rawValue), .string(change.finding),
                    .string(change.rule),
                    .string(change.severity.rawValue), .string(change.endpoint), .string(change.body), .day(change.day),
                ]
            })
    }
}

extension EndpointState {
    /// One word for tools.
    var word: String {
        switch self {
        case .measured: "measured"
        case .gap: "gap"
        case .notAuthorised: "not_authorised"
        }
    }
}
