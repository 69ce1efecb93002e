import Foundation
import Testing

@testable import Reports

@Suite struct ReportWriterTests {
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("lagebild-\(UUID().uuidString)")
    private let files = [
        ReportFile(path: "index.html", text: "eins"), ReportFile(path: "daten/manifest.json", text: "{}"),
    ]

    private func text(_ path: String) throws -> String {
        try String(contentsOf: folder.appendingPathComponent("bericht/\(path)"), encoding: .utf8)
    }

    private var target: String { folder.appendingPathComponent("bericht").path }

    @Test func `a report is written whole and leaves nothing beside it`() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try ReportWriter().write(files, to: target)
        #expect(try text("daten/manifest.json") == "{}")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["bericht"])
    }

    @Test func `an existing report is replaced only when told to`() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try ReportWriter().write(files, to: target)
        #expect(throws: ReportWriter.Failure.exists(target)) { try ReportWriter().write(files, to: target) }
        let newer = [ReportFile(path: "daten/manifest.json", text: "{}"), ReportFile(path: "neu.html", text: "zwei")]
        try ReportWriter().write(newer, to: target, replacing: true)
        #expect(try text("neu.html") == "zwei")
        #expect(try FileManager.default.contentsOfDirectory(atPath: target).sorted() == ["daten", "neu.html"])
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["bericht"])
    }

    @Test func `a folder that is no report is never replaced`() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: true)
        try Data("wichtig".utf8).write(to: URL(fileURLWithPath: target).appendingPathComponent("notizen.txt"))
        #expect(throws: ReportWriter.Failure.notAReport(target)) {
            try ReportWriter().write(files, to: target, replacing: true)
        }
        #expect(try text("notizen.txt") == "wichtig")
    }
}
