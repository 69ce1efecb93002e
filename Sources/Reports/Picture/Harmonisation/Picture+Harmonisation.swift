import Model

extension Picture {
    /// How far the software of the bodies is harmonised, by their usage lists and by what was seen. Products by their names.
    package struct Harmonisation: Sendable, Equatable {
        /// The day the lists are read for.
        package let day: Day
        /// Bodies that answer for their own software, in the fleet's order.
        package let bodies: [String]
        package let domains: [Domain]
        package let totals: Totals
        /// Over the domains that have one; `nil` where none has.
        package let index: Double?
        package let workLists: WorkLists
        package let adoption: [Adoption]
        package let contracts: [ContractTerm]
        package let commonMonths: [CommonMonth]
        /// What falls with each thing several bodies depend on, and with each provider.
        package let failures: [Failure]
        /// Index and coverage at earlier runs and the last one, oldest first.
        package let trend: [TrendPoint]
        /// Products configured in more than one way, and those seen in more than one release line.
        package let drifts: [Drift]
        package let skews: [Skew]
        /// Products of which at least one configuration was measured whole.
        package let compared: Int

        package init(
            day: Day, bodies: [String], domains: [Domain], totals: Totals, index: Double?,
            workLists: WorkLists = WorkLists(),
            adoption: [Adoption] = [], contracts: [ContractTerm] = [], commonMonths: [CommonMonth] = [],
            failures: [Failure] = [], trend: [TrendPoint] = [], drifts: [Drift] = [], skews: [Skew] = [],
            compared: Int = 0
        ) {
            self.day = day
            self.bodies = bodies
            self.domains = domains
            self.totals = totals
            self.index = index
            self.workLists = workLists
            self.adoption = adoption
            self.contracts = contracts
            self.commonMonths = commonMonths
            self.failures = failures
            self.trend = trend
            self.drifts = drifts
            self.skews = skews
            self.compared = compared
        }
    }
}

extension Picture.Harmonisation {
    /// What was counted over all domains.
    package struct Totals: Sendable, Equatable {
        /// Answers asked for, one for each body and domain, and those known.
        package let answers: Int
        package let known: Int
        /// Bodies with a product and bodies on the agreed one, over the domains for which one was agreed.
        package let withTarget: Int
        package let onTarget: Int
        /// Domains that have an index.
        package let indexed: Int

        package init(answers: Int, known: Int, withTarget: Int, onTarget: Int, indexed: Int) {
            self.answers = answers
            self.known = known
            self.withTarget = withTarget
            self.onTarget = onTarget
            self.indexed = indexed
        }
    }

    /// Index and coverage as the lists were at one run.
    package struct TrendPoint: Sendable, Equatable {
        package let run: String
        package let day: Day
        package let index: Double?
        /// Answers known, of all asked for.
        package let known: Int
        package let answers: Int
        /// By domain id, of those that had one.
        package let indexes: [String: Double]

        package init(run: String, day: Day, index: Double?, known: Int, answers: Int, indexes: [String: Double]) {
            self.run = run
            self.day = day
            self.index = index
            self.known = known
            self.answers = answers
            self.indexes = indexes
        }
    }

    func domain(_ id: String) -> Domain? { domains.first { $0.id == id } }
}
