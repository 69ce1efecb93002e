import Foundation
import Model
import Testing

@testable import Scanning

@Suite struct ProbesTests {
    private let all = Probes.all(trust: .none, software: NoSoftware())

    @Test func `a probe is one folder and one line`() throws {
        let folders = try FileManager.default.contentsOfDirectory(atPath: sources + "/Scanning/Probes")
            .filter { !$0.hasSuffix(".swift") }
        let registered = all.map { "\(type(of: $0))".replacing("Probe", with: "") }
        #expect(registered.sorted() == folders.sorted())
        #expect(Set(all.map(\.name)).count == folders.count)
        for probe in all { #expect("\(type(of: probe))".lowercased() == probe.name.replacing("_", with: "") + "probe") }
    }

    @Test func `every fact type has exactly the columns of its table`() throws {
        // Mirror needs a value, so the properties are read from the declarations.
        let tables = Probes.vocabulary.tables
        var seen: Set<String> = []
        for file in try swiftFiles(under: sources + "/Scanning") {
            for declaration in try FactDeclaration.all(in: String(contentsOfFile: file, encoding: .utf8)) {
                let table = try #require(tables.first { $0.name == declaration.table }, "\(declaration.table)")
                #expect(declaration.columns == table.columns.map(\.name), "\(declaration.table)")
                seen.insert(declaration.table)
            }
        }
        #expect(seen == Set(tables.map(\.name)))
    }

    @Test func `every service is asked by a probe, and every table and column has a sentence`() {
        for service in Service.allCases {
            #expect(all.contains { $0.services.contains(service) }, "\(service)")
        }
        for table in Probes.vocabulary.tables {
            #expect(table.sentence.hasSuffix("."))
            for column in table.columns { #expect(column.sentence.hasSuffix("."), "\(table.name).\(column.name)") }
        }
    }

    private var sources: String {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Sources").path
    }

    private func swiftFiles(under path: String) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: path).filter { $0.hasSuffix(".swift") }
            .map { path + "/" + $0 }
    }
}

/// A `struct ...: Fact` as its source declares it.
private struct FactDeclaration {
    let table: String
    /// Stored properties in snake_case, in their order.
    let columns: [String]

    static func all(in source: String) -> [FactDeclaration] {
        source.components(separatedBy: "\n}").compactMap { part in
            guard let start = part.range(of: ": Fact {"), let name = part.range(of: "FactTable(\n        \"") else {
                return nil
            }
            let properties = part[start.upperBound..<name.lowerBound].split(separator: "\n").compactMap { line in
                let words = line.split(separator: " ")
                return words.first == "let" ? words[1].filter { $0 != ":" && $0 != "`" } : nil
            }
            return FactDeclaration(
                table: String(part[name.upperBound...].prefix { $0 != "\"" }), columns: properties.map(snakeCased))
        }
    }

    private static func snakeCased(_ name: String) -> String {
        name.reduce(into: "") { $0 += $1.isUppercase ? "_" + $1.lowercased() : String($1) }
    }
}
