import Model

extension Picture.Harmonisation {
    /// The agreed product of a domain and the way there.
    package struct Target: Sendable, Equatable {
        package let product: String
        package let agreedOn: Day
        package let by: Day?
        package let migrations: [Migration]
        /// Month by month, from what the lists say was and will be.
        package let burnDown: [Left]

        package init(product: String, agreedOn: Day, by: Day?, migrations: [Migration], burnDown: [Left]) {
            self.product = product
            self.agreedOn = agreedOn
            self.by = by
            self.migrations = migrations
            self.burnDown = burnDown
        }

        var left: [Migration] { migrations.filter(\.stage.isLeft) }
    }

    /// One body's way from what it has to the agreed product.
    package struct Migration: Sendable, Equatable {
        package let body: String
        package let from: [String]
        package let stage: MigrationStage
        package let since: Day?
        /// Day on which it goes live by plan.
        package let due: Day?
        package let owner: String?

        package init(body: String, from: [String], stage: MigrationStage, since: Day?, due: Day?, owner: String?) {
            self.body = body
            self.from = from
            self.stage = stage
            self.since = since
            self.due = due
            self.owner = owner
        }
    }

    /// Migrations left at the end of a month, and bodies of whom nothing is known.
    package struct Left: Sendable, Equatable {
        package let month: Month
        package let left: Int
        package let unknown: Int

        package init(month: Month, left: Int, unknown: Int) {
            self.month = month
            self.left = left
            self.unknown = unknown
        }
    }

    /// What a body could take over from its neighbours, the best first.
    package struct Adoption: Sendable, Equatable {
        package let body: String
        package let domain: String
        package let today: [String]
        package let candidates: [Candidate]

        package init(body: String, domain: String, today: [String], candidates: [Candidate]) {
            self.body = body
            self.domain = domain
            self.today = today
            self.candidates = candidates
        }
    }

    /// A product neighbours work with, and the reasons for its rank.
    package struct Candidate: Sendable, Equatable {
        package let rank: Int
        package let product: String
        package let neighbours: [String]
        package let isTarget: Bool
        /// Below 0 where support has ended; `nil`: not known.
        package let supportDays: Int?
        /// Neighbours whose contract can be renewed in the same months.
        package let meeting: [String]
        /// Endpoints at which it was seen with them, and open findings there.
        package let endpoints: Int
        package let openFindings: Int

        package init(
            rank: Int, product: String, neighbours: [String], isTarget: Bool, supportDays: Int?, meeting: [String],
            endpoints: Int, openFindings: Int
        ) {
            self.rank = rank
            self.product = product
            self.neighbours = neighbours
            self.isTarget = isTarget
            self.supportDays = supportDays
            self.meeting = meeting
            self.endpoints = endpoints
            self.openFindings = openFindings
        }
    }
}
