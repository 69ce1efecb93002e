extension YAMLShape where Value == Int {
    /// A duration in seconds: `8s`, `5m`, `2h`, `3d`.
    package static func seconds(in range: ClosedRange<Int>) -> YAMLShape {
        quantity(["s": 1, "m": 60, "h": 3_600, "d": 86_400], pattern: "^[0-9]{1,6}[smhd]$", in: range, example: "8s")
    }

    /// A duration in days: `3d`.
    package static func days(in range: ClosedRange<Int>) -> YAMLShape {
        quantity(["d": 1], pattern: "^[0-9]{1,6}d$", in: range, example: "14d")
    }

    /// A rate per second: `20/s`.
    package static func perSecond(in range: ClosedRange<Int>) -> YAMLShape {
        quantity(["/s": 1], pattern: "^[0-9]{1,6}/s$", in: range, example: "20/s")
    }

    private static func quantity(
        _ units: [String: Int], pattern: String, in range: ClosedRange<Int>, example: String
    ) -> YAMLShape {
        YAMLShape(schema: ["type": "string", "pattern": .string(pattern)]) { node, log in
            guard let scalar = node.scalar, let value = number(scalar.text, units) else {
                let names = units.sorted { $0.value < $1.value }.map { "'\($0.key)'" }.joined(separator: ", ")
                log.error(
                    at: node.place, "\(node.kind) is not a whole number with the unit \(names)",
                    hint: "write it as \(example)")
                return nil
            }
            guard range.contains(value) else {
                let least = range.lowerBound, most = range.upperBound
                log.error(at: node.place, "\(node.kind) is outside \(least) to \(most) \(unitName(units))")
                return nil
            }
            return value
        }
    }

    private static func number(_ text: String, _ units: [String: Int]) -> Int? {
        let digits = text.utf8.prefix { (48...57).contains($0) }
        guard (1...6).contains(digits.count), let value = Int(String(decoding: digits, as: UTF8.self)),
            let factor = units[String(decoding: text.utf8.dropFirst(digits.count), as: UTF8.self)]
        else { return nil }
        return value * factor
    }

    private static func unitName(_ units: [String: Int]) -> String {
        if units["s"] != nil { return "seconds" }
        return units["d"] != nil ? "days" : "per second"
    }
}
