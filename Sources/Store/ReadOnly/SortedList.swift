import GRDBSQLite

/// The aggregate `sorted_list`: its text does not depend on the order in which rows are read.
enum SortedList {
    static let shown = 20

    final class Values {
        var texts: Set<String> = []
    }

    static func register(on connection: OpaquePointer) {
        sqlite3_create_function_v2(
            connection, "sorted_list", 1, FunctionRegistration.flags, nil, nil,
            { context, _, arguments in
                guard let text = Argument.text(arguments?[0]), let slot = SortedList.slot(context) else { return }
                if slot.pointee == nil { slot.pointee = Unmanaged.passRetained(SortedList.Values()) }
                slot.pointee?.takeUnretainedValue().texts.insert(text)
            },
            { context in
                guard let values = SortedList.slot(context)?.pointee?.takeRetainedValue() else {
                    return sqlite3_result_null(context)
                }
                sqlite3_result_text(context, SortedList.joined(values.texts), -1, SortedList.transient)
            }, nil)
    }

    static func joined(_ texts: Set<String>) -> String {
        let sorted = texts.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        let list = sorted.prefix(shown).joined(separator: ", ")
        return sorted.count > shown ? "\(list), ... +\(sorted.count - shown)" : list
    }

    static let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

    /// Memory SQLite keeps for one group, zeroed at first.
    private static func slot(_ context: OpaquePointer?) -> UnsafeMutablePointer<Unmanaged<Values>?>? {
        sqlite3_aggregate_context(context, Int32(MemoryLayout<Unmanaged<Values>?>.stride))?
            .assumingMemoryBound(to: Unmanaged<Values>?.self)
    }
}
