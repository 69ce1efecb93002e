import Documents
import Foundation
import Model
import Testing

@testable import Rules

@Suite struct ShippedRules {
    @Test func `all load without a word of complaint`() throws {
        #expect(try Shipped.book().rules.count >= 30)
    }

    @Test func `every example gets its verdict`() throws {
        for rule in try Shipped.book().rules {
            for failure in try RuleExamples(rule, vocabulary: Shipped.vocabulary).failures() {
                Issue.record("\(failure)")
            }
        }
    }

    /// Of two packs here; `make check` does the same for all of them.
    @Test func `an example notices every small mistake in a query`() async throws {
        let rules = try Shipped.book().rules.filter { ["ssh", "web"].contains($0.text.pack) }
        #expect(rules.count > 20)
        let reports = try await withThrowingTaskGroup(of: RuleMutation.Report.self) { group in
            for rule in rules {
                group.addTask { try RuleMutation.test(rule, vocabulary: Shipped.vocabulary) }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        for report in reports {
            for survivor in report.survivors { Issue.record("\(survivor)") }
            #expect(report.idleEquivalents.isEmpty)
        }
        let killed = reports.map(\.killed).reduce(0, +)
        print("mutants: \(killed) of \(reports.map(\.total).reduce(0, +)) noticed")
    }

    @Test func `what takes malformed messages is assessed only where they are allowed`() throws {
        let rules = try Shipped.book().rules.filter { $0.tables.contains("tls_weakness") }
        #expect(rules.count >= 9)
        #expect(rules.filter { $0.text.scope != "intrusive_endpoint" }.map(\.id) == [])
    }

    @Test func `at least thirty rules count`() throws {
        #expect(try Shipped.book().rules.filter { $0.text.status == .active }.count >= 30)
    }
}
