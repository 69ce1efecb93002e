/// What a rule says to people: everything about it but its SQL machinery.
package struct RuleText: Sendable, Equatable {
    package enum Status: String, Sendable, CaseIterable { case trial, active, retired }

    /// A document a rule rests on; `edition` is its edition or date, where it has one.
    package struct Reference: Sendable, Equatable {
        package let document: String
        package let edition: String?
        package let section: String?
        package let url: String?

        package init(document: String, edition: String?, section: String?, url: String?) {
            self.document = document
            self.edition = edition
            self.section = section
            self.url = url
        }
    }

    /// A severity that a fleet chose in place of the shipped one.
    package struct Override: Sendable, Equatable {
        package let shipped: Severity
        package let reason: String

        package init(shipped: Severity, reason: String) {
            self.shipped = shipped
            self.reason = reason
        }
    }

    package let id: String
    package let pack: String
    package let status: Status
    /// What counts: the fleet's where it chose one.
    package private(set) var severity: Severity
    /// `nil`: the severity is the shipped one.
    package private(set) var overridden: Override?
    package let title: LocalizedText
    package let why: LocalizedText
    package let fix: LocalizedText
    /// What to do, in few words: findings with the same action are one line of the work list.
    package let action: LocalizedText
    package let scope: String
    /// The query people see first.
    package let deviates: String
    /// Everything it asks, with its scope: where this is the same, the same facts get the same verdicts.
    package let question: String
    package let references: [Reference]
    /// How to see it with a public tool, where one can show it.
    package let see: CommandTemplate?
    /// Requirements of frameworks it says something about.
    package let controls: [Control]

    package init(
        id: String, pack: String, status: Status, severity: Severity, title: LocalizedText, why: LocalizedText,
        fix: LocalizedText, action: LocalizedText, scope: String, deviates: String, question: String? = nil,
        references: [Reference], see: CommandTemplate? = nil, controls: [Control] = []
    ) {
        self.id = id
        self.pack = pack
        self.status = status
        self.severity = severity
        self.title = title
        self.why = why
        self.fix = fix
        self.action = action
        self.scope = scope
        self.deviates = deviates
        self.question = question ?? "\(scope)\n\(deviates)"
        self.references = references
        self.see = see
        self.controls = controls
    }

    /// The same rule as a fleet weighs it.
    package func weighed(_ severity: Severity, because reason: String) -> RuleText {
        var text = self
        text.overridden = Override(shipped: overridden?.shipped ?? self.severity, reason: reason)
        text.severity = severity
        return text
    }
}
