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

    package let from: Run
    package let to: Run
    package let findings: [FindingChange]
    package let endpointsAdded: [Endpoint]
    package let endpointsRemoved: [Endpoint]
    package let certificates: [CertificateChange]
    package let software: [SoftwareChange]
    package let measurements: [MeasurementChange]
    package let coverageBefore: RunCoverage
    package let coverageAfter: RunCoverage

    /// Whether both runs saw and judged the same.
    package var isEmpty: Bool {
        findings.isEmpty && endpointsAdded.isEmpty && endpointsRemoved.isEmpty && certificates.isEmpty
            && software.isEmpty && measurements.isEmpty && coverageBefore.overall == coverageAfter.overall
            && coverageBefore.bodies == coverageAfter.bodies
    }

    package func findings(_ kind: FindingEventKind) -> [FindingChange] { findings.filter { $0.kind == kind } }

    /// New findings by cause: the parts of the sum.
    package var causes: [OpenedBecause: Int] {
        findings.reduce(into: [:]) { causes, change in
            if let because = change.because { causes[because, default: 0] += 1 }
        }
    }
}
