import Model

/// A process drawn from its file's own layout, in one unit of the drawing for one pixel.
///
/// Every label comes from a stranger's file; it becomes text in `EscapedText` like everything else. What a step is done
/// with stands in words in its box and not in a colour alone.
struct ProcessChart {
    let process: ProcessModel
    /// Unique on its page: title and description are found by it.
    let id: String
    let title: String
    let description: String
    /// Steps where a medium changes, marked with a triangle.
    let breaks: Set<String>
    let say: Wording

    private static let margin = 12
    /// A drawing wider or higher is scaled down to it.
    private static let most = 6_000
    /// Wider than this, four fifths of the size are still read and fit a screen.
    private static let wide = 1_200

    /// Nothing where the file has no layout.
    var html: HTML? {
        guard let bounds = process.drawing.labelledBounds, bounds.width > 0, bounds.height > 0 else { return nil }
        let box = bounds.grown(by: Self.margin)
        return .tag(
            .svg,
            [
                .drawn(.width, shown(box.width, of: box)), .drawn(.height, shown(box.height, of: box)),
                .viewBox(x: box.x, y: box.y, width: box.width, height: box.height), .role(.img),
                .labelledBy("\(id)-titel \(id)-text"),
            ],
            [
                .tag(.title, [.id("\(id)-titel")], [.text(title)]),
                .tag(.desc, [.id("\(id)-text")], [.text(description)]),
            ] + areas.map(drawn) + process.drawing.edges.map { ProcessLine(edge: $0).html } + others.map(drawn))
    }

    private func shown(_ length: Int, of box: ProcessDrawing.Box) -> Int {
        let scaled = box.width > Self.wide ? length * 4 / 5 : length
        return min(scaled, Self.most)
    }

    private var areas: [ProcessDrawing.Shape] {
        process.drawing.shapes.filter { $0.what == .pool } + process.drawing.shapes.filter { $0.what == .lane }
    }

    private var others: [ProcessDrawing.Shape] {
        process.drawing.shapes.filter { $0.what != .pool && $0.what != .lane }
    }

    private func drawn(_ shape: ProcessDrawing.Shape) -> HTML {
        switch shape.what {
        case .pool, .lane: area(shape)
        case .node(let kind):
            switch kind.family {
            case .step: step(shape)
            case .event: event(shape, kind)
            case .gateway: gateway(shape, kind)
            }
        case .dataStore, .dataObject, .annotation: note(shape)
        }
    }

    private func area(_ shape: ProcessDrawing.Shape) -> HTML {
        let box = shape.box
        let label: HTML
        if shape.what == .pool, process.drawing.isEmpty(shape) {
            label = DrawnText(shape.label, room: box.width - 8, lines: 2)
                .html(x: box.x + box.width / 2, top: box.y + box.height / 2 - 8)
        } else if shape.isHorizontal, box.height >= 60 {
            label = DrawnText(shape.label, room: box.height - 8, lines: 1)
                .turned(x: box.x + 18, y: box.y + box.height / 2)
        } else {
            label = DrawnText(shape.label, room: box.width - 8, lines: 1)
                .html(x: box.x + box.width / 2, top: box.y + 4)
        }
        return .group([rectangle(box, .area), label])
    }

    private func step(_ shape: ProcessDrawing.Shape) -> HTML {
        let node = process.nodes.first { $0.id == shape.element }
        let medium = node?.medium
        let style: Style = medium == .system ? .onSystem : medium == .paper ? .onPaper : .unclear
        let (box, middle) = (shape.box, shape.box.x + shape.box.width / 2)
        let foot = DrawnText(footer(of: node), room: box.width - 8, lines: 2, bold: true)
        let top = box.y + box.height - 4 - foot.height
        let name = DrawnText(shape.label, room: box.width - 8, lines: max(1, (top - box.y - 6) / DrawnText.lineHeight))
        return .group([
            rectangle(box, style, rounded: true), name.html(x: middle, top: box.y + 5),
            foot.html(x: middle, top: top, class: .foot),
        ])
    }

