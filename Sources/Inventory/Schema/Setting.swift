import Store

/// What the store knows about itself, a text by name.
extension StoreSession {
    func setting(_ name: String) throws -> String? {
        try first("SELECT value FROM h_setting WHERE name = ?", name) { try $0.text("value") }
    }

    func keep(_ value: String, as setting: String) throws {
        try run(
            "INSERT INTO h_setting VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value", setting,
            value)
    }
}
