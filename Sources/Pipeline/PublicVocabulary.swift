import Model
import Scanning
import Store

/// Everything `query` may read, in the order `lagebild schema` lists it.
package enum PublicVocabulary {
    /// The fact tables and scopes alone.
    package static var facts: Vocabulary { Probes.vocabulary }

    package static var scopes: [Scope] { Probes.vocabulary.scopes }

    package static var tables: [FactTable] {
        let facts = Probes.vocabulary.tables.map {
            FactTable($0.name, $0.sentence, VocabularySchema.common + $0.columns)
        }
        return
            ([VocabularySchema.endpoint, VocabularySchema.observation] + facts + Probes.vocabulary.figures
            + PublicViews.all)
            .sorted { $0.name < $1.name }
    }

    static var words: PublicWords { PublicWords(Probes.vocabulary, others: PublicViews.columns) }
}
