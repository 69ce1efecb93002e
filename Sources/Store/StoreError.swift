/// What can go wrong with a store: every case is the operator's business and reads as one message.
package enum StoreError: Error, Equatable, CustomStringConvertible {
    /// The path cannot be opened or created as a file.
    case unusable(path: String, reason: String)
    /// A file that is no store of ours; it is not touched.
    case foreign(path: String, reason: String)
    /// Written by a later version of the program.
    case newer(path: String)
    /// The file is one of ours, but SQLite finds it broken.
    case damaged(path: String, reason: String)
    /// Another scan writes to this store now.
    case locked(path: String, holder: String)
    /// A read-only disk, a full disk, a quota.
    case notWritable(path: String, reason: String)
    /// Anything else SQLite says.
    case failed(path: String, reason: String)

    package var description: String {
        switch self {
        case .unusable(let path, let reason): "\(path): cannot open the store: \(reason)"
        case .foreign(let path, let reason): "\(path): this is not a Lagebild store: \(reason)"
        case .newer(let path): "\(path): the store was written by a later version of lagebild"
        case .damaged(let path, let reason): "\(path): the store is damaged: \(reason)"
        case .locked(let path, let holder): "\(path): another scan is writing to this store (\(holder))"
        case .notWritable(let path, let reason): "\(path): cannot write to the store: \(reason)"
        case .failed(let path, let reason): "\(path): \(reason)"
        }
    }

    /// The way out, where there is one.
    package var hint: String? {
        switch self {
        case .unusable: "name a file in a folder that exists"
        case .foreign: "name another file; a new store is made where none is"
        case .newer: "use that version, or a copy of the store made before"
        case .damaged: "restore the last copy, or move the file away and scan again"
        case .locked: "wait until it ends; two scans of one store at a time are not possible"
        case .notWritable: "check free space and the permissions of the file and its folder"
        case .failed: nil
        }
    }
}
