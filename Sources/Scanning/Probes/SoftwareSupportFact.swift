import Model

/// Filled by no probe: it follows from `software` and the lifecycle data, and is worked out before rules
/// are asked, where one of them reads it.
package struct SoftwareSupportFact: Fact {
    let product: String
    let version: String
    let domain: String
    let line: String
    let state: String
    let until: String
    let source: String

    package static let table = FactTable(
        "software_support",
        "How long the software seen is supported: only products and versions of which the lifecycle data know the release line.",
        [
            .text("product", "As in software.product."), .text("version", "As in software.version."),
            .text("domain", "Its main software domain: operating-system, web-server, language, ..."),
            .text("line", "Release line the version belongs to: 12, 22.04, 2012-r2."),
            .text(
                "state",
                "supported, security_only (active support is over), extended (free support is over, a paid or long-term programme runs) or ended, on the day of the run."
            ),
            .text(
                "until",
                "Last day of free security support, YYYY-MM-DD; open where no end is set, ended where the day is not known."
            ),
            .text("source", "Who says so, and the state of which day it is."),
        ], isDerived: true)
}
