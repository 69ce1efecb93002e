import Foundation
import Store
import Testing

@Suite final class StoreFileTests {
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("lagebild-\(UUID().uuidString)")
    private var path: String { folder.appendingPathComponent("a.sqlite").path }
    private let first = StoreMigration(name: "1", sql: "CREATE TABLE t (a INTEGER NOT NULL, b TEXT) STRICT")
    private let second = StoreMigration(name: "2", sql: "CREATE TABLE u (a TEXT NOT NULL) STRICT")

    init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }
    deinit { try? FileManager.default.removeItem(at: folder) }

    private func open(_ migrations: [StoreMigration], create: Bool = true) throws -> StoreFile {
        try StoreFile(path: path, migrations: migrations, create: create)
    }

    @Test func `migrations run once, in order, and later ones are added`() throws {
        let file = try open([first])
        try file.write { try $0.run("INSERT INTO t VALUES (?, ?)", 1, "one") }
        try file.close()
        let again = try open([first, second])
        #expect(try again.read { try $0.count("SELECT count(*) FROM t") } == 1)
        #expect(try again.read { try $0.count("SELECT count(*) FROM u") } == 0)
    }

    @Test func `a store of a later version is refused and not touched`() throws {
        try open([first, second]).close()
        let before = try Data(contentsOf: URL(fileURLWithPath: path))
        #expect(throws: StoreError.newer(path: path)) { try open([first]) }
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    }

    @Test(arguments: [
        "", "x", "SQLite format 3", "SQLite format 3\0", "%PDF-1.7 and more", String(repeating: "ä", count: 5_000),
    ])
    func `a file that is no store is refused and not touched, an empty one becomes a store`(content: String) throws {
        try Data(content.utf8).write(to: URL(fileURLWithPath: path))
        if content.isEmpty {
            try open([first]).close()
        } else {
            #expect(throws: StoreError.foreign(path: path, reason: "it is not an SQLite file")) { try open([first]) }
            #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == Data(content.utf8))
        }
    }

    @Test func `another program's SQLite file is refused`() throws {
        try open([first]).close()
        var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        bytes[68] = 0
        try bytes.write(to: URL(fileURLWithPath: path))
        #expect(throws: StoreError.foreign(path: path, reason: "it is an SQLite file of another program")) {
            try open([first])
        }
    }

    @Test func `a damaged store is one clear error, wherever it was cut`() throws {
        let file = try open([first])
        try file.write { session in
            for number in 0..<2_000 { try session.run("INSERT INTO t VALUES (?, ?)", number, "a text of some length") }
        }
        try file.close()
        let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        for length in stride(from: 200, to: bytes.count, by: bytes.count / 7) {
            try bytes.prefix(length).write(to: URL(fileURLWithPath: path))
            #expect {
                try open([first]).read { try $0.rows("SELECT b FROM t") { try $0.text("b") } }
            } throws: { error in
                guard case .damaged? = error as? StoreError else { return false }
                return "\(error)".hasPrefix("\(path): the store is damaged: ")
            }
        }
    }

    @Test func `a path that cannot be a store is one clear error`() throws {
        #expect(throws: StoreError.unusable(path: folder.path, reason: "it is not a file")) {
            try StoreFile(path: folder.path, migrations: [first])
        }
        let nowhere = folder.appendingPathComponent("no/a.sqlite").path
        let reason = "the folder \"\(folder.path)/no/\" does not exist"
        #expect(throws: StoreError.unusable(path: nowhere, reason: reason)) {
            try StoreFile(path: nowhere, migrations: [first])
        }
        #expect(throws: StoreError.unusable(path: path, reason: "No such file or directory")) {
            try open([first], create: false)
        }
    }

    @Test func `a transaction that fails leaves nothing`() throws {
        let file = try open([first])
        #expect(throws: StoreError.self) {
            try file.write { session in
                try session.run("INSERT INTO t VALUES (?, ?)", 1, "one")
                try session.run("INSERT INTO t VALUES (?, ?)", nil as Int?, "two")
            }
        }
        #expect(try file.read { try $0.count("SELECT count(*) FROM t") } == 0)
    }

    @Test func `a NUL in a hostile text does not cut it`() throws {
        let file = try open([first])
        try file.write { try $0.run("INSERT INTO t VALUES (?, ?)", 1, "before\0after") }
        #expect(try file.read { try $0.rows("SELECT b FROM t") { try $0.text("b") } } == ["before\u{FFFD}after"])
    }

    @Test func `a value of an unexpected type is a damaged store, not a trap`() throws {
        let file = try open([first])
        try file.write { try $0.run("INSERT INTO t VALUES (?, ?)", 1, nil as String?) }
        #expect(throws: StoreError.damaged(path: path, reason: "column b does not hold text")) {
            try file.read { try $0.first("SELECT b FROM t") { try $0.text("b") } }
        }
        #expect(throws: StoreError.damaged(path: path, reason: "column a does not hold a time")) {
            try file.read { try $0.first("SELECT 'x' AS a FROM t") { try $0.time("a") } }
        }
    }

    @Test func `the lock is held by one at a time`() throws {
        let path = self.path
        let lock = try StoreLock(store: path)
        withExtendedLifetime(lock) { _ = #expect(throws: StoreError.self) { try StoreLock(store: path) } }
    }

    @Test func `a lock let go is free for the next`() throws {
        for _ in 1...2 { _ = try StoreLock(store: path) }
    }
}
