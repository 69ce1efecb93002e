import Model

extension Picture {
    /// One control or checklist of a framework, and what the rules can say about it.
    package struct Control: Sendable, Equatable {
        /// Verdicts of its rules in this run: one rule at one endpoint each.
        package struct Counts: Sendable, Equatable {
            package let assessed: Int
            package let conforms: Int
            package let deviates: Int
            package let notMeasured: Int

            package init(assessed: Int, conforms: Int, deviates: Int, notMeasured: Int) {
                self.assessed = assessed
                self.conforms = conforms
                self.deviates = deviates
                self.notMeasured = notMeasured
            }
        }

        package let framework: Model.Control.Framework
        /// `APP.3.2.A11`, `KONF.14.1.1`, or the name of a checklist.
        package let id: String
        package let support: Model.Control.Support
        /// What a scan supports here and what it does not, in a sentence.
        package let note: LocalizedText
        /// Ids of the rules that bear on it.
        package let rules: [String]
        /// `nil` where nothing was counted for this report.
        package let counts: Counts?

        package init(
            framework: Model.Control.Framework, id: String, support: Model.Control.Support, note: LocalizedText,
            rules: [String],
            counts: Counts? = nil
        ) {
            self.framework = framework
            self.id = id
            self.support = support
            self.note = note
            self.rules = rules
            self.counts = counts
        }
    }
}
