import Model

/// What is different between two runs; what came and went in between does not show.
package struct RunDifference: Sendable, Equatable {
    package struct FindingChange: Sendable, Equatable {
        package let kind: FindingEventKind
        /// The finding as it is today.
        package let finding: FindingRecord
        /// Why it is new, or counts again; `nil` for all other changes.
        package let because: OpenedBecause?
        /// The last word of the history on it.
        package let detail: String
        /// When it happened last.
        package let run: RunMoment
    }

    package struct CertificateChange: Sendable, Equatable {
        package let endpoint: Endpoint
        /// Fingerprints, lower-case hex.
        package let before: String
        package let after: String
        package let notAfter: Timestamp?
    }

    package struct SoftwareChange: Sendable, Equatable {
        package let endpoint: Endpoint
        package let product: String
        /// `nil`: not seen.
        package let before: String?
        package let after: String?
    }

    /// Another outcome, or other facts.
    package struct MeasurementChange: Sendable, Equatable {
        package let endpoint: Endpoint
        package let probe: String
        package let before: Coverage.Gap
        package let after: Coverage.Gap
    }

    /// A finding that counts on one side alone, or is urgent on one side alone, and why.
    package struct CountingChange: Sendable, Equatable {
        package let finding: FindingRecord
        package let cause: BalanceCause
    }

    /// An exception that came into force, ended, or was decided anew.
    package struct ExceptionChange: Sendable, Equatable {
        package enum Kind: String, Sendable, CaseIterable {
            case begun, changed
            /// Taken out of the fleet file.
            case withdrawn
            /// Its last day is over.
            case expired
        }

        package let kind: Kind
        package let id: String
        package let rule: String
        package let subject: String
        package let expires: Day
    }

    package let from: Run
    package let to: Run
    /// Every number that is counted, before and now, with the reasons between; in the order of their subjects.
    package let balances: [Balance]
    /// What changed alike in several bodies within a day.
    package let events: [CommonEvent]
    package let findings: [FindingChange]
    /// The findings behind the steps of their balances.
    package let counting: [CountingChange]
    package let exceptions: [ExceptionChange]
    package let endpointsAdded: [Endpoint]
    package let endpointsRemoved: [Endpoint]
    package let certificates: [CertificateChange]
    package let software: [SoftwareChange]
    package let measurements: [MeasurementChange]
    package let coverageBefore: RunCoverage
    package let coverageAfter: RunCoverage

    /// Whether both runs saw and judged the same.
    package var isEmpty: Bool {
        findings.isEmpty && exceptions.isEmpty && endpointsAdded.isEmpty && endpointsRemoved.isEmpty
            && certificates.isEmpty
            && software.isEmpty && measurements.isEmpty && coverageBefore.overall == coverageAfter.overall
            && coverageBefore.bodies == coverageAfter.bodies
    }

    package func findings(_ kind: FindingEventKind) -> [FindingChange] { findings.filter { $0.kind == kind } }

    package func balance(of subject: Balance.Subject) -> Balance? { balances.first { $0.subject == subject } }
}
