import GRDBSQLite

/// Stops a statement that runs too long: SQLite asks every thousand steps of its machine.
final class Deadline {
    private var end: ContinuousClock.Instant?

    func start(_ duration: Duration) { end = .now + duration }
    func clear() { end = nil }

    /// Must live as long as the connection.
    func watch(_ connection: OpaquePointer) {
        sqlite3_progress_handler(
            connection, 1_000,
            { pointer in
                guard let pointer else { return 1 }
                return Unmanaged<Deadline>.fromOpaque(pointer).takeUnretainedValue().isOver ? 1 : 0
            }, Unmanaged.passUnretained(self).toOpaque())
    }

    private var isOver: Bool { end.map { $0 < .now } ?? false }
}
