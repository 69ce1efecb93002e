import Foundation
import Model

/// Whether packets may be sent now: windows are local to the cooperation's time zone.
struct ScanHours {
    private let fleet: Fleet
    /// Minutes since local midnight.
    private let minute: Int

    init(_ fleet: Fleet, at now: Timestamp) {
        self.fleet = fleet
        let zone = TimeZone(identifier: fleet.cooperation.timezone) ?? .gmt
        let offset = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(now.seconds)))
        minute = Timestamp(seconds: now.seconds + offset).secondOfDay / 60
    }

    /// The body's own window, else the fleet's; without either any time is right.
    func allows(_ body: Body) -> Bool {
        (body.window ?? fleet.defaults.window)?.contains(minute: minute) ?? true
    }

    /// Whether every one of these bodies may be asked.
    func allowAll(_ bodies: [Body]) -> Bool { bodies.allSatisfy(allows) }

    /// Bodies that may not be asked now; throws where that is all of them.
    func closedBodies(among chosen: Set<String>) throws(Refusal) -> Set<String> {
        let asked = fleet.bodies.filter { chosen.isEmpty || chosen.contains($0.id) }
        let closed = asked.filter { !allows($0) }
        guard closed.count < asked.count || asked.isEmpty else {
            let window = fleet.defaults.window.map { " \($0.asText)" } ?? ""
            throw .outsideWindow(
                "it is \(minute.asClock) in \(fleet.cooperation.timezone), outside the scan window\(window)",
                hint: "start it inside the window, or give --ignore-window with --reason")
        }
        return Set(closed.map(\.id))
    }
}

extension Timestamp {
    /// Seconds since midnight UTC.
    fileprivate var secondOfDay: Int { seconds - day.number * 86_400 }
}
