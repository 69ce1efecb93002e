/// A requirement of a framework that rules say something about: its id alone, the texts belong to their authors.
package struct Control: Sendable, Hashable {
    /// Whose list it stands on; the raw values are the keys of a rule file.
    package enum Framework: String, Sendable, CaseIterable {
        case grundschutz2023 = "grundschutz_2023"
        case grundschutzPlusPlus = "grundschutz_plus_plus"
        /// Checklists of "Weg in die Basis-Absicherung"; their names are the ids.
        case wiba
    }

    /// How much of it a scan from outside can support.
    package enum Support: String, Sendable, CaseIterable {
        /// A rule judges it wherever the scan reaches.
        case measured
        /// A scan shows a part of it.
        case partly
        /// Only people can answer it.
        case people
    }

    package let framework: Framework
    package let id: String

    package init(_ framework: Framework, _ id: String) {
        self.framework = framework
        self.id = id
    }
}
