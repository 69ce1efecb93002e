import Foundation
import Testing

@testable import Reports

@Suite struct GoldenTests {
    /// `reports/example` in the project, found from this file.
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("reports/example")

    @Test func `the example report is what the example picture renders to`() throws {
        let files = Site.render(ExamplePicture.picture)
        if ProcessInfo.processInfo.environment["LAGEBILD_REWRITE_GOLDEN"] == "1" {
            try ReportWriter().write(files, to: Self.folder.path, replacing: true)
        }
        for file in files {
            let golden = try Data(contentsOf: Self.folder.appendingPathComponent(file.path))
            #expect(golden == Data(file.bytes), "reports/example/\(file.path) differs: make golden rewrites it")
        }
        let found = FileManager.default.enumerator(atPath: Self.folder.path)?.compactMap { $0 as? String } ?? []
        #expect(Set(found.filter { $0.contains(".") }) == Set(files.map(\.path)))
    }
}
