import Documents
import Harmonisation
import Model
import Pipeline

/// Drift and skew in the terminal, as JSON and as rows.
struct DriftView {
    private let drifts: [ConfigurationDrift]
    private let skews: [VersionSkew]
    /// Products seen at endpoints whose configuration is known.
    let compared: Int
    private let language: Language

    /// `product`: only this one's.
    init(_ drift: ProductDrift, product: String?, language: Language) {
        drifts = drift.configurations.filter { $0.product == product ?? $0.product }
        skews = drift.versions.filter { $0.product == product ?? $0.product }
        compared = drift.compared
        self.language = language
    }

    var text: String {
        let same = word("Gleiches Produkt, verschieden eingestellt", "Same product, different configuration")
        let apart = word("Gleiches Produkt, verschiedene Versionen", "Same product, different versions")
        let all = " (\(word("von", "of")) \(compared))"
        return section(same + all, Set(drifts.map(\.product)).count, drifts.map(text)) + "\n\n"
            + section(apart, skews.count, skews.map(text))
    }

    private func section(_ title: String, _ products: Int, _ entries: [String]) -> String {
        guard !entries.isEmpty else { return "\(title): \(word("nichts", "nothing"))" }
        return "\(title): \(products)\n" + entries.joined(separator: "\n")
    }

    private func text(_ drift: ConfigurationDrift) -> String {
        let differing = drift.differing.map { $0.title[language] }.joined(separator: ", ")
        var lines = [wrapped("\(drift.product), \(drift.kind.title): \(differing)", indent: 2)]
        for (number, variant) in zip(1..., drift.variants) {
            let count = variant.endpoints.count
            let endpoints = count == 1 ? word("Endpunkt", "endpoint") : word("Endpunkte", "endpoints")
            lines.append(
                wrapped("\(number). \(variant.bodies.joined(separator: ", ")) (\(count) \(endpoints))", indent: 4))
            for aspect in drift.differing {
                let own = variant.own[aspect] ?? []
                let words = own.isEmpty ? word("nur das Gemeinsame", "only what all have") : own.joined(separator: ", ")
                lines.append(wrapped("\(aspect.title[language]): \(words)", indent: 7))
            }
        }
        if !drift.unmeasured.isEmpty {
            lines.append(
                wrapped(
                    word("nicht ganz gemessen: ", "not measured whole: ") + drift.unmeasured.joined(separator: ", "),
                    indent: 4))
        }
        return lines.joined(separator: "\n")
    }

    private func text(_ skew: VersionSkew) -> String {
        let days = skew.days.map { "\($0) \(word("Tage auseinander", "days apart"))" }
        let unknown = word("Abstand unbekannt", "skew unknown")
        let lines = skew.lines.map { line in
            let released = line.released.map { "\($0)" } ?? word("Tag unbekannt", "day unknown")
            return wrapped("\(line.name) (\(released)): \(line.bodies.joined(separator: ", "))", indent: 4)
        }
        return ([wrapped("\(skew.product): \(days ?? unknown)", indent: 2)] + lines).joined(separator: "\n")
    }

    var configurations: JSONValue {
        .array(
            drifts.map { drift in
                [
                    "product": .string(drift.product), "kind": .string(drift.kind.rawValue),
                    "differing": strings(drift.differing.map(\.rawValue)),
                    "variants": .array(
                        drift.variants.map { variant in
                            [
                                "bodies": strings(variant.bodies), "endpoints": strings(variant.endpoints),
                                "configuration": .object(
                                    drift.kind.aspects.map { aspect in
                                        JSONMember(aspect.rawValue, strings(variant.configuration[aspect].sorted()))
                                    }),
                            ]
                        }),
                    "not_measured": strings(drift.unmeasured),
                ]
            })
    }

    var versions: JSONValue {
        .array(
            skews.map { skew in
                [
                    "product": .string(skew.product), "skew_days": skew.days.map(JSONValue.integer) ?? .null,
                    "lines": .array(
                        skew.lines.map { line in
                            [
                                "line": .string(line.name),
                                "released": line.released.map { .string("\($0)") } ?? .null,
                                "versions": strings(line.versions), "bodies": strings(line.bodies),
                            ]
                        }),
                ]
            })
    }

    /// A row for each variant and each release line.
    var listing: Listing {
        let variants = drifts.flatMap { drift in
            drift.variants.enumerated().map { number, variant -> [JSONValue] in
                let own = drift.differing.map { "\($0.rawValue): \((variant.own[$0] ?? []).joined(separator: " "))" }
                return [
                    .string(drift.kind.rawValue), .string(drift.product), .string("\(number + 1)"),
                    .string(variant.bodies.joined(separator: ", ")), .integer(variant.endpoints.count),
                    .string(own.joined(separator: "; ")), .null, .null,
                ]
            }
        }
        let lines = skews.flatMap { skew in
            skew.lines.map { line -> [JSONValue] in
                [
                    "version", .string(skew.product), .string(line.name),
                    .string(line.bodies.joined(separator: ", ")), .null,
                    .string(line.versions.joined(separator: " ")), line.released.map { .string("\($0)") } ?? "unknown",
                    skew.days.map(JSONValue.integer) ?? "unknown",
                ]
            }
        }
        return Listing(
            name: "software-drift",
            columns: ["kind", "product", "group", "bodies", "endpoints", "differs", "released", "skew_days"],
            rows: variants + lines)
    }

    private func strings(_ texts: [String]) -> JSONValue { .array(texts.map(JSONValue.string)) }
    private func word(_ german: String, _ english: String) -> String { language == .de ? german : english }
}
