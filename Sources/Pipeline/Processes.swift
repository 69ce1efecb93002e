import Documents
import Foundation
import Harmonisation
import Model

extension Workspace {
    /// The processes the fleet file names, service by service in its order. Throws `Diagnostic` where a file cannot be
    /// read; `warnings` are what could not be taken over from one.
    ///
    /// `service`: only this one.
    package func processes(service: String? = nil) throws -> (comparisons: [ProcessComparison], warnings: [Diagnostic])
    {
        var services: [String] = []
        var drawn: [String: [(body: String, process: ProcessModel)]] = [:]
        var warnings: [Diagnostic] = []
        for entry in fleet.processes where entry.service == service ?? entry.service {
            let (process, complaints) = try BPMNFile.read(at: path(of: entry.file))
            warnings += complaints
            if drawn[entry.service] == nil { services.append(entry.service) }
            drawn[entry.service, default: []].append((entry.body, process))
        }
        return (services.map { ProcessComparison(service: $0, processes: drawn[$0] ?? []) }, warnings)
    }

    /// As the operator would type it.
    private func path(of file: String) -> String {
        let folder = fleetFile.lastIndex(of: "/").map { String(fleetFile[...$0]) } ?? ""
        return folder + file
    }
}
