import Documents
import Model

/// One file of lifecycles: release lines by product, with source and day.
struct LifecycleFile: Sendable {
    let lifecycles: [Placed<Lifecycle>]

    private static let source = YAMLKey.required("source", .text, "Who says so.")
    private static let day = YAMLKey.required("day", YAMLShape<Day>.day, "The state of which day it is.")
    private static let mark = YAMLKey.required(
        "mark", YAMLShape<Product.Mark>.word, "S: read in the source; K: own knowledge, not verified.")
    private static let products = YAMLKey.required(
        "products", YAMLShape<[Placed<(name: String, lines: [ReleaseLine])>]>.table(keyedBy: .slug, of: product),
        "Release lines by product.")

    static let shape = YAMLShape<LifecycleFile>.mapping(
        YAMLMapping(
            "a file of lifecycles", [source.declaration, day.declaration, mark.declaration, products.declaration])
    ) { fields, _ in
        guard let source = fields[source], let day = fields[day], let mark = fields[mark],
            let products = fields[products]
        else { return nil }
        return LifecycleFile(
            lifecycles: products.map { product in
                Placed(
                    Lifecycle(
                        product: product.value.name, source: source, day: day, mark: mark, lines: product.value.lines),
                    at: product.place)
            })
    }

    @Sendable private static func product(
        _ name: Placed<String>
    ) -> YAMLShape<Placed<(name: String, lines: [ReleaseLine])>> {
        ReleaseLineKeys.shape.someList.map { lines, _, log in
            var seen: Set<String> = []
            for line in lines where !seen.insert(line.name).inserted {
                log.error(at: name.place, "'\(name.value)' has the line '\(line.name)' twice")
            }
            return Placed((name: name.value, lines: lines), at: name.place)
        }
    }
}

/// The keys of a release line.
enum ReleaseLineKeys {
    static let line = YAMLKey.required("line", .text, "Its name: 1.28, 2022, 15.6.")
    static let released = YAMLKey.optional("released", YAMLShape<Day>.day, "First release.")
    static let active = YAMLKey.optional("active", end, "End of active support.")
    static let security = YAMLKey.required("security", end, "End of free security support: a day, open or ended.")
    static let extended = YAMLKey.optional("extended", end, "End of paid or long-term support.")
    static let latest = YAMLKey.optional("latest", .text, "Newest release on the day of the file.")
    static let versions = YAMLKey.optional(
        "versions", YAMLShape<String>.text.someList, "Other beginnings of its version numbers.")

    static let shape = YAMLShape<ReleaseLine>.mapping(
        YAMLMapping(
            "a release line",
            [
                line.declaration, released.declaration, active.declaration, security.declaration,
                extended.declaration, latest.declaration, versions.declaration,
            ])
    ) { fields, _ in
        guard let name = fields[line], let security = fields[security] else { return nil }
        return ReleaseLine(
            name: name, released: fields[released], active: fields[active], security: security,
            extended: fields[extended], latest: fields[latest], versions: fields[versions] ?? [])
    }

    private static let end = YAMLShape<SupportEnd>(schema: ["type": "string"]) { node, log in
        switch node.scalar?.text {
        case "open": return .open
        case "ended": return .ended
        default:
            if let day = node.scalar.flatMap({ Day($0.text) }) { return .day(day) }
            log.error(at: node.place, "\(node.kind) is no end of support", hint: "write a day, open or ended")
            return nil
        }
    }
}