    /// What the step is done with, in words, after a triangle where the medium changes.
    private func footer(of node: ProcessModel.Node?) -> String {
        guard let node else { return "" }
        let system = node.systems.first.flatMap { id in process.systems.first { $0.id == id }?.name }
        let word =
            switch node.medium {
            case .system: system ?? say("System", "system")
            case .paper: say("Papier", "paper")
            case nil: ""
            }
        return (breaks.contains(node.id) ? "▲ " : "") + word
    }

    private func event(_ shape: ProcessDrawing.Shape, _ kind: NodeKind) -> HTML {
        let box = shape.box
        let middle = (x: box.x + box.width / 2, y: box.y + box.height / 2)
        return .group([
            .tag(
                .circle,
                [
                    .class(kind == .endEvent ? .ending : .unclear), .drawn(.cx, middle.x), .drawn(.cy, middle.y),
                    .drawn(.r, min(box.width, box.height) / 2),
                ], []),
            DrawnText(shape.label, room: 110, lines: 2).html(x: middle.x, top: box.y + box.height + 2),
        ])
    }

    private func gateway(_ shape: ProcessDrawing.Shape, _ kind: NodeKind) -> HTML {
        let box = shape.box
        let (x, y) = (box.x + box.width / 2, box.y + box.height / 2)
        let corners = "\(x),\(box.y) \(box.x + box.width),\(y) \(x),\(box.y + box.height) \(box.x),\(y)"
        return .group([
            .tag(.polygon, [.class(.unclear), .points(corners)], []),
            DrawnText(Self.sign(of: kind), room: box.width, lines: 1).html(x: x, top: y - 8),
            DrawnText(shape.label, room: 120, lines: 2).html(x: x, top: box.y + box.height + 2),
        ])
    }

    private static func sign(of kind: NodeKind) -> String {
        switch kind {
        case .exclusiveGateway: "✕"
        case .parallelGateway: "+"
        case .inclusiveGateway: "○"
        default: "◇"
        }
    }

    private func note(_ shape: ProcessDrawing.Shape) -> HTML {
        let isNote = shape.what == .annotation
        return .group([
            rectangle(shape.box, isNote ? .remark : .store),
            DrawnText(shape.label, room: max(110, shape.box.width - 6), lines: 3).html(
                x: shape.box.x + shape.box.width / 2, top: shape.box.y + (isNote ? 4 : shape.box.height + 2)),
        ])
    }

    private func rectangle(_ box: ProcessDrawing.Box, _ style: Style, rounded: Bool = false) -> HTML {
        .tag(
            .rect,
            [
                .class(style), .drawn(.x, box.x), .drawn(.y, box.y), .drawn(.width, box.width),
                .drawn(.height, box.height),
            ] + (rounded ? [.drawn(.rx, 8)] : []), [])
    }
}

extension ProcessDrawing {
    /// Nothing of the process stands in it: a partner outside.
    fileprivate func isEmpty(_ pool: Shape) -> Bool {
        !shapes.contains { $0.element != pool.element && pool.box.holdsMiddle(of: $0.box) }
    }

    /// The smallest box around everything with the labels that stand below their shapes.
    fileprivate var labelledBounds: Box? {
        let labelled = shapes.filter { !$0.label.isEmpty }.compactMap { shape -> Shape? in
            switch shape.what {
            case .node(let kind) where kind.isStep: nil
            case .pool, .lane, .annotation: nil
            case .node, .dataStore, .dataObject:
                Shape(element: "", what: shape.what, label: "", box: shape.box.withLabelBelow)
            }
        }
        return ProcessDrawing(shapes: shapes + labelled, edges: edges).bounds
    }
}

extension ProcessDrawing.Box {
    fileprivate func grown(by margin: Int) -> Self {
        Self(x: x - margin, y: y - margin, width: width + 2 * margin, height: height + 2 * margin)
    }

    fileprivate func holdsMiddle(of other: Self) -> Bool {
        let (middleX, middleY) = (other.x + other.width / 2, other.y + other.height / 2)
        return (x...(x + width)).contains(middleX) && (y...(y + height)).contains(middleY)
    }

    fileprivate var withLabelBelow: Self {
        Self(x: x + width / 2 - 55, y: y, width: 110, height: height + 3 * DrawnText.lineHeight)
    }
}
