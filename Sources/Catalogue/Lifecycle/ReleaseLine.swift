import Model

/// Until when a kind of support runs.
package enum SupportEnd: Sendable, Equatable {
    /// The last day.
    case day(Day)
    /// No end is set.
    case open
    /// Over; the day is not known.
    case ended

    /// Whether it still runs on a day.
    func covers(_ day: Day) -> Bool {
        switch self {
        case .day(let last): day <= last
        case .open: true
        case .ended: false
        }
    }
}

/// How a release line is supported on a day.
package enum SupportState: String, Sendable, CaseIterable {
    case supported
    /// Active support is over, security fixes still come.
    case securityOnly = "security_only"
    /// Free support is over; a paid or long-term programme runs, which nobody sees from outside.
    case extended
    case ended
}

/// One line of releases of a product that is supported together: nginx 1.28, Windows Server 2022.
package struct ReleaseLine: Sendable, Equatable {
    package let name: String
    package let released: Day?
    package let active: SupportEnd?
    package let security: SupportEnd
    package let extended: SupportEnd?
    package let latest: String?
    /// Other beginnings of version numbers that belong to it.
    package let versions: [String]

    package init(
        name: String, released: Day? = nil, active: SupportEnd? = nil, security: SupportEnd,
        extended: SupportEnd? = nil, latest: String? = nil, versions: [String] = []
    ) {
        self.name = name
        self.released = released
        self.active = active
        self.security = security
        self.extended = extended
        self.latest = latest
        self.versions = versions
    }

    package func state(on day: Day) -> SupportState {
        if security.covers(day) { return active?.covers(day) ?? true ? .supported : .securityOnly }
        return extended?.covers(day) == true ? .extended : .ended
    }

    /// Days of free security support left; `nil` where it is over, open or undated.
    package func daysLeft(on day: Day) -> Int? {
        guard case .day(let last) = security, day <= last else { return nil }
        return last.number - day.number
    }
}

/// The release lines of one product as one source knows them on one day.
package struct Lifecycle: Sendable, Equatable {
    /// Its name there: `apache-http-server`.
    package let product: String
    package let source: String
    package let day: Day
    package let mark: Product.Mark
    package let lines: [ReleaseLine]

    /// The line a version belongs to: the one with the longest common beginning.
    package func line(of version: String) -> ReleaseLine? {
        let wanted = VersionParts(version)
        var best: (line: ReleaseLine, length: Int)?
        for line in lines {
            for beginning in [line.name] + line.versions {
                let parts = VersionParts(beginning)
                if wanted.begins(with: parts), parts.count > (best?.length ?? 0) { best = (line, parts.count) }
            }
        }
        return best?.line
    }
}

/// A version as runs of digits and letters: `9.2p1` is 9, 2, p, 1.
struct VersionParts {
    private let parts: [String]

    init(_ version: String) {
        var parts: [String] = []
        var last: Bool?
        for byte in version.utf8.prefix(100) {
            let isDigit = (0x30...0x39).contains(byte)
            let isLetter = (0x61...0x7A).contains(byte | 0x20)
            guard isDigit || isLetter else {
                last = nil
                continue
            }
            let character = String(UnicodeScalar(isLetter ? byte | 0x20 : byte))
            if last == isDigit { parts[parts.count - 1] += character } else { parts.append(character) }
            last = isDigit
        }
        self.parts = parts
    }

    var count: Int { parts.count }

    /// At least one part, and all of them in their order.
    func begins(with other: VersionParts) -> Bool { other.count > 0 && parts.starts(with: other.parts) }
}
