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

    package let id: String
    package let pack: String
    package let status: Status
    package let severity: Severity
    package let title: LocalizedText
    package let why: LocalizedText
    package let fix: LocalizedText
    /// What to do, in few words: findings with the same action are one line of the work list.
    package let action: LocalizedText
    package let scope: String
    package let deviates: String
    package let references: [Reference]
    /// How to see it with a public tool, where one can show it.
    package let see: CommandTemplate?
    /// Requirements of frameworks it says something about.
    package let controls: [Control]

    package init(
        id: String, pack: String, status: Status, severity: Severity, title: LocalizedText, why: LocalizedText,
        fix: LocalizedText, action: LocalizedText, scope: String, deviates: String, references: [Reference],
        see: CommandTemplate? = nil, controls: [Control] = []
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
        self.references = references
        self.see = see
        self.controls = controls
    }
}
