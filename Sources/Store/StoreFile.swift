import GRDB

/// The door to one SQLite file: opened safely, migrated, read and written in transactions.
///
/// WAL, because reports read while a scan writes, and because what a transaction committed survives a killed process.
/// `synchronous` is NORMAL: after a power failure the last batches may be missing, never half a batch.
package final class StoreFile: Sendable {
    package let path: String
    private let queue: DatabaseQueue

    /// "LGBD", at a fixed place in the file's header: how a store of ours is told from any other SQLite file.
    package static let applicationID: UInt32 = 0x4C47_4244

    /// `create: false` is for whoever only reads: a store that is not there is then an error, not a new one.
    package init(path: String, migrations: [StoreMigration], create: Bool = true) throws {
        self.path = path
        try StoreHeader.check(path: path, create: create)
        queue = try StoreFile.translating(path) {
            let queue = try DatabaseQueue(path: path, configuration: StoreFile.configuration)
            try StoreFile.prepare(queue)
            try StoreFile.migrate(queue, path: path, migrations: migrations)
            return queue
        }
    }

    /// For readers that open the file in their own way. Throws `StoreError` where it is not one of ours.
    package static func requireStore(at path: String) throws(StoreError) {
        try StoreHeader.check(path: path, create: false)
    }

    package func read<T>(_ body: (StoreSession) throws -> T) throws -> T {
        try StoreFile.translating(path) { try queue.read { try body(StoreSession(database: $0)) } }
    }

    /// One transaction: everything in it happens or nothing.
    package func write<T>(_ body: (StoreSession) throws -> T) throws -> T {
        try StoreFile.translating(path) { try queue.write { try body(StoreSession(database: $0)) } }
    }

    /// Moves everything into the main file, which can then be copied as it is. Waits for readers, so only for writers.
    package func checkpoint() throws {
        try StoreFile.translating(path) {
            try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
        }
    }

    /// The last connection that closes moves everything into the main file and removes the WAL.
    package func close() throws {
        try StoreFile.translating(path) { try queue.close() }
    }

    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.label = "store"
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(10)
        configuration.prepareDatabase { database in
            // 64 MiB of pages in memory; functions in a tampered schema are not run; the WAL shrinks after a large batch.
            try database.execute(
                sql: """
                    PRAGMA cache_size = -65536; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;
                    PRAGMA journal_size_limit = 67108864; PRAGMA synchronous = NORMAL
                    """)
        }
        return configuration
    }

    /// The mark goes into the file before WAL is switched on, so that it stands in the header from the first moment.
    private static func prepare(_ queue: DatabaseQueue) throws {
        try queue.writeWithoutTransaction { database in
            if try Int.fetchOne(database, sql: "PRAGMA application_id") != Int(applicationID) {
                try database.execute(sql: "PRAGMA application_id = \(applicationID)")
            }
            if try String.fetchOne(database, sql: "PRAGMA journal_mode") != "wal" {
                try database.execute(sql: "PRAGMA journal_mode = WAL")
            }
        }
    }

    private static func migrate(_ queue: DatabaseQueue, path: String, migrations: [StoreMigration]) throws {
        var migrator = DatabaseMigrator()
        for migration in migrations {
            migrator.registerMigration(migration.name) { try $0.execute(sql: migration.sql) }
        }
        guard try migrations.isEmpty || !queue.read(migrator.hasBeenSuperseded) else {
            throw StoreError.newer(path: path)
        }
        if try queue.read(migrator.hasCompletedMigrations) { return }
        try migrator.migrate(queue)
    }

    /// SQLite's words as one of our errors; everything else passes unchanged.
    private static func translating<T>(_ path: String, _ body: () throws -> T) throws -> T {
        do {
            return try body()
        } catch let error as DatabaseError {
            throw StoreFile.error(error, path: path)
        } catch let mismatch as SQLRow.Mismatch {
            throw StoreError.damaged(path: path, reason: mismatch.description)
        }
    }

    private static func error(_ error: DatabaseError, path: String) -> StoreError {
        let reason = error.message ?? "SQLite error \(error.resultCode.rawValue)"
        switch error.resultCode {
        case .SQLITE_NOTADB: return .foreign(path: path, reason: reason)
        case .SQLITE_CORRUPT: return .damaged(path: path, reason: reason)
        case .SQLITE_BUSY, .SQLITE_LOCKED: return .locked(path: path, holder: reason)
        case .SQLITE_READONLY, .SQLITE_FULL, .SQLITE_IOERR, .SQLITE_PERM:
            return .notWritable(path: path, reason: reason)
        case .SQLITE_CANTOPEN, .SQLITE_AUTH: return .unusable(path: path, reason: reason)
        default: return .failed(path: path, reason: reason)
        }
    }
}

/// One step of the schema; its text is never edited once shipped.
package struct StoreMigration: Sendable {
    package let name: String
    package let sql: String

    package init(name: String, sql: String) {
        self.name = name
        self.sql = sql
    }
}
