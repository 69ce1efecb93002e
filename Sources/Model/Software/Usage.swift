/// What a body says of a software domain: the product it runs there, or that it has none, or that nobody answered.
package struct Usage: Sendable, Equatable {
    package enum Answer: Sendable, Equatable {
        /// Product id of the software catalogue, else the name as the list writes it.
        case product(String)
        /// The body has no software for the domain.
        case none
        /// Asked, not answered. Not the same as `none`.
        case unknown
    }

    /// Who runs the installation.
    package enum Operation: Sendable, Hashable {
        case own
        /// A body that provides the domain for others.
        case sharedCentre(String)
        case provider(String)

        package var providerID: String? {
            switch self {
            case .own: nil
            case .sharedCentre(let id), .provider(let id): id
            }
        }
    }

    package enum Registrar: String, Sendable, CaseIterable { case body, cooperation }

    package let body: String
    package let domain: String
    package private(set) var answer: Answer
    package let version: String?
    package let operation: Operation
    package let users: Int?
    package let workplaces: Int?
    /// Every status with its first day, in the order of the days; days ahead are plans.
    package let history: [UsageStep]
    package let contract: Contract?
    package let cost: Cost?
    /// Contact id.
    package let owner: String?
    package let registeredBy: Registrar
    /// Where no usage list says it but an imported list; `nil` for what a usage list says.
    package let imported: ImportedList?

    /// An imported list as the source of what a body is said to run.
    package struct ImportedList: Sendable, Hashable {
        /// State of which day the list is.
        package let day: Day
        /// As imports have it: `declared`.
        package let confidence: String

        package init(day: Day, confidence: String) {
            self.day = day
            self.confidence = confidence
        }
    }

    package init(
        body: String, domain: String, answer: Answer, version: String? = nil, operation: Operation = .own,
        users: Int? = nil, workplaces: Int? = nil, history: [UsageStep] = [], contract: Contract? = nil,
        cost: Cost? = nil, owner: String? = nil, registeredBy: Registrar = .body,
        imported: ImportedList? = nil
    ) {
        self.body = body
        self.domain = domain
        self.answer = answer
        self.version = version
        self.operation = operation
        self.users = users
        self.workplaces = workplaces
        self.history = history.sorted()
        self.contract = contract
        self.cost = cost
        self.owner = owner
        self.registeredBy = registeredBy
        self.imported = imported
    }

    package var product: String? {
        if case .product(let product) = answer { product } else { nil }
    }

    func renamingProduct(_ name: (String) -> String) -> Usage {
        guard let product else { return self }
        var usage = self
        usage.answer = .product(name(product))
        return usage
    }

    /// The step it has reached on a day; `nil` before the first.
    package func step(on day: Day) -> UsageStep? { history.last { $0.since <= day } }
}

/// A status of a product in a body and the day it begins.
package struct UsageStep: Sendable, Hashable, Comparable {
    package let status: UsageStatus
    package let since: Day

    package init(_ status: UsageStatus, since: Day) {
        self.status = status
        self.since = since
    }

    package static func < (left: UsageStep, right: UsageStep) -> Bool {
        (left.since, left.status) < (right.since, right.status)
    }
}

/// How far a product has come in a body, in the order of a product's life.
package enum UsageStatus: String, Sendable, CaseIterable, Comparable {
    case evaluating, planned, bought, pilot, live
    case phasingOut = "phasing-out"
    case retired

    package static func < (left: UsageStatus, right: UsageStatus) -> Bool { left.rank < right.rank }
    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    /// The body works with it. A pilot is not use yet.
    package var isInUse: Bool { self == .live || self == .phasingOut }
}

/// Until when a product is under contract, and how long before its end notice has to be given.
package struct Contract: Sendable, Equatable {
    package let end: Day
    /// `nil`: not known.
    package let noticeMonths: Int?

    package init(end: Day, noticeMonths: Int?) {
        self.end = end
        self.noticeMonths = noticeMonths
    }

    /// Last day on which notice counts; the end where no period is known. A contract to the end of a month is given notice
    /// to the end of a month.
    package var noticeBy: Day {
        let day = end.adding(months: -(noticeMonths ?? 0))
        return end == Month(of: end).last ? Month(of: day).last : day
    }
}

/// What a product costs a body in a year.
package struct Cost: Sendable, Equatable {
    package let eurosPerYear: Int
    /// The body lets others see it; else it stays in the body's own report.
    package let isShared: Bool

    package init(eurosPerYear: Int, isShared: Bool) {
        self.eurosPerYear = eurosPerYear
        self.isShared = isShared
    }
}

/// The product a cooperation agreed on for a software domain.
package struct TargetProduct: Sendable, Equatable {
    package let domain: String
    package let product: String
    package let agreedOn: Day
    /// The day by which every body shall have arrived.
    package let by: Day?

    package init(domain: String, product: String, agreedOn: Day, by: Day? = nil) {
        self.domain = domain
        self.product = product
        self.agreedOn = agreedOn
        self.by = by
    }
}
