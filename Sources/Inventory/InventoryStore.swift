import Model
import Store
import Synchronization

/// What was seen, run after run: the one file in which observations, verdicts and findings are remembered.
///
/// Calls are synchronous and short; whoever writes calls them one after the other. Any number of readers may have the
/// same file open meanwhile.
package final class InventoryStore: Sendable {
    package let vocabulary: Vocabulary
    let file: StoreFile
    let current: CurrentState
    private let scanLock = Mutex<StoreLock?>(nil)

    private init(file: StoreFile, vocabulary: Vocabulary) {
        self.file = file
        self.vocabulary = vocabulary
        current = CurrentState(vocabulary: vocabulary)
    }

    /// Opens or creates a store. Where the vocabulary changed, its tables are made anew from the stored documents.
    package static func open(path: String, vocabulary: Vocabulary, create: Bool = true) throws -> InventoryStore {
        let file = try StoreFile(path: path, migrations: HistoryTables.migrations, create: create)
        let store = InventoryStore(file: file, vocabulary: vocabulary)
        if try file.read({ try !store.current.fits($0) }) {
            let lock = try StoreLock(store: path)
            try withExtendedLifetime(lock) { try file.write(store.current.rebuild) }
        }
        return store
    }

    package var path: String { file.path }

    /// Moves everything into the main file; `close` and `interrupt` do so by themselves.
    package func checkpoint() throws { try file.checkpoint() }

    /// Ends all work on the file. A run that was neither finished nor interrupted can be resumed.
    package func close() throws {
        if holdsLock { try file.checkpoint() }
        unlock()
        try file.close()
    }

    /// Two writers of one store at a time are refused; the lock is kept until `close` or `interrupt`.
    package func lock() throws {
        try scanLock.withLock { lock in
            if lock == nil { lock = try StoreLock(store: path) }
        }
    }

    func unlock() { scanLock.withLock { $0 = nil } }

    private var holdsLock: Bool { scanLock.withLock { $0 != nil } }
}
