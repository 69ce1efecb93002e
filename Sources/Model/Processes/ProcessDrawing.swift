/// The layout of a process as its file gives it (BPMN DI), in whole units of the drawing.
package struct ProcessDrawing: Sendable, Equatable {
    package let shapes: [Shape]
    package let edges: [Edge]

    package init(shapes: [Shape], edges: [Edge]) {
        self.shapes = shapes
        self.edges = edges
    }

    package static let none = ProcessDrawing(shapes: [], edges: [])

    /// A pool, lane, node, data store or note at its place.
    package struct Shape: Sendable, Equatable {
        package enum What: Sendable, Equatable {
            case pool, lane
            case node(NodeKind)
            case dataStore, dataObject, annotation
        }

        package let element: String
        package let what: What
        package let label: String
        package let box: Box
        /// The label of a pool or lane stands on its side.
        package let isHorizontal: Bool

        package init(element: String, what: What, label: String, box: Box, isHorizontal: Bool = true) {
            self.element = element
            self.what = what
            self.label = label
            self.box = box
            self.isHorizontal = isHorizontal
        }
    }

    /// An arrow or a line along its points.
    package struct Edge: Sendable, Equatable {
        package enum What: String, Sendable { case sequence, message, association, data }

        package let element: String
        package let what: What
        package let label: String
        package let points: [Point]

        package init(element: String, what: What, label: String, points: [Point]) {
            self.element = element
            self.what = what
            self.label = label
            self.points = points
        }
    }

    package struct Point: Sendable, Equatable {
        package let x: Int
        package let y: Int

        package init(x: Int, y: Int) {
            self.x = x
            self.y = y
        }
    }

    package struct Box: Sendable, Equatable {
        package let x: Int
        package let y: Int
        package let width: Int
        package let height: Int

        package init(x: Int, y: Int, width: Int, height: Int) {
            self.x = x
            self.y = y
            self.width = width
            self.height = height
        }
    }

    /// The smallest box around everything; `nil` where nothing is drawn.
    package var bounds: Box? {
        let xs = shapes.flatMap { [$0.box.x, $0.box.x + $0.box.width] } + edges.flatMap { $0.points.map(\.x) }
        let ys = shapes.flatMap { [$0.box.y, $0.box.y + $0.box.height] } + edges.flatMap { $0.points.map(\.y) }
        guard let left = xs.min(), let right = xs.max(), let top = ys.min(), let bottom = ys.max() else { return nil }
        return Box(x: left, y: top, width: right - left, height: bottom - top)
    }
}
