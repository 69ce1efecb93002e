import Documents
import Model
import Store

/// What stands below `examples:`. With `each:` one entry stands for several examples: `$each` is replaced in it.
struct ExampleShape {
    let vocabulary: Vocabulary

    /// A list of entries, each one example or several.
    var examples: YAMLShape<[RuleExample]> {
        let entry = entry
        return YAMLShape<[RuleExample]>(schema: ["type": "array", "items": entry.schema]) { node, log in
            guard let items = node.items else {
                log.error(at: node.place, "expected a list of examples, found \(node.kind)")
                return nil
            }
            return items.flatMap { EachPlaceholder.expanded($0) }.compactMap { entry.read($0, log) }
        }
    }

    private static let name = YAMLKey.required("name", .text, "What is special about it.")
    private static let now = YAMLKey.optional("now", timestamp, "Time of judging; else 2026-11-23T12:00:00Z.")
    private static let each = YAMLKey.optional(
        "each", scalar.list, "Values that $each stands for, one example each.")
    private static let unmeasured = YAMLKey.optional(
        "unmeasured", YAMLShape<String>.text.placed.list, "Probes that got no answer.")
    private static let verdict = YAMLKey.required("verdict", YAMLShape<Verdict>.word, "What the rule has to say.")

    /// Text or number, as the place of `$each` demands.
    private static let scalar = YAMLShape<String>(schema: ["type": ["string", "integer"]]) { node, log in
        if let scalar = node.scalar { return scalar.text }
        log.error(at: node.place, "expected a value, found \(node.kind)")
        return nil
    }

    private static let timestamp = YAMLShape<String>.text.map { text, place, log -> Timestamp? in
        if let time = Timestamp(rfc3339: text) { return time }
        log.error(at: place, "'\(text)' is not a time", hint: "write it as 2026-11-23T12:00:00Z")
        return nil
    }

    private var entry: YAMLShape<RuleExample> {
        let given = YAMLKey.optional("given", GivenShape(vocabulary: vocabulary).given, "What was seen there.")
        let keys = [
            Self.name.declaration, Self.now.declaration, Self.each.declaration, given.declaration,
            Self.unmeasured.declaration, Self.verdict.declaration,
        ]
        let probes = vocabulary.probes
        return .mapping(YAMLMapping("an example", keys)) { fields, log in
            guard let name = fields[Self.name], let verdict = fields[Self.verdict] else { return nil }
            let seen = fields[given] ?? Given()
            var gaps = seen.gaps
            for probe in fields[Self.unmeasured] ?? [] {
                if !probes.contains(probe.value) {
                    log.error(
                        at: probe.place, "there is no probe '\(probe.value)'",
                        hint: Suggestion.hint(for: probe.value, among: probes))
                }
                gaps[probe.value] = RuleExample.Gap(outcome: .silent, reason: "timeout")
            }
            return RuleExample(
                name: name, now: fields[Self.now] ?? RuleExample.usualNow, endpoint: seen.endpoint, gaps: gaps,
                facts: seen.facts, verdict: verdict, place: fields.place)
        }
    }
}

/// Replaces `$each` in an example by each of the values below `each:`.
enum EachPlaceholder {
    static let mark = "$each"

    static func expanded(_ node: YAMLNode) -> [YAMLNode] {
        guard let values = node["each"]?.items?.compactMap(\.scalar), !values.isEmpty else { return [node] }
        return values.map { replacing(in: node, by: $0) }
    }

    private static func replacing(in node: YAMLNode, by value: YAMLScalar) -> YAMLNode {
        switch node.content {
        case .mapping(let entries):
            let changed = entries.map {
                YAMLEntry(key: $0.key, keyPlace: $0.keyPlace, value: replacing(in: $0.value, by: value))
            }
            return YAMLNode(.mapping(changed), at: node.place)
        case .sequence(let items):
            return YAMLNode(.sequence(items.map { replacing(in: $0, by: value) }), at: node.place)
        case .scalar(let scalar):
            if scalar.text == mark { return YAMLNode(.scalar(value), at: node.place) }
            guard scalar.text.contains(mark) else { return node }
            let text = scalar.text.split(separator: mark, omittingEmptySubsequences: false).joined(
                separator: value.text)
            return YAMLNode(.scalar(YAMLScalar(text, isPlain: false)), at: node.place)
        }
    }
}

extension Vocabulary {
    /// Every probe that fills a table or makes a scope, sorted.
    var probes: [String] {
        Set(probesByTable.values.flatMap { $0 } + scopes.map(\.probe)).sorted()
    }
}
