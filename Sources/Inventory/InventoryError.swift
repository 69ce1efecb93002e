/// What a caller of the inventory can get wrong; damage to the file itself is a `StoreError`.
package enum InventoryError: Error, Equatable, CustomStringConvertible {
    case noSuchRun(String)
    case noRunToResume
    /// Only a run that came to its end can be judged, compared or reported.
    case runNotFinished(String)
    /// Only the last finished run can be judged into the history.
    case runNotLast(String)
    case noSuchFinding(String)

    package var description: String {
        switch self {
        case .noSuchRun(let run): "no run \"\(run)\" in this store"
        case .noRunToResume: "no interrupted run in this store"
        case .runNotFinished(let run): "run \(run) was not finished"
        case .runNotLast(let run): "run \(run) is not the last finished one; its findings are history"
        case .noSuchFinding(let finding): "no finding \"\(finding)\" in this store"
        }
    }

    package var hint: String? {
        switch self {
        case .noSuchRun, .runNotLast:
            "a run is named like 2026-11-23/1; 'lagebild query \"SELECT run, state FROM run\"' lists them"
        case .noRunToResume: "scan without --resume"
        case .runNotFinished: "resume it, or name another run"
        case .noSuchFinding: "a finding is named like F-12; 'lagebild findings list' lists them"
        }
    }
}
