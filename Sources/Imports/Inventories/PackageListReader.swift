import Documents
import Model

/// Lists of `dpkg -l`, `dpkg-query -W` and `rpm -qa`.
enum PackageListReader {
    static func readDpkg(_ bytes: [UInt8], into sink: inout ImportSink) throws {
        try eachLine(of: bytes, &sink) { line, number, sink in
            let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
            // The second letter of `ii` is what is there: i for installed.
            if line.contains("\t"), words.count == 2 {
                try add("deb", words[0], words[1], number, &sink)
            } else if words.count >= 3, isState(words[0]) {
                if words[0].dropFirst().hasPrefix("i") { try add("deb", words[1], words[2], number, &sink) }
            } else if !isHead(line) {
                sink.refuse(number, "line \(number): '\(line.excerpt)' is no line of dpkg -l or dpkg-query -W")
            }
        }
    }

    static func readRPM(_ bytes: [UInt8], into sink: inout ImportSink) throws {
        try eachLine(of: bytes, &sink) { line, number, sink in
            guard let package = rpm(line) else {
                return sink.refuse(number, "line \(number): '\(line.excerpt)' is not NAME-VERSION-RELEASE.ARCH")
            }
            try add("rpm", package.name, package.version, number, &sink)
        }
    }

    static func isDpkg(_ line: String) -> Bool {
        if isHead(line) { return true }
        let words = line.split(whereSeparator: \.isWhitespace)
        let isQuery =
            line.contains("\t") && words.count == 2 && isDebianName(words[0]) && words[1].contains(where: \.isNumber)
        return isQuery || words.count >= 3 && isState(String(words[0])) && isDebianName(words[1])
    }

    static func isRPM(_ line: String) -> Bool { rpm(line) != nil }

    /// NAME-VERSION-RELEASE.ARCH, read from its end: names hold hyphens.
    private static func rpm(_ line: String) -> (name: String, version: String)? {
        let parts = line.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count >= 3, let release = parts.last, let dot = release.lastIndex(of: "."),
            dot > release.startIndex,
            architectures.contains(String(release[release.index(after: dot)...])), !line.contains(where: \.isWhitespace)
        else { return nil }
        let name = parts.dropLast(2).joined(separator: "-")
        let version = parts[parts.count - 2]
        return name.isEmpty || version.isEmpty ? nil : (name, "\(version)-\(release[..<dot])")
    }

    private static let architectures: Set<String> = [
        "noarch", "x86_64", "i386", "i486", "i586", "i686", "aarch64", "ppc64le", "s390x", "src", "(none)",
    ]

    private static func isState(_ word: String) -> Bool {
        (2...3).contains(word.utf8.count) && word.utf8.first.map("uihrp".utf8.contains) == true
            && word.utf8.dropFirst().first.map("ncHUFWti".utf8.contains) == true
    }

    private static func isHead(_ line: String) -> Bool {
        ["Desired=", "| Status=", "|/ Err?=", "||/ ", "+++-"].contains(where: line.hasPrefix)
    }

    private static func isDebianName(_ word: Substring) -> Bool {
        word.utf8.allSatisfy {
            (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || "+-.:".utf8.contains($0)
        }
    }

    private static func add(
        _ kind: String, _ name: String, _ version: String, _ line: Int, _ sink: inout ImportSink
    ) throws {
        let bare = name.split(separator: ":").first.map(String.init) ?? name
        var row = ImportedRow(.software, name: bare, place: "line \(line)")
        row.version = version
        row.purl = PackageName.url(kind, bare)
        try sink.add(row, line: line)
    }

    private static func eachLine(
        of bytes: [UInt8], _ sink: inout ImportSink, _ read: (String, Int, inout ImportSink) throws -> Void
    ) throws {
        for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            let line = line.last == 0x0D ? line.dropLast() : line
            guard !line.isEmpty else { continue }
            guard let text = String(validating: line, as: UTF8.self) else {
                sink.refuse(index + 1, "line \(index + 1): not UTF-8")
                continue
            }
            try read(text, index + 1, &sink)
        }
    }
}
