import Model

/// Bars for what is left at the end of each month; what was is filled, what is planned an outline.
struct BurnDownChart {
    /// Domain, so that several charts stand on one page.
    let id: String
    let months: [Picture.Harmonisation.Left]
    let today: Day
    let say: Wording

    /// More bars would be too narrow for their numbers.
    static let most = 24

    var html: HTML {
        let shown = Self.spread(months)
        let name = "umstellungen-" + FileSafeName.of(id)
        return .tag(
            .svg, [.viewBox(width: 620, height: 150), .role(.img), .labelledBy("\(name)-bild \(name)-text")],
            [
                .tag(.title, [.id("\(name)-bild")], [.text(say("Ausstehende Umstellungen", "Migrations left"))]),
                .tag(.desc, [.id("\(name)-text")], [.text(description(shown))]),
                .tag(
                    .line, [.class(.axis), .drawn(.x1, 10), .drawn(.x2, 610), .drawn(.y1, 120), .drawn(.y2, 120)], []),
            ] + shown.enumerated().map { bar($0.offset, $0.element, of: shown) })
    }

    /// Every month, or every second, third, ... where there are many; the last one always stands.
    static func spread(_ months: [Picture.Harmonisation.Left]) -> [Picture.Harmonisation.Left] {
        guard let last = months.last, months.count > most else { return months }
        let step = (months.count + most - 1) / most
        return stride(from: (months.count - 1) % step, to: months.count, by: step).map { months[$0] }.dropLast()
            + [last]
    }

    private func description(_ shown: [Picture.Harmonisation.Left]) -> String {
        shown.map { month in
            let unknown =
                month.unknown == 0 ? "" : say(" (\(month.unknown) unbekannt)", " (\(month.unknown) unknown)")
            return "\(say.shortMonth(month.month)): \(say.number(month.left))\(unknown)"
        }.joined(separator: ", ")
    }

    private func bar(
        _ index: Int, _ month: Picture.Harmonisation.Left, of shown: [Picture.Harmonisation.Left]
    ) -> HTML {
        let highest = max(1, shown.map(\.left).max() ?? 1)
        let height = month.left * 96 / highest
        let step = 600 / max(1, shown.count)
        let left = 10 + index * step
        let label = (shown.count - 1 - index).isMultiple(of: shown.count > 13 ? 2 : 1)
        return .group([
            .tag(
                .rect,
                [
                    .class(month.month < Month(of: today) ? .later : .bar), .drawn(.x, left + step / 6),
                    .drawn(.y, 120 - height), .drawn(.width, step * 2 / 3), .drawn(.height, height),
                ], []),
            text(say.number(month.left), x: left + step / 2, y: 114 - height),
            label ? text(say.shortMonth(month.month), x: left + step / 2, y: 138) : .nothing,
        ])
    }

    private func text(_ value: String, x: Int, y: Int) -> HTML {
        .tag(.drawnText, [.drawn(.x, x), .drawn(.y, y), .centred], [.text(value)])
    }
}
