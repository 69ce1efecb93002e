/// Reads delimited text of strangers row by row (RFC 4180, with semicolons, tabs and lone line feeds as offices write it).
package struct DelimitedReader {
    /// One row: its cells and the line it starts at, or what is wrong with it.
    package enum Row: Sendable, Equatable {
        case cells([String], line: Int)
        case wrong(String, line: Int)
    }

    package static let longestCell = 1 << 16
    package static let mostCells = 500
    /// After so many rows with a broken quotation the file is given up.
    private static let mostBroken = 1_000

    package let encoding: TextEncoding
    package let separator: UInt8
    private let bytes: [UInt8]
    private var offset = 0
    private var line = 1
    private var broken = 0

    /// `nil` where the bytes are not of the encoding their mark says.
    package init?(_ bytes: [UInt8]) {
        let marked = TextEncoding.guess(from: Array(bytes.prefix(4)))
        let isUTF8 = marked != .utf16 && String(validating: bytes, as: UTF8.self) != nil
        encoding = marked == .utf16 ? .utf16 : isUTF8 ? .utf8 : .windows1252
        if encoding == .utf16 {
            guard let text = TextEncoding.utf16.decode(bytes) else { return nil }
            self.bytes = Array(text.utf8)
        } else {
            self.bytes = bytes
        }
        if self.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
        separator = Self.separator(of: self.bytes[offset...])
    }

    /// The next row; `nil` at the end.
    package mutating func next() -> Row? {
        guard offset < bytes.count else { return nil }
        guard broken < Self.mostBroken else {
            offset = bytes.count
            return .wrong("too many rows with a quotation mark that is not closed", line: line)
        }
        let (start, startLine) = (offset, line)
        var cells: [String] = []
        while true {
            guard let cell = readCell() else {
                broken += 1
                (offset, line) = (start, startLine)
                skipLine()
                return .wrong(
                    "a quotation mark is not closed, or a cell is longer than \(Self.longestCell) bytes",
                    line: startLine)
            }
            cells.append(cell)
            if offset < bytes.count, bytes[offset] == separator, cells.count < Self.mostCells {
                offset += 1
                continue
            }
            break
        }
        let isWhole = offset >= bytes.count || bytes[offset] != separator
        skipLine()
        return isWhole ? .cells(cells, line: startLine) : .wrong("more than \(Self.mostCells) cells", line: startLine)
    }

    private mutating func readCell() -> String? {
        guard offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") else { return readBare() }
        var cell: [UInt8] = []
        var here = offset + 1
        var lines = 0
        while here < bytes.count, cell.count <= Self.longestCell {
            let byte = bytes[here]
            if byte == UInt8(ascii: "\"") {
                if here + 1 < bytes.count, bytes[here + 1] == byte {
                    here += 1
                } else {
                    offset = here + 1
                    line += lines
                    // What stands between the closing mark and the separator belongs to the cell, as spreadsheets do it.
                    return readBare().map { decode(cell[...]) + $0 }
                }
            }
            if byte == UInt8(ascii: "\n") { lines += 1 }
            cell.append(byte)
            here += 1
        }
        return nil
    }

    private mutating func readBare() -> String? {
        let start = offset
        while offset < bytes.count, bytes[offset] != separator, bytes[offset] != 0x0A, bytes[offset] != 0x0D {
            offset += 1
        }
        return offset - start > Self.longestCell ? nil : decode(bytes[start..<offset])
    }

    private mutating func skipLine() {
        while offset < bytes.count, bytes[offset] != 0x0A, bytes[offset] != 0x0D { offset += 1 }
        if offset < bytes.count, bytes[offset] == 0x0D { offset += 1 }
        if offset < bytes.count, bytes[offset] == 0x0A { offset += 1 }
        line += 1
    }

    private func decode(_ bytes: ArraySlice<UInt8>) -> String {
        encoding == .windows1252
            ? String(String.UnicodeScalarView(bytes.map(TextEncoding.windows1252Scalar)))
            : String(decoding: bytes, as: UTF8.self)
    }

    /// The sign that divides the first lines most evenly; `sep=;` in the first line says it, as Excel reads it.
    private static func separator(of bytes: ArraySlice<UInt8>) -> UInt8 {
        if bytes.starts(with: "sep=".utf8), let sign = bytes.dropFirst(4).first { return sign }
        let lines = bytes.prefix(1 << 15).split(maxSplits: 20, whereSeparator: { $0 == 0x0A || $0 == 0x0D }).prefix(20)
        let signs = [UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: ",")]
        let scores = signs.map { sign in lines.count { $0.contains(sign) } }
        let best = scores.max() ?? 0
        return signs[scores.firstIndex(of: best) ?? 0]
    }
}
