import CZip
import Glibc

/// The door to libzip: entries of a stranger's archive, each bounded before and while it is unpacked.
final class ZipArchive {
    private static let mostEntries: Int64 = 10_000
    /// Spreadsheets of repeated rows shrink to a hundredth; more is made to harm.
    private static let highestRatio: UInt64 = 500
    private static let alwaysAllowed: UInt64 = 4 << 20

    private let archive: OpaquePointer
    private let file: String

    init(_ bytes: [UInt8], file: String) throws(Diagnostic) {
        self.file = file
        // libzip reads from a copy of its own and frees it.
        guard let copy = malloc(max(1, bytes.count)) else { preconditionFailure("memory for a bounded file") }
        bytes.withUnsafeBytes { if let start = $0.baseAddress { copy.copyMemory(from: start, byteCount: $0.count) } }
        var error = zip_error_t()
        guard let source = zip_source_buffer_create(copy, zip_uint64_t(bytes.count), 1, &error) else {
            free(copy)
            throw ZipArchive.problem(file, "cannot be read")
        }
        guard let archive = zip_open_from_source(source, zip_flags_t(ZIP_RDONLY).signed, &error) else {
            let reason = String(cString: zip_error_strerror(&error))
            zip_source_free(source)
            throw ZipArchive.problem(file, "not a workbook: \(reason.lowercased())", hint: "is the file complete?")
        }
        self.archive = archive
        guard zip_get_num_entries(archive, 0) <= ZipArchive.mostEntries else {
            throw ZipArchive.problem(file, "the archive has more than \(ZipArchive.mostEntries) entries")
        }
    }

    deinit { zip_discard(archive) }

    /// `nil` where there is no such entry.
    func entry(_ name: String, most: Int) throws(Diagnostic) -> [UInt8]? {
        var status = zip_stat_t()
        guard zip_stat(archive, name, 0, &status) == 0 else { return nil }
        guard status.size <= most else {
            throw ZipArchive.problem(file, "\(name) has \(status.size) bytes, more than \(most)")
        }
        guard
            status.size <= ZipArchive.alwaysAllowed || status.size / max(1, status.comp_size) <= ZipArchive.highestRatio
        else {
            throw ZipArchive.problem(
                file, "\(name) unpacks to more than \(ZipArchive.highestRatio) times its size", hint: "save it anew")
        }
        guard let entry = zip_fopen(archive, name, 0) else { throw ZipArchive.problem(file, "\(name) cannot be read") }
        defer { zip_fclose(entry) }
        // One byte more than announced: an entry that lies about its size is refused.
        var bytes = [UInt8](repeating: 0, count: Int(status.size) + 1)
        var count = 0
        while count < bytes.count {
            let read = bytes.withUnsafeMutableBytes { buffer in
                zip_fread(entry, buffer.baseAddress?.advanced(by: count), zip_uint64_t(buffer.count - count))
            }
            guard read >= 0 else { throw ZipArchive.problem(file, "\(name) is damaged") }
            if read == 0 { break }
            count += Int(read)
        }
        guard count == Int(status.size) else { throw ZipArchive.problem(file, "\(name) is not as long as it says") }
        bytes.removeLast()
        return bytes
    }

    private static func problem(_ file: String, _ message: String, hint: String? = nil) -> Diagnostic {
        Diagnostic(at: Place(file: file, line: 1, column: 1), message, hint: hint)
    }
}

extension zip_flags_t {
    fileprivate var signed: Int32 { Int32(truncatingIfNeeded: self) }
}
