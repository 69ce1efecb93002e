import Documents
import Foundation
import Model
import Testing

@testable import Rules

private func fixtures(_ name: String) throws -> String {
    try #require(Bundle.module.resourceURL).appendingPathComponent("Fixtures/\(name)").path
}

@Test func `a control cannot be named where no catalogue is`() throws {
    let folder = try fixtures("alone/13")
    let log = DiagnosticLog()
    #expect(try RuleBook.load(folders: [folder], vocabulary: Shipped.vocabulary, log: log) == nil)
    let said = log.errors.map(\.description)
    #expect(
        said == [
            """
            \(folder)/rule.yaml:16:13: error: there is no catalogue to look controls up in
            hint: it is the folder 'controls' beside the shipped rule packs
            """
        ], "\(said)")
}

@Test func `packs of an officer's own are read with the shipped catalogue`() throws {
    let log = DiagnosticLog()
    let book = try RuleBook.load(
        folders: [fixtures("alone/13")], catalogues: ["\(Shipped.root)/rules"], vocabulary: Shipped.vocabulary, log: log
    )
    #expect(book?.rule("wrong-13")?.text.controls == [Control(.grundschutz2023, "APP.3.2.A11")])
}

@Test func `a wrong catalogue is refused with place and way out, and rules are not blamed for it`() throws {
    let folder = try fixtures("catalogue")
    let log = DiagnosticLog()
    let book = try RuleBook.load(
        folders: [fixtures("alone/13")], catalogues: [folder], vocabulary: Shipped.vocabulary, log: log)
    #expect(book == nil)
    let said = log.errors.map { fault in
        let message = fault.message.replacingOccurrences(of: "\(folder)/controls/", with: "")
        return "\(fault.file.split(separator: "/").last ?? ""):\(fault.line):\(fault.column): \(message)"
            + (fault.hint.map { " | \($0)" } ?? "")
    }
    #expect(
        said == [
            "a.yaml:6:24: 'mesured' is not one of measured, partly, people | did you mean 'measured'?",
            "a.yaml:7:38: a text in both languages lacks the key 'en' | en: English text.",
            "a.yaml:9:5: the control 'A.3' stands here already: line 8",
            "a.yaml:10:5: the control 'A.4' has a 'basis', which only Grundschutz++ has | leave it out",
            "b.yaml:6:5: the control 'K.1' lacks the key 'basis'"
                + " | basis: map where the BSI's draft mapping links it, own where we do",
            "d.yaml:2:1: 'wiba' has a file already: c.yaml | one framework, one file",
            "e.yaml:2:12: 'wibba' is not one of grundschutz_2023, grundschutz_plus_plus, wiba"
                + " | did you mean 'wiba'?",
            "e.yaml:4:10: 2023 is not text (YAML reads it as a number) | put it in quotes: \"2023\"",
            "e.yaml:5:11: the list is empty | name at least one",
        ], "\(said.joined(separator: "\n"))")
}

@Suite struct ShippedControls {
    @Test func `every rule names a control of Grundschutz and a checklist`() throws {
        for rule in try Shipped.book().rules {
            let frameworks = Set(rule.text.controls.map(\.framework))
            #expect(frameworks.contains(.wiba), "\(rule.id)")
            #expect(!frameworks.isDisjoint(with: [.grundschutz2023, .grundschutzPlusPlus]), "\(rule.id)")
        }
    }

    @Test func `what is called measured is judged by a rule that counts, and what needs people by none`() throws {
        let book = try Shipped.book()
        for entry in book.catalogue.entries {
            let rules = book.rules(naming: [entry.control])
            switch entry.support {
            case .measured: #expect(rules.contains { $0.text.status == .active }, "\(entry.control.id)")
            case .people: #expect(rules.map(\.id) == [], "\(entry.control.id)")
            case .partly: break
            }
        }
    }

    @Test func `a requirement of Grundschutz 2023 that a rule cites as its source is among its controls`() throws {
        for rule in try Shipped.book().rules {
            let cited = rule.text.references.filter { $0.document == "BSI IT-Grundschutz-Kompendium" }
                .compactMap(\.section)
            let named = rule.text.controls.filter { $0.framework == .grundschutz2023 }.map(\.id)
            #expect(Set(cited).isSubset(of: named), "\(rule.id)")
        }
    }

    @Test func `the catalogue has every framework with its edition, and the eighteen checklists`() throws {
        let catalogue = try Shipped.book().catalogue
        #expect(catalogue.sources.map(\.framework) == Control.Framework.allCases)
        #expect(catalogue.source(of: .grundschutzPlusPlus)?.edition == "2026-07-30")
        #expect(catalogue.ids(of: .wiba).count == 18)
        #expect(catalogue.ids(of: .grundschutz2023).count >= 60)
        #expect(catalogue.ids(of: .grundschutzPlusPlus).count >= 60)
    }

    @Test func `a requirement is found in any framework, whatever its case`() throws {
        let catalogue = try Shipped.book().catalogue
        #expect(catalogue.controls(named: "app.3.2.a11") == [Control(.grundschutz2023, "APP.3.2.A11")])
        #expect(catalogue.controls(named: "KONF.14.1") == [Control(.grundschutzPlusPlus, "KONF.14.1")])
        #expect(catalogue.controls(named: "netze") == [Control(.wiba, "Netze")])
        #expect(catalogue.controls(named: "APP.3.2") == [])
    }
}
