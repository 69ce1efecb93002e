import Foundation

/// Reads text files an operator wrote; every way this can fail is a `Diagnostic` at line 1.
package enum TextFile {
    package static func read(_ path: String) throws(Diagnostic) -> String {
        let start = Place(file: path, line: 1, column: 1)
        var isDirectory: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
            throw Diagnostic(at: start, "there is no such file", hint: "check the path")
        }
        guard !isDirectory.boolValue else {
            throw Diagnostic(at: start, "this is a folder, not a file", hint: "name the file in it")
        }
        let bytes = try contents(of: path, complainingAt: start)
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw Diagnostic(at: firstBadByte(bytes, path), "the file is not UTF-8", hint: "save it as UTF-8")
        }
        return text
    }

    private static func contents(of path: String, complainingAt start: Place) throws(Diagnostic) -> [UInt8] {
        do {
            // Attributes of the file a symbolic link leads to: a device or pipe would never end.
            let real = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
            let attributes = try FileManager.default.attributesOfItem(atPath: real)
            guard attributes[.type] as? FileAttributeType == .typeRegular else {
                throw Diagnostic(at: start, "this is not a regular file")
            }
            let size = (attributes[.size] as? NSNumber)?.intValue ?? 0
            guard size <= YAMLSource.longestFile else {
                throw Diagnostic(at: start, "the file has \(size) bytes, more than \(YAMLSource.longestFile)")
            }
            return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        } catch let diagnostic as Diagnostic {
            throw diagnostic
        } catch {
            throw Diagnostic(at: start, "cannot be read: \(error.localizedDescription)")
        }
    }

    private static func firstBadByte(_ bytes: [UInt8], _ path: String) -> Place {
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let bad = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil }
        return Place(file: path, line: (bad ?? 0) + 1, column: 1)
    }
}
