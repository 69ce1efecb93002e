import Glibc

/// Looks at a path before SQLite does, so that nothing is ever written to a file that is not ours.
enum StoreHeader {
    private static let magic = Array("SQLite format 3\0".utf8)
    /// The header of an SQLite file is 100 bytes long; the application id stands at byte 68, big-endian.
    private static let size = 100
    private static let applicationID = 68..<72

    static func check(path: String, create: Bool) throws(StoreError) {
        var status = stat()
        guard stat(path, &status) == 0 else {
            guard create, errno == ENOENT else { throw .unusable(path: path, reason: reason(errno)) }
            return try checkFolder(of: path)
        }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .unusable(path: path, reason: "it is not a file") }
        guard status.st_size > 0 else { return }
        try check(header: try read(path), path: path)
    }

    private static func checkFolder(of path: String) throws(StoreError) {
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
        guard access(folder, F_OK) == 0 else {
            throw .unusable(path: path, reason: "the folder \"\(folder)\" does not exist")
        }
    }

    private static func check(header: [UInt8], path: String) throws(StoreError) {
        guard header.count == size, header.starts(with: magic) else {
            throw .foreign(path: path, reason: "it is not an SQLite file")
        }
        let id = header[applicationID].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        guard id == StoreFile.applicationID else {
            throw .foreign(path: path, reason: "it is an SQLite file of another program")
        }
    }

    private static func read(_ path: String) throws(StoreError) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .unusable(path: path, reason: reason(errno)) }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: size)
        let count = pread(descriptor, &bytes, size, 0)
        guard count >= 0 else { throw .unusable(path: path, reason: reason(errno)) }
        return Array(bytes.prefix(count))
    }

    static func reason(_ code: Int32) -> String { String(cString: strerror(code)) }
}
