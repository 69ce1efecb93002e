import Model

/// What a caller of the inventory can get wrong; damage to the file itself is a `StoreError`.
package enum InventoryError: Error, Equatable, CustomStringConvertible {
    case noSuchRun(String)
    case noRunToResume
    /// Only a run that came to its end can be judged, compared or reported.
    case runNotFinished(String)
    /// Only the last finished run can be judged into the history.
    case runNotLast(String)
    case noSuchFinding(String)
    case noSuchImport(String)
    /// Taken back already.
    case importUndone(String)
    /// Another import rests on it.
    case importReplaced(String, by: String)
    /// A file of an earlier day than what is known.
    case importOlder(day: Day, than: String, of: Day)

    package var description: String {
        switch self {
        case .noSuchRun(let run): "no run \"\(run)\" in this store"
        case .noRunToResume: "no interrupted run in this store"
        case .runNotFinished(let run): "run \(run) was not finished"
        case .runNotLast(let run): "run \(run) is not the last finished one; its findings are history"
        case .noSuchFinding(let finding): "no finding \"\(finding)\" in this store"
        case .noSuchImport(let id): "no import \"\(id)\" in this store"
        case .importUndone(let id): "import \(id) was taken back already"
        case .importReplaced(let id, let later): "import \(id) was replaced by \(later)"
        case .importOlder(let day, let id, let known):
            "the file is of \(day), and import \(id) of the same source and body of \(known)"
        }
    }

    package var hint: String? {
        switch self {
        case .noSuchRun, .runNotLast:
            "a run is named like 2026-11-23/1; 'lagebild query \"SELECT run, state FROM run\"' lists them"
        case .noRunToResume: "scan without --resume"
        case .runNotFinished: "resume it, or name another run"
        case .noSuchFinding: "a finding is named like F-12; 'lagebild findings list' lists them"
        case .noSuchImport, .importUndone: "an import is named like I-3; 'lagebild import list' lists them"
        case .importReplaced(_, let later): "take \(later) back first"
        case .importOlder: "name another --source, or the right --day"
        }
    }
}
