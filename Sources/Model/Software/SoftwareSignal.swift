/// A piece of text in which a server may name the software it runs.
package struct SoftwareSignal: Sendable, Hashable {
    /// Where it was read, in the words of evidence and of fingerprints: `server header`, `cookie`, `ssh banner`.
    package let source: String
    package let text: String

    package static let longestText = 8_192

    package init(_ source: String, _ text: String) {
        self.source = source
        self.text = text.utf8.count <= Self.longestText ? text : String(text.prefix(Self.longestText))
    }

    package static func header(_ name: String) -> String { "\(name.lowercased()) header" }
    package static let cookie = "cookie"
    package static let title = "title"
    package static let generator = "generator"
    package static let location = "location"
    package static let sshBanner = "ssh banner"
    package static let smtpGreeting = "smtp greeting"
    package static let imapGreeting = "imap greeting"
    package static let pop3Greeting = "pop3 greeting"
    package static let certificateSubject = "certificate subject"
    package static let certificateIssuer = "certificate issuer"
    package static let certificateName = "certificate name"

    /// Every source but headers, of which there may be any.
    package static let sources = [
        cookie, title, generator, location, sshBanner, smtpGreeting, imapGreeting, pop3Greeting, certificateSubject,
        certificateIssuer, certificateName,
    ]

    /// Sources that support each other are of different kinds. A certificate is one, however many of its fields speak: who
    /// made it filled in all of them.
    package static func kind(of source: String) -> String {
        [certificateSubject, certificateIssuer, certificateName].contains(source) ? "certificate" : source
    }
}

/// A product named by the signals of an endpoint.
package struct SoftwareSighting: Sendable, Equatable {
    package let product: String
    /// As stated; empty where none was.
    package let version: String
    package let evidence: String
    /// Every kind of signal that names the product, in whatever version.
    package let signals: Corroboration

    package init(product: String, version: String, evidence: String, signals: Corroboration) {
        self.product = product
        self.version = version
        self.evidence = evidence
        self.signals = signals
    }

    package var confidence: SoftwareConfidence { signals.confidence }
}

/// How sure it is that a product runs somewhere. Ordered: possible < likely < certain.
package enum SoftwareConfidence: String, Sendable, CaseIterable, Comparable {
    case possible, likely, certain

    package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .possible: 0
        case .likely: 1
        case .certain: 2
        }
    }
}

/// Names the products in what a server says of itself.
///
/// Probes hold one without knowing where its fingerprints come from: they are a stage of their own.
package protocol SoftwareRecogniser: Sendable {
    /// Sorted by product and version; the same signals give the same answer.
    func recognise(_ signals: [SoftwareSignal]) -> [SoftwareSighting]
}

/// Recognises nothing: for what looks at probes without sending them anywhere.
package struct NoSoftware: SoftwareRecogniser {
    package init() {}

    package func recognise(_ signals: [SoftwareSignal]) -> [SoftwareSighting] { [] }
}
