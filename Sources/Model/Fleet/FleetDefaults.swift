/// What holds for every body that does not say otherwise.
package struct FleetDefaults: Sendable, Equatable {
    package let consent: Consent
    package let limits: Limits
    /// Seconds one conversation step may take.
    package let timeoutSeconds: Int
    /// Further tries after silence or reset.
    package let retries: Int
    package let window: ScanWindow?
    /// Days until a finding of a severity is due.
    package let dueDays: [Severity: Int]
    /// Rule packs by name; empty means those that call themselves default.
    package let packs: [PackChoice]
    /// Further rule folders, relative to the fleet file.
    package let extraRules: [String]
    /// Severities that differ from the shipped ones.
    package let severities: [SeverityChoice]

    package init(
        consent: Consent, limits: Limits, timeoutSeconds: Int, retries: Int, window: ScanWindow?,
        dueDays: [Severity: Int], packs: [PackChoice], extraRules: [String], severities: [SeverityChoice] = []
    ) {
        self.consent = consent
        self.limits = limits
        self.timeoutSeconds = timeoutSeconds
        self.retries = retries
        self.window = window
        self.dueDays = dueDays
        self.packs = packs
        self.extraRules = extraRules
        self.severities = severities
    }
}

/// How hard the scanner may ask; global per address, over all names, bodies and probes.
package struct Limits: Sendable, Equatable {
    package let connectionsPerSecondPerAddress: Int
    package let connectionsAtOncePerAddress: Int
    package let connectionsPerSecond: Int
    package let connectionsAtOnce: Int

    package init(
        connectionsPerSecondPerAddress: Int, connectionsAtOncePerAddress: Int, connectionsPerSecond: Int,
        connectionsAtOnce: Int
    ) {
        self.connectionsPerSecondPerAddress = connectionsPerSecondPerAddress
        self.connectionsAtOncePerAddress = connectionsAtOncePerAddress
        self.connectionsPerSecond = connectionsPerSecond
        self.connectionsAtOnce = connectionsAtOnce
    }

    package static let polite = Limits(
        connectionsPerSecondPerAddress: 10, connectionsAtOncePerAddress: 2, connectionsPerSecond: 500,
        connectionsAtOnce: 1_000)
}

/// A local time range, `01:00-05:30`; it may cross midnight.
package struct ScanWindow: Sendable, Equatable {
    /// Minutes since local midnight.
    package let from: Int
    package let to: Int

    package init(from: Int, to: Int) {
        self.from = from
        self.to = to
    }

    package func contains(minute: Int) -> Bool {
        from <= to ? (from..<to).contains(minute) : minute >= from || minute < to
    }
}

/// A named, recurring scan.
package struct Schedule: Sendable, Equatable {
    package enum Days: Sendable, Equatable {
        case daily
        /// ISO weekdays, Monday is 1.
        case weekdays([Int])
        /// The first given weekday of a month.
        case firstOfMonth(weekday: Int)
    }

    package let id: String
    /// Minutes since local midnight.
    package let at: Int
    package let days: Days
    package let consent: Consent?
    /// Body ids; empty means all.
    package let bodies: [String]

    package init(id: String, at: Int, days: Days, consent: Consent?, bodies: [String]) {
        self.id = id
        self.at = at
        self.days = days
        self.consent = consent
        self.bodies = bodies
    }
}
