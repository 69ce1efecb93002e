import Glibc

/// Held by the one scan that writes to a store; the kernel lets go of it when the process ends, however it ends.
///
/// It lies in a file of its own beside the store: SQLite uses locks on the store itself.
package final class StoreLock: Sendable {
    private let descriptor: Int32

    package init(store path: String) throws(StoreError) {
        let lockPath = path + ".lock"
        let descriptor = open(lockPath, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw .notWritable(path: lockPath, reason: StoreHeader.reason(errno)) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let holder = StoreLock.holder(descriptor)
            close(descriptor)
            throw .locked(path: path, holder: holder)
        }
        self.descriptor = descriptor
        StoreLock.write("\(getpid())\n", to: descriptor)
    }

    /// Unlocked before it is closed: a child being started at this moment may still hold a copy of the descriptor.
    deinit {
        flock(descriptor, LOCK_UN)
        close(descriptor)
    }

    private static func holder(_ descriptor: Int32) -> String {
        var bytes = [UInt8](repeating: 0, count: 16)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        let text = String(decoding: bytes.prefix(max(0, count)).prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
        return Int32(text).map { "process \($0)" } ?? "process unknown"
    }

    /// For the message of whoever comes second; the lock itself does not depend on it.
    private static func write(_ text: String, to descriptor: Int32) {
        ftruncate(descriptor, 0)
        _ = pwrite(descriptor, text, text.utf8.count, 0)
    }
}
