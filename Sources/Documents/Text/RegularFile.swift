import Foundation

/// Files of strangers as bytes: only regular ones, only so much.
package enum RegularFile {
    package static func size(of path: String) throws(Diagnostic) -> Int {
        // Attributes of the file a symbolic link leads to: a device or pipe would never end.
        let real = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        let attributes: [FileAttributeKey: Any]
        do {
            attributes = try FileManager.default.attributesOfItem(atPath: real)
        } catch {
            throw problem(path, "there is no such file", hint: "check the path")
        }
        guard attributes[.type] as? FileAttributeType == .typeRegular else {
            throw problem(path, "this is not a regular file", hint: "name a file")
        }
        return (attributes[.size] as? NSNumber)?.intValue ?? 0
    }

    package static func start(of path: String, count: Int) throws(Diagnostic) -> [UInt8] {
        let file = try open(path)
        defer { try? file.close() }
        return try read(file, count, path)
    }

    package static func bytes(of path: String, most: Int) throws(Diagnostic) -> [UInt8] {
        let size = try size(of: path)
        guard size <= most else { throw problem(path, "the file has \(size) bytes, more than \(most)") }
        return try start(of: path, count: most)
    }

    /// Calls `receive` with one piece of the file after the other.
    package static func pieces(of path: String, size: Int = 1 << 16, receive: ([UInt8]) throws -> Void) throws {
        _ = try self.size(of: path)
        let file = try open(path)
        defer { try? file.close() }
        while true {
            let piece = try read(file, size, path)
            if piece.isEmpty { return }
            try receive(piece)
        }
    }

    private static func open(_ path: String) throws(Diagnostic) -> FileHandle {
        _ = try size(of: path)
        guard let file = FileHandle(forReadingAtPath: path) else {
            throw problem(path, "cannot be read", hint: "check its permissions")
        }
        return file
    }

    private static func read(_ file: FileHandle, _ count: Int, _ path: String) throws(Diagnostic) -> [UInt8] {
        do {
            return [UInt8](try file.read(upToCount: count) ?? Data())
        } catch {
            throw problem(path, "cannot be read: \(error.localizedDescription)")
        }
    }

    private static func problem(_ path: String, _ message: String, hint: String? = nil) -> Diagnostic {
        Diagnostic(at: Place(file: path, line: 1, column: 1), message, hint: hint)
    }
}
