import Inventory
import Model
import Reports
import Rules

// What a report says beyond single findings: who inherits what, what several bodies share, what it proves.
extension PictureMaker {
    func sharedThings(_ findings: [FindingRecord]) throws -> [Picture.SharedThing] {
        let endpoints = try inventory.endpoints().reduce(into: [Int: Endpoint]()) { $0[$1.id] = $1.endpoint }
        let open = Dictionary(
            grouping: findings.filter { $0.effective(on: run.started.day).effect == .counts }, by: \.endpointID)
        return try inventory.sharedThings(on: run.started.day).map { thing in
            Picture.SharedThing(
                Picture.Common(thing.kind.shown, thing.value), bodies: thing.bodies,
                endpoints: thing.endpointIDs.compactMap { endpoints[$0]?.label },
                openFindings: thing.endpointIDs.flatMap { open[$0] ?? [] }.map(\.id))
        }
    }

    func controls() throws -> [Picture.Control] {
        let maker = try EvidenceMaker(workspace, inventory, run)
        return rules.catalogue.entries.map { entry in
            let evidence = maker.evidence(of: entry)
            let verdicts = evidence.verdicts
            let counts = Picture.Control.Counts(
                assessed: evidence.assessed, conforms: verdicts[.conforms] ?? 0, deviates: verdicts[.deviates] ?? 0,
                notMeasured: verdicts[.notMeasured] ?? 0)
            return Picture.Control(
                framework: entry.control.framework, id: entry.control.id, support: entry.support, note: entry.note,
                rules: evidence.rules.map(\.id), counts: evidence.assessed > 0 ? counts : nil)
        }
    }

    /// Which bodies inherit a finding, by its id.
    func heirs() throws -> [String: [String]] {
        Dictionary(grouping: try inventory.inheritedFindings(), by: \.finding).mapValues {
            Set($0.map(\.body)).sorted()
        }
    }

    func events(of finding: FindingRecord) throws -> [Picture.Event] {
        try inventory.events(of: finding).map { event in
            guard let kind = Picture.Event.Kind(rawValue: event.kind.rawValue) else {
                preconditionFailure("the report has no word \(event.kind.rawValue)")
            }
            return Picture.Event(
                run: event.run.name, day: event.run.started.day, kind: kind, detail: event.detail)
        }
    }
}

extension SharedThing.Kind {
    fileprivate var shown: Picture.Common.Kind {
        switch self {
        case .provider: .provider
        case .certificate: .certificate
        case .key: .key
        case .nameServer: .nameServer
        case .mailHost: .mailHost
        }
    }
}
