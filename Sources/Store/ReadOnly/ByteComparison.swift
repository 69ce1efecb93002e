import Glibc

/// Comparisons of texts byte by byte, where they lie.
enum ByteComparison {
    static func starts(_ text: UnsafeRawBufferPointer, with start: UnsafeRawBufferPointer) -> Bool {
        guard let from = text.baseAddress, let wanted = start.baseAddress, start.count <= text.count else {
            return start.isEmpty
        }
        return memcmp(from, wanted, start.count) == 0
    }

    static func ends(_ text: UnsafeRawBufferPointer, with end: UnsafeRawBufferPointer) -> Bool {
        guard let from = text.baseAddress, let wanted = end.baseAddress, end.count <= text.count else {
            return end.isEmpty
        }
        return memcmp(from + (text.count - end.count), wanted, end.count) == 0
    }

    static func contains(_ text: UnsafeRawBufferPointer, _ part: UnsafeRawBufferPointer) -> Bool {
        guard let from = text.baseAddress, let wanted = part.baseAddress, part.count <= text.count, part.count > 0
        else {
            return part.isEmpty
        }
        var position = 0
        let last = text.count - part.count
        while position <= last, let found = memchr(from + position, Int32(part[0]), last - position + 1) {
            if memcmp(found, wanted, part.count) == 0 { return true }
            position = from.distance(to: UnsafeRawPointer(found)) + 1
        }
        return false
    }
}
