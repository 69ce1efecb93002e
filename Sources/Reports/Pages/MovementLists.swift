import Model

/// What changed beside findings: certificates, software, services, exceptions and what was measured.
struct MovementLists {
    let edition: Edition

    private var say: Wording { edition.say }

    var html: HTML {
        let movements = edition.picture.movements
        guard !movements.isEmpty else { return .nothing }
        var left = 180
        let lists = Picture.Movement.Kind.allCases.map { kind -> HTML in
            let list = movements.filter { $0.kind == kind }
            let limit = min(left, 40)
            left -= min(limit, list.count)
            return self.list(kind, list, limit)
        }
        return .group([
            .h2(nil, .text(say("Was sich sonst geändert hat", "What else has changed"))), .group(lists),
        ])
    }

    private func list(_ kind: Picture.Movement.Kind, _ movements: [Picture.Movement], _ limit: Int) -> HTML {
        guard !movements.isEmpty else { return .nothing }
        let first = kind.isAboutExceptions ? say("Ausnahme", "Exception") : say("Dienst", "Service")
        let table = Listing(
            id: "bewegung-" + kind.rawValue, caption: "\(say.movement(kind)): \(say.number(movements.count))",
            columns: [.init(title: first), .init(title: say("Stelle", "Body"))]
                + (kind.hasBefore ? [.init(title: say("Vorher", "Before"))] : [])
                + (kind.hasAfter ? [.init(title: say("Jetzt", "Now"))] : []),
            rows: movements.sorted { ($0.what, $0.body, $0.before) < ($1.what, $1.body, $1.before) }.map(row),
            file: .movements, limit: limit)
        return table.html(edition)
    }

    private func row(_ movement: Picture.Movement) -> Listing.Row {
        let kind = movement.kind
        var cells: [Listing.Cell] = [.init(name(movement)), .init(edition.bodyLink(movement.body))]
        if kind.hasBefore { cells.append(.init(state(movement, movement.before, isGap: kind == .measuredAgain))) }
        if kind.hasAfter { cells.append(.init(state(movement, movement.after, isGap: kind == .noLongerMeasured))) }
        return Listing.Row(cells: cells)
    }

    private func name(_ movement: Picture.Movement) -> HTML {
        guard movement.kind.isAboutExceptions, edition.picture.exceptions.contains(where: { $0.id == movement.what })
        else { return .seen(movement.what) }
        return .link(edition.address(.exceptions, .exception(movement.what)), .text(movement.what))
    }

    private func state(_ movement: Picture.Movement, _ text: String, isGap: Bool) -> HTML {
        guard isGap else { return .seen(text.isEmpty ? "–" : text) }
        let reason: HTML = text.isEmpty ? .nothing : " (\(HTML.seen(text)))"
        return "\(say.outcome(movement.outcome))\(reason)"
    }
}

extension Picture.Movement.Kind {
    fileprivate var isAboutExceptions: Bool {
        [.exceptionBegun, .exceptionChanged, .exceptionEnded, .exceptionRemoved].contains(self)
    }

    fileprivate var hasBefore: Bool {
        [.certificateReplaced, .certificateGone, .softwareChanged, .softwareGone, .measuredAgain].contains(self)
    }

    fileprivate var hasAfter: Bool {
        switch self {
        case .certificateReplaced, .certificateNew, .softwareChanged, .softwareSeen, .noLongerMeasured, .endpointAdded:
            true
        default: isAboutExceptions
        }
    }
}
