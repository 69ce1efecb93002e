import Documents
import Model
import Store

/// A rule pack as it judged, with all its files.
package struct KeptPack: Sendable, Equatable {
    package let name: String
    package let version: Int
    /// Over all files, hex.
    package let sha256: String
    /// Text by file name.
    package let files: [String: String]

    package init(name: String, version: Int, sha256: String, files: [String: String]) {
        self.name = name
        self.version = version
        self.sha256 = sha256
        self.files = files
    }
}

/// Which rule packs judged, run after run: what an auditor asks for, and what a fleet that pins a version goes on with.
struct PackHistory {
    let session: StoreSession
    let run: Run

    func record(_ packs: [KeptPack]) throws {
        var known: [String: String] = [:]
        try session.forEach("SELECT pack, sha256 FROM h_pack WHERE until_run IS NULL") {
            known[try $0.text("pack")] = try $0.text("sha256")
        }
        for pack in packs {
            if known.removeValue(forKey: pack.name) == pack.sha256 { continue }
            try end(pack.name)
            let text = JSONValue.object(
                pack.files.sorted { $0.key < $1.key }.map { JSONMember($0.key, .string($0.value)) }
            ).text(.canonical)
            try session.run(
                "INSERT INTO h_pack (pack, version, sha256, size, files, from_run) VALUES (?, ?, ?, ?, ?, ?)",
                pack.name, pack.version, pack.sha256, text.utf8.count, Deflate.compressed(Array(text.utf8)),
                run.sequence)
        }
        for pack in known.keys.sorted() { try end(pack) }
    }

    /// An interval that would be empty is taken away instead.
    private func end(_ pack: String) throws {
        try session.run("DELETE FROM h_pack WHERE pack = ? AND from_run = ?", pack, run.sequence)
        try session.run("UPDATE h_pack SET until_run = ? WHERE pack = ? AND until_run IS NULL", run.sequence, pack)
    }
}

extension InventoryStore {
    /// Remembers the packs that judged a run.
    package func record(packs: [KeptPack], in run: Run) throws {
        try file.write { try PackHistory(session: $0, run: run).record(packs) }
    }

    /// The version of a pack that judged last; `nil` where it never did.
    package func keptPack(_ name: String, version: Int) throws -> KeptPack? {
        try file.read { session in
            try session.first(
                "SELECT * FROM h_pack WHERE pack = ? AND version = ? ORDER BY from_run DESC LIMIT 1", name, version
            ) { row in
                let text: String
                do {
                    text = String(
                        decoding: try Deflate.whole(row.bytes("files"), size: row.integer("size")), as: UTF8.self)
                } catch let damage as Deflate.Damage {
                    throw SQLRow.missing("the files of pack \(name) (\(damage))")
                }
                var files: [String: String] = [:]
                for member in try JSONValue.read(text, source: "pack \(name)").members ?? [] {
                    if case .string(let content) = member.value { files[member.name] = content }
                }
                return KeptPack(name: name, version: version, sha256: try row.text("sha256"), files: files)
            }
        }
    }
}
