import Model

/// Two lines over time, both from 0 to 1: the index, and how many answers it rests on.
struct IndexChart {
    let points: [Picture.Harmonisation.TrendPoint]
    let say: Wording

    private let left = 40
    private let right = 600
    private let top = 14
    private let bottom = 150

    var html: HTML {
        .tag(
            .svg, [.viewBox(width: 620, height: 180), .role(.img), .labelledBy("index-titel index-text")],
            [
                .tag(
                    .title, [.id("index-titel")],
                    [.text(say("Index und Abdeckung im Verlauf", "Index and coverage over time"))]),
                .tag(.desc, [.id("index-text")], [.text(description)]),
            ] + grid + [
                line(points.map { $0.answers == 0 ? nil : Double($0.known) / Double($0.answers) }, .coarse),
                line(points.map(\.index), .curve),
            ] + dates)
    }

    private var description: String {
        points.map { point in
            let index = point.index.map(say.index) ?? "–"
            return say(
                "\(say.day(point.day)): Index \(index), bekannt \(point.known) von \(point.answers)",
                "\(say.day(point.day)): index \(index), known \(point.known) of \(point.answers)")
        }.joined(separator: "; ")
    }

    private var grid: [HTML] {
        [0.0, 0.5, 1.0].flatMap { value -> [HTML] in
            [
                .tag(
                    .line,
                    [
                        .class(.axis), .drawn(.x1, left), .drawn(.x2, right), .drawn(.y1, y(value)),
                        .drawn(.y2, y(value)),
                    ],
                    []),
                .tag(.drawnText, [.drawn(.x, 18), .drawn(.y, y(value) + 4), .centred], [.text(say.index(value))]),
            ]
        }
    }

    private var dates: [HTML] {
        guard let first = points.first, let last = points.last else { return [] }
        return [(first, left + 34), (last, right - 34)].map { point, x in
            .tag(.drawnText, [.drawn(.x, x), .drawn(.y, bottom + 22), .centred], [.text(say.day(point.day))])
        }
    }

    /// Where nothing is known the line has no corner.
    private func line(_ values: [Double?], _ style: Style) -> HTML {
        let corners = zip(points, values).compactMap { point, value in value.map { "\(x(point.day)),\(y($0))" } }
        return .tag(.polyline, [.class(style), .points(corners.joined(separator: " "))], [])
    }

    private func y(_ value: Double) -> Int { bottom - Int((value * Double(bottom - top)).rounded()) }

    private func x(_ day: Day) -> Int {
        guard let first = points.first?.day, let last = points.last?.day, last > first else { return left }
        return left + (day.number - first.number) * (right - left) / (last.number - first.number)
    }
}
