import Model

/// An arrow of a drawn process with its label.
struct ProcessLine {
    let edge: ProcessDrawing.Edge

    var html: HTML {
        let points = edge.points.map { "\($0.x),\($0.y)" }.joined(separator: " ")
        return .group([
            .tag(.polyline, [.class(edge.what == .sequence ? .wire : .dashed), .points(points)], []),
            edge.what == .association || edge.what == .data ? .nothing : head, label,
        ])
    }

    /// At the longest stretch, because ways that part have their first one in common: above it, or to the right of an
    /// upright one.
    private var label: HTML {
        let stretches = zip(edge.points, edge.points.dropFirst())
        guard !edge.label.isEmpty, let longest = stretches.max(by: { Self.length($0) < Self.length($1) }) else {
            return .nothing
        }
        let text = DrawnText(edge.label, room: 110, lines: 1)
        let (x, y) = ((longest.0.x + longest.1.x) / 2, (longest.0.y + longest.1.y) / 2)
        let isUpright = abs(longest.0.y - longest.1.y) > abs(longest.0.x - longest.1.x)
        return isUpright ? text.html(x: x + text.width / 2 + 6, top: y - 8) : text.html(x: x, top: y - 16)
    }

    private static func length(_ stretch: (ProcessDrawing.Point, ProcessDrawing.Point)) -> Int {
        abs(stretch.0.x - stretch.1.x) + abs(stretch.0.y - stretch.1.y)
    }

    /// A triangle at the end, turned along the larger part of the last stretch.
    private var head: HTML {
        guard let end = edge.points.last, let before = edge.points.dropLast().last else { return .nothing }
        let (dx, dy) = (end.x - before.x, end.y - before.y)
        let isAcross = abs(dx) >= abs(dy)
        let back = (isAcross ? dx : dy) >= 0 ? -9 : 9
        let corners =
            isAcross
            ? "\(end.x),\(end.y) \(end.x + back),\(end.y - 4) \(end.x + back),\(end.y + 4)"
            : "\(end.x),\(end.y) \(end.x - 4),\(end.y + back) \(end.x + 4),\(end.y + back)"
        return .tag(.polygon, [.class(.arrowHead), .points(corners)], [])
    }
}
