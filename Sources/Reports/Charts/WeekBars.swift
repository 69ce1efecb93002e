import Model

/// Bars for calendar weeks; the numbers stand in the drawing, in its description and in a table beside it.
struct WeekBars {
    let weeks: [CertificateFigures.Week]
    let say: Wording
    /// Weeks drawn as pressing.
    let soon = 2

    var html: HTML {
        let label = say("Zertifikate je Kalenderwoche", "Certificates per calendar week")
        return .tag(
            .svg, [.viewBox(width: 620, height: 150), .role(.img), .labelledBy("wochen-titel wochen-text")],
            [
                .tag(.title, [.id("wochen-titel")], [.text(label)]),
                .tag(.desc, [.id("wochen-text")], [.text(description)]),
                .tag(
                    .line, [.class(.axis), .drawn(.x1, 10), .drawn(.x2, 610), .drawn(.y1, 120), .drawn(.y2, 120)], []),
            ] + weeks.enumerated().map { bar($0.offset, $0.element) })
    }

    private var description: String {
        let parts = weeks.map {
            say("KW \($0.number): \(say.number($0.count))", "week \($0.number): \(say.number($0.count))")
        }
        return parts.joined(separator: ", ")
    }

    private func bar(_ index: Int, _ week: CertificateFigures.Week) -> HTML {
        let highest = max(1, weeks.map(\.count).max() ?? 1)
        let height = week.count * 96 / highest
        let step = 600 / max(1, weeks.count)
        let left = 10 + index * step
        let middle = left + step / 2
        return .group([
            .tag(
                .rect,
                [
                    .class(index < soon ? .soon : .later), .drawn(.x, left + step / 6), .drawn(.y, 120 - height),
                    .drawn(.width, step * 2 / 3), .drawn(.height, height),
                ], []),
            text(say.number(week.count), x: middle, y: 114 - height),
            text(String(week.number), x: middle, y: 138),
        ])
    }

    private func text(_ value: String, x: Int, y: Int) -> HTML {
        .tag(.drawnText, [.drawn(.x, x), .drawn(.y, y), .centred], [.text(value)])
    }
}
