import Model

/// A small line of open findings over time, with its first and last value in words beside it.
struct Sparkline {
    let points: [TrendPoint]
    let say: Wording

    /// Nothing before there are two runs to compare.
    var html: HTML? {
        guard points.count >= 2, let first = points.first, let last = points.last else { return nil }
        let label = say(
            "Offene Befunde vom \(say.day(first.day)) bis \(say.day(last.day)): \(values)",
            "Open findings from \(say.day(first.day)) to \(say.day(last.day)): \(values)")
        let svg = HTML.tag(
            .svg,
            [
                .drawn(.width, 100), .drawn(.height, 30), .viewBox(width: 1_000, height: 300), .role(.img),
                .label(label),
            ],
            [.tag(.polyline, [.class(.curve), .points(line)], [])])
        return "\(svg)\(HTML.lineBreak)\(HTML.small(.text("\(say.number(first.open)) → \(say.number(last.open))")))"
    }

    /// At most 26 of them, evenly spread, always with the first and the last.
    private var shown: [TrendPoint] {
        guard points.count > 26 else { return points }
        return (0..<26).map { points[$0 * (points.count - 1) / 25] }
    }

    private var values: String { shown.map { say.number($0.open) }.joined(separator: ", ") }

    private var line: String {
        let lowest = shown.map(\.open).min() ?? 0
        let span = max(1, (shown.map(\.open).max() ?? 0) - lowest)
        let step = 920 / max(1, shown.count - 1)
        return shown.enumerated().map { index, point in
            "\(40 + index * step),\(260 - (point.open - lowest) * 220 / span)"
        }.joined(separator: " ")
    }
}
