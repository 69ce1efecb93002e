import Foundation
import Model

/// Finds and reads the files a fleet includes, never outside the fleet file's folder.
struct FleetIncludes {
    private let folder: URL
    private let shown: String

    init(of file: String) {
        folder = URL(fileURLWithPath: file).deletingLastPathComponent().resolvingSymlinksInPath()
        shown = file.contains("/") ? String(file[...(file.lastIndex(of: "/") ?? file.startIndex)]) : ""
    }

    /// What one included file holds; `ids` also of bodies that are wrong.
    struct Content {
        var bodies: [Written<Body>] = []
        var ids: [String] = []
    }

    func read(_ patterns: [Placed<String>], _ log: DiagnosticLog) -> [Content] {
        files(patterns, log).map { read($0, log) }
    }

    /// The offers of all service lists.
    func offers(_ patterns: [Placed<String>], _ log: DiagnosticLog) -> [Written<OnlineOffer>] {
        files(patterns, log).flatMap { offers(in: $0, log) }
    }

    private func offers(in file: String, _ log: DiagnosticLog) -> [Written<OnlineOffer>] {
        do {
            let text = try TextFile.read(shown + file)
            if file.lowercased().hasSuffix(".csv") { return ServiceTable.read(text, file: shown + file, log) }
            let root = try YAMLSource.read(text, file: shown + file)
            return ServiceListKeys.mapping.fields(of: root, log)?[ServiceListKeys.offers] ?? []
        } catch {
            log.report(error)
            return []
        }
    }

    /// What all usage lists say.
    func usages(_ patterns: [Placed<String>], _ log: DiagnosticLog) -> [Written<Usage>] {
        files(patterns, log).flatMap { usages(in: $0, log) }
    }

    private func usages(in file: String, _ log: DiagnosticLog) -> [Written<Usage>] {
        do {
            let text = try TextFile.read(shown + file)
            if file.lowercased().hasSuffix(".csv") { return UsageTable.read(text, file: shown + file, log) }
            let root = try YAMLSource.read(text, file: shown + file)
            return UsageListKeys.mapping.fields(of: root, log)?[UsageListKeys.usage] ?? []
        } catch {
            log.report(error)
            return []
        }
    }

    /// Complains about a file that is not there, or not inside the folder.
    func require(_ file: Placed<String>?, _ log: DiagnosticLog) {
        if let file { _ = confined(existing(file, log), file, log) }
    }

    private func files(_ patterns: [Placed<String>], _ log: DiagnosticLog) -> [String] {
        var seen: Set<String> = []
        return patterns.flatMap { files(matching: $0, log) }.filter { seen.insert($0).inserted }
    }

    private func read(_ file: String, _ log: DiagnosticLog) -> Content {
        do {
            let root = try YAMLSource.read(TextFile.read(shown + file), file: shown + file)
            let isList = root.items != nil
            let bodies =
                isList
                ? BodyKeys.shape.list.read(root, log) : IncludedKeys.mapping.fields(of: root, log)?[IncludedKeys.bodies]
            let list = isList ? root : root[IncludedKeys.bodies.name]
            return Content(bodies: bodies ?? [], ids: FleetNames.ids(list))
        } catch {
            log.report(error)
            return Content()
        }
    }

    /// Paths relative to the folder, sorted; only the last part of a pattern may hold `*`.
    private func files(matching pattern: Placed<String>, _ log: DiagnosticLog) -> [String] {
        let parts = pattern.value.split(separator: "/").map(String.init)
        guard let name = parts.last, !parts.dropLast().contains(where: { $0.contains("*") }) else {
            log.error(at: pattern.place, "'\(pattern.value)' has a '*' in a folder name", hint: "write bodies/*.yaml")
            return []
        }
        let prefix = parts.dropLast().map { $0 + "/" }.joined()
        guard name.contains("*") else { return confined(existing(pattern, log), pattern, log) }
        let path = folder.appendingPathComponent(prefix).path
        // A folder that cannot be listed has no matching files, which is said below.
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        let found = names.filter { Wildcard(name).matches($0) && !$0.hasPrefix(".") }.sorted()
        if found.isEmpty {
            log.warning(
                at: pattern.place, "no file matches '\(pattern.value)'", hint: "paths begin at the fleet file's folder")
        }
        return confined(found.map { prefix + $0 }, pattern, log)
    }

    private func existing(_ file: Placed<String>, _ log: DiagnosticLog) -> [String] {
        if FileManager.default.fileExists(atPath: folder.appendingPathComponent(file.value).path) {
            return [file.value]
        }
        log.error(at: file.place, "there is no file '\(file.value)'", hint: "paths begin at the fleet file's folder")
        return []
    }

    /// Drops what a symbolic link leads out of the folder.
    private func confined(_ files: [String], _ pattern: Placed<String>, _ log: DiagnosticLog) -> [String] {
        files.filter { file in
            let real = folder.appendingPathComponent(file).resolvingSymlinksInPath().path
            if real.hasPrefix(folder.path.hasSuffix("/") ? folder.path : folder.path + "/") { return true }
            log.error(
                at: pattern.place, "'\(file)' lies outside the fleet file's folder", hint: "copy it into the folder")
            return false
        }
    }
}

/// The keys of an included file that is not a bare list.
private enum IncludedKeys {
    static let bodies = YAMLKey.required("bodies", BodyKeys.shape.list, "further bodies")
    static let mapping = YAMLMapping("an included file", [bodies.declaration])
}

/// A file name pattern in which `*` stands for any characters.
struct Wildcard {
    private let parts: [Substring]

    init(_ pattern: String) { parts = pattern.split(separator: "*", omittingEmptySubsequences: false) }

    func matches(_ name: String) -> Bool {
        guard let first = parts.first, let last = parts.last, parts.count > 1 else {
            return parts.first.map(String.init) == name
        }
        guard name.count >= first.count + last.count, name.hasPrefix(first), name.hasSuffix(last) else { return false }
        var rest = name.dropFirst(first.count).dropLast(last.count)
        for part in parts.dropFirst().dropLast() where !part.isEmpty {
            guard let range = rest.firstRange(of: part) else { return false }
            rest = rest[range.upperBound...]
        }
        return true
    }
}
