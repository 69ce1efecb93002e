/// How far a software domain is harmonised, as one row. Shares are whole percents beside the numbers they come from.
package struct HarmonisationDomainFact: Fact {
    package let domain: String
    package let bodies: Int
    package let known: Int
    package let withProduct: Int
    package let coveragePercent: Int
    package let indexPercent: Int?
    package let target: String?
    package let onTarget: Int
    package let targetSharePercent: Int?
    package let releaseLines: Int
    package let installations: Int
    package let migrationsLeft: Int?

    package init(
        domain: String, bodies: Int, known: Int, withProduct: Int, coveragePercent: Int, indexPercent: Int?,
        target: String?, onTarget: Int, targetSharePercent: Int?, releaseLines: Int, installations: Int,
        migrationsLeft: Int?
    ) {
        self.domain = domain
        self.bodies = bodies
        self.known = known
        self.withProduct = withProduct
        self.coveragePercent = coveragePercent
        self.indexPercent = indexPercent
        self.target = target
        self.onTarget = onTarget
        self.targetSharePercent = targetSharePercent
        self.releaseLines = releaseLines
        self.installations = installations
        self.migrationsLeft = migrationsLeft
    }

    package static let table = FactTable(
        "harmonisation_domain",
        "How far each software domain is harmonised, as the lists said at the last run; docs/harmonisation.md defines the figures.",
        [
            .text("domain", "Software domain."), .integer("bodies", "Bodies that are compared."),
            .integer("known", "Those with a known answer; 'none' is one."),
            .integer("with_product", "Those with a product."),
            .integer("coverage_percent", "known of bodies, rounded down."),
            .integer(
                "index_percent", absent: "Too few answers, or fewer than two bodies have a product.",
                "0 all different, 100 all alike, rounded."),
            .text("target", absent: "None was agreed.", "The agreed product."),
            .integer("on_target", "Bodies that work with it and nothing else."),
            .integer(
                "target_share_percent", absent: "None was agreed, or no body has a product.",
                "on_target of with_product, rounded down."),
            .integer("release_lines", "Distinct pairs of product and release line."),
            .integer("installations", "One that several bodies share counts once."),
            .integer("migrations_left", absent: "None was agreed.", "Bodies still on the way to the target."),
        ])
}

/// Where a body stands in a software domain: a row for each product in use, and one where there is none.
package struct HarmonisationBodyFact: Fact {
    package let body: String
    package let domain: String
    package let answer: String
    package let product: String
    package let version: String
    package let runner: String
    package let target: String?
    package let onTarget: Bool
    package let stage: MigrationStage?
    package let due: String?
    package let supportEnd: String?

    package init(
        body: String, domain: String, answer: String, product: String = "", version: String = "", runner: String = "",
        target: String? = nil, onTarget: Bool = false, stage: MigrationStage? = nil, due: Day? = nil,
        supportEnd: Day? = nil
    ) {
        self.body = body
        self.domain = domain
        self.answer = answer
        self.product = product
        self.version = version
        self.runner = runner
        self.target = target
        self.onTarget = onTarget
        self.stage = stage
        self.due = due?.description
        self.supportEnd = supportEnd?.description
    }

    package static let table = FactTable(
        "harmonisation_body",
        "Where each body stands in each software domain, as the lists said at the last run: a row for each product in use, and one where there is none.",
        [
            .text("body", "Body id of the fleet file."), .text("domain", "Software domain."),
            .text("answer", "product, none (no software for the domain) or unknown (nobody answered)."),
            .text("product", "Catalogue id, else the name as the list writes it; empty without one."),
            .text("version", "As the list writes it; empty where it does not."),
            .text(
                "runner",
                "Body id of who runs it: the body itself, its centre or its provider; empty without a product."),
            .text("target", absent: "None was agreed.", "The agreed product of the domain."),
            .boolean("on_target", "The body works with the agreed product and nothing else."),
            .text(
                "stage", absent: "No migration: on target from the start, no product, or no target.",
                MigrationStage.allCases.map(\.rawValue).joined(separator: ", ") + "."),
            .text("due", absent: "No day is planned.", "Day on which the target goes live by plan, YYYY-MM-DD."),
            .text(
                "support_end", absent: "Not known, or no end is set.",
                "Last day of free security support of the product in this version, by rules/lifecycle, YYYY-MM-DD."),
        ])
}

/// Tables about bodies and their cooperation, which no probe fills and no endpoint owns.
package enum HarmonisationTables {
    package static let all = [HarmonisationDomainFact.table, HarmonisationBodyFact.table]
}
