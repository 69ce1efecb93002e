import Foundation
import Model
import Testing

@testable import Reports

@Suite struct SiteTests {
    private let pages = Page.example

    @Test func `the same picture gives the same bytes`() {
        #expect(Site.render(ExamplePicture.picture) == Site.render(ExamplePicture.picture))
    }

    @Test func `no page carries a style attribute, an event attribute or anything from outside`() {
        for page in pages {
            for forbidden in [
                " style=", " src=", " onclick=", " onload=", "<iframe", "<img", "javascript:", "@import", "url(",
            ] {
                #expect(!page.text.contains(forbidden), "\(page.path): \(forbidden)")
            }
        }
    }

    @Test func `every page allows exactly its own style and script`() throws {
        for page in pages {
            let policy = try #require(page.values(of: "content").first { $0.hasPrefix("default-src") })
            #expect(policy.hasPrefix("default-src &#39;none&#39;; style-src &#39;sha256-"))
            #expect(!policy.contains("unsafe"))
        }
    }

    @Test func `every link inside the report leads to a file and a place that exist`() {
        let files = Site.render(ExamplePicture.picture)
        let paths = Set(files.map(\.path))
        let anchors = Dictionary(
            pages.map { ($0.path, Set($0.values(of: "id"))) }, uniquingKeysWith: { first, _ in first })
        for page in pages {
            for link in page.values(of: "href") where !link.hasPrefix("http") && !link.hasPrefix("mailto:") {
                let parts = link.split(separator: "#", omittingEmptySubsequences: false).map(String.init)
                let target = parts[0].isEmpty ? page.path : parts[0]
                #expect(paths.contains(target), "\(page.path) links to \(link)")
                if parts.count == 2 {
                    #expect(anchors[target]?.contains(parts[1]) == true, "\(page.path) links to \(link)")
                }
            }
        }
    }

    @Test func `no page shows a value's description instead of its text`() {
        for page in pages {
            #expect(!page.text.contains("Reports.") && !page.text.contains("Optional("), "\(page.path)")
        }
    }

    @Test func `no id stands twice on a page`() {
        for page in pages {
            let ids = page.values(of: "id")
            #expect(ids.count == Set(ids).count, "\(page.path)")
        }
    }

    @Test func `both languages have the same structure`() throws {
        for page in pages where !page.path.hasSuffix(".en.html") {
            let twin = page.path.replacingOccurrences(of: ".html", with: ".en.html")
            let english = try #require(pages.first { $0.path == twin })
            #expect(page.elements == english.elements, "\(page.path)")
            #expect(page.values(of: "lang").first == "de" && english.values(of: "lang").first == "en")
        }
    }

    @Test func `every table has a caption, and every header cell says what it heads`() {
        for page in pages {
            #expect(page.elements.count { $0 == "table" } == page.elements.count { $0 == "caption" }, "\(page.path)")
            let heads = page.markup.components(separatedBy: "<th").dropFirst().filter { !$0.hasPrefix("ead") }
            #expect(heads.allSatisfy { $0.hasPrefix(" scope=\"") }, "\(page.path)")
        }
    }

    @Test func `every class a page may carry is in the stylesheet`() {
        for style in Style.allCases { #expect(Stylesheet.text.contains(".\(style.rawValue)"), "\(style)") }
    }

    @Test func `the manifest names every other file with its digest`() throws {
        let files = Site.render(ExamplePicture.picture)
        let manifest = try #require(files.last)
        #expect(manifest.path == "daten/manifest.json")
        let json = try #require(JSONSerialization.jsonObject(with: Data(manifest.bytes)) as? [String: Any])
        let entries = try #require(json["files"] as? [[String: Any]])
        #expect(entries.compactMap { $0["path"] as? String } == files.dropLast().map(\.path))
    }

    @Test func `a report for one body holds nothing of the others`() {
        let limited = ExamplePicture.picture.limited(to: "lk-cochem-zell")
        for file in Site.render(limited) {
            let text = String(decoding: file.bytes, as: UTF8.self)
            #expect(!text.contains("vulkaneifel") && !text.contains("bernkastel-wittlich.example"), "\(file.path)")
        }
    }

    @Test func `a rule that failed is named on the first screen`() throws {
        let rules = ExamplePicture.rules.map {
            Picture.Rule(text: $0.text, verdicts: [.notMeasured: 3], error: "no such column")
        }
        let page = try #require(
            Page.all(of: ExamplePicture.with(rules: Array(rules.prefix(1)))).first { $0.path == "index.html" })
        #expect(page.text.contains("konnte nicht urteilen") && page.text.contains("regel-tls-protocol-outdated.html"))
    }

    @Test func `a stricter body makes its page stricter`() throws {
        let page = try #require(pages.first { $0.path == "stelle-eifelkreis-bitburg-pruem.html" })
        #expect(page.text.contains("TLP:AMBER+STRICT"))
    }

    @Test func `more rows than a browser bears wait as data, and a page never has more than 500`() throws {
        let many = (0..<1_200).map { number in
            Picture.Endpoint(
                label: "host\(number).example:443", address: "192.0.2.1", port: 443, service: .https,
                body: "lk-cochem-zell",
                authorised: true, probes: [], lastMeasured: nil)
        }
        let page = try #require(Page.all(of: ExamplePicture.with(endpoints: many)).first { $0.path == "inventar.html" })
        #expect(page.elements.count { $0 == "tr" } == Listing.rowLimit + 1)
        let island = try #require(
            page.text.components(separatedBy: "id=\"inventar-mehr\">").last?.components(separatedBy: "</script>").first)
        let rows = try #require(JSONSerialization.jsonObject(with: Data(island.utf8)) as? [[String]])
        #expect(rows.count == 700)
        #expect(rows.last?.first == "host1199.example:443")
    }
}
