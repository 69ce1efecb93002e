import GRDBSQLite
import Model

/// What SQL functions need to know while they run: only the time of judging.
final class FunctionClock {
    let now: Timestamp

    init(_ now: Timestamp) { self.now = now }

    func daysUntil(_ text: String) -> Int? {
        Timestamp(rfc3339: text).map { ($0.seconds - now.seconds).flooredDays }
    }

    static func daysBetween(_ start: String, _ end: String) -> Int? {
        guard let start = Timestamp(rfc3339: start), let end = Timestamp(rfc3339: end) else { return nil }
        return (end.seconds - start.seconds).flooredDays
    }
}

extension Int {
    fileprivate var flooredDays: Int { self >= 0 ? self / 86_400 : -((-self + 86_399) / 86_400) }
}

/// Makes the project's functions known to a connection.
enum FunctionRegistration {
    static func register(on connection: OpaquePointer, clock: FunctionClock) {
        scalar("days_until", 1, on: connection, clock: clock) { context, _, arguments in
            guard let clock = sqlite3_user_data(context), let text = Argument.text(arguments?[0]) else {
                return sqlite3_result_null(context)
            }
            Answer.number(context, Unmanaged<FunctionClock>.fromOpaque(clock).takeUnretainedValue().daysUntil(text))
        }
        texts("days_between", on: connection) { context, _, arguments in
            Answer.number(context, Argument.pair(arguments).flatMap { FunctionClock.daysBetween($0, $1) })
        }
        texts("version_compare", on: connection) { context, _, arguments in
            Answer.number(context, Argument.pair(arguments).map { VersionOrder.compare($0, $1) })
        }
        texts("under_domain", on: connection) { context, _, arguments in
            Answer.number(context, Argument.pair(arguments).map { TextFunctions.underDomain($0, $1) ? 1 : 0 })
        }
        texts("starts_with", on: connection) { context, _, arguments in
            Answer.number(context, Argument.bytes(arguments).map { ByteComparison.starts($0, with: $1) ? 1 : 0 })
        }
        texts("ends_with", on: connection) { context, _, arguments in
            Answer.number(context, Argument.bytes(arguments).map { ByteComparison.ends($0, with: $1) ? 1 : 0 })
        }
        texts("contains", on: connection) { context, _, arguments in
            Answer.number(context, Argument.bytes(arguments).map { ByteComparison.contains($0, $1) ? 1 : 0 })
        }
        texts("has_directive", on: connection) { context, _, arguments in
            Answer.number(context, Argument.pair(arguments).map { TextFunctions.hasDirective($0, $1) ? 1 : 0 })
        }
        texts("directive_seconds", on: connection) { context, _, arguments in
            Answer.number(context, Argument.pair(arguments).flatMap { TextFunctions.directiveSeconds($0, $1) })
        }
        scalar("has_version", 1, on: connection, clock: clock) { context, _, arguments in
            Answer.number(context, Argument.text(arguments?[0]).map { TextFunctions.hasVersion($0) ? 1 : 0 })
        }
        SortedList.register(on: connection)
    }

    typealias Body = @convention(c) (OpaquePointer?, Int32, UnsafeMutablePointer<OpaquePointer?>?) -> Void

    static let flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS

    private static func texts(_ name: String, on connection: OpaquePointer, _ body: @escaping Body) {
        sqlite3_create_function_v2(connection, name, 2, flags, nil, body, nil, nil, nil)
    }

    /// `clock` must live as long as the connection.
    private static func scalar(
        _ name: String, _ count: Int32, on connection: OpaquePointer, clock: FunctionClock, _ body: @escaping Body
    ) {
        let pointer = Unmanaged.passUnretained(clock).toOpaque()
        sqlite3_create_function_v2(connection, name, count, flags, pointer, body, nil, nil, nil)
    }
}

/// Reads the arguments SQLite hands to a function; NULL stays absent.
enum Argument {
    static func text(_ value: OpaquePointer??) -> String? {
        guard let value = value ?? nil, let bytes = sqlite3_value_text(value) else { return nil }
        let count = Int(sqlite3_value_bytes(value))
        return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
    }

    /// Two texts where they lie, valid while the function runs: rules ask such questions of millions of rows.
    static func bytes(
        _ values: UnsafeMutablePointer<OpaquePointer?>?
    ) -> (UnsafeRawBufferPointer, UnsafeRawBufferPointer)? {
        guard let values, let first = bytes(values[0]), let second = bytes(values[1]) else { return nil }
        return (first, second)
    }

    private static func bytes(_ value: OpaquePointer?) -> UnsafeRawBufferPointer? {
        guard let value, let bytes = sqlite3_value_text(value) else { return nil }
        return UnsafeRawBufferPointer(start: bytes, count: Int(sqlite3_value_bytes(value)))
    }

    static func pair(_ values: UnsafeMutablePointer<OpaquePointer?>?) -> (String, String)? {
        guard let values, let first = text(values[0]), let second = text(values[1]) else { return nil }
        return (first, second)
    }
}

/// What a function gives back; absent is NULL.
enum Answer {
    static func number(_ context: OpaquePointer?, _ number: Int?) {
        guard let number else { return sqlite3_result_null(context) }
        sqlite3_result_int64(context, Int64(number))
    }
}
