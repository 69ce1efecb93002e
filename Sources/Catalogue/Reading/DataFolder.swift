import Documents
import Foundation

/// The YAML files of a folder, each read by one shape; everything wrong is in the log.
enum DataFolder {
    static func read<Value>(_ folder: String, as shape: YAMLShape<Value>, _ log: DiagnosticLog) -> [Value] {
        names(in: folder, log).compactMap { name in
            do throws(Diagnostic) {
                let path = "\(folder)/\(name)"
                return shape.read(try YAMLSource.read(TextFile.read(path), file: path), log)
            } catch {
                log.report(error)
                return nil
            }
        }
    }

    private static func names(in folder: String, _ log: DiagnosticLog) -> [String] {
        let start = Place(file: folder, line: 1, column: 1)
        guard let all = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
            log.error(at: start, "there is no such folder", hint: "check the path")
            return []
        }
        let names = all.filter { $0.hasSuffix(".yaml") }.sorted()
        if names.isEmpty { log.error(at: start, "the folder holds no .yaml file") }
        return names
    }
}
