import Store

/// Whether a statement speaks of every endpoint from that endpoint's own rows alone.
///
/// Then what it says of an endpoint changes only where rows of that endpoint change. It is told from the words of the
/// statement: every table in it must be tied to every other one by `endpoint_id`. Whatever is not understood counts as
/// reaching further, which costs time and never an answer.
enum QueryReach {
    static func isOwnRowsOnly(_ sql: String) -> Bool {
        let tokens = SQLToken.all(in: sql).filter { !$0.isSpace }
        guard !tokens.contains(where: { word in farReaching.contains { word.isWord($0) } }) else { return false }
        let ties = Ties()
        guard let results = SelectReader(ties).results(of: tokens[...], outer: nil, as: .answer) else { return false }
        results.dropFirst().forEach { ties.tie($0, results[0]) }
        return ties.areAllTied
    }

    private static let farReaching = ["WITH", "OVER", "WINDOW", "VALUES", "NATURAL", "FULL", "RIGHT", "OFFSET"]
}

/// Which of a statement's sources have the endpoint in common.
final class Ties {
    private var parents: [Int] = []

    func newSource() -> Int {
        parents.append(parents.count)
        return parents.count - 1
    }

    func tie(_ one: Int, _ other: Int) { parents[root(one)] = root(other) }

    var areAllTied: Bool { Set(parents.indices.map(root)).count == 1 }

    private func root(_ source: Int) -> Int {
        var source = source
        while parents[source] != source { source = parents[source] }
        return source
    }
}

/// The names one SELECT gives its sources, and those of the SELECTs around it.
final class Arm {
    struct Source {
        let name: String
        let number: Int
        /// Its columns may be NULL, because it stands on the right of a LEFT JOIN.
        let mayBeMissing: Bool
    }

    let outer: Arm?
    var sources: [Source] = []
    /// A condition of its own ties a source of it to one of a SELECT around it.
    var isTiedToOuter = false

    init(outer: Arm?) { self.outer = outer }

    /// A column's source: by its alias here or further out; without an alias, where there is only one here.
    func source(_ alias: String?) -> (source: Source, isOwn: Bool)? {
        guard let alias else { return sources.count == 1 ? (sources[0], true) : nil }
        let wanted = alias.lowercased()
        if let own = sources.first(where: { $0.name == wanted }) { return (own, true) }
        return outer?.source(alias).map { ($0.source, false) }
    }
}
