import Foundation

@testable import Reports

/// What tests read from a rendered page, with patterns as simple as the pages are regular.
struct Page {
    let path: String
    let text: String

    init(_ file: ReportFile) {
        path = file.path
        text = String(decoding: file.bytes, as: UTF8.self)
    }

    /// The example, rendered once for all tests that read it.
    static let example = all(of: ExamplePicture.picture)

    static func all(of picture: Picture) -> [Page] {
        Site.render(picture).filter { $0.path.hasSuffix(".html") }.map(Page.init)
    }

    /// Every value of an attribute.
    func values(of attribute: String) -> [String] {
        text.components(separatedBy: " \(attribute)=\"").dropFirst().map { $0.components(separatedBy: "\"")[0] }
    }

    /// Names of all elements in order, without what scripts and styles contain.
    var elements: [String] {
        markup.components(separatedBy: "<").dropFirst().map { part in String(part.prefix { !" >\n".contains($0) }) }
    }

    /// The page without the content of style and script.
    var markup: String {
        var rest = text[...]
        var result = ""
        while let start = ["<style>", "<script"].compactMap({ rest.range(of: $0) }).min(by: {
            $0.lowerBound < $1.lowerBound
        }) {
            result += rest[..<start.lowerBound]
            let end = rest[start.upperBound...].range(of: rest[start] == "<style>"[...] ? "</style>" : "</script>")
            rest = end.map { rest[$0.upperBound...] } ?? ""
        }
        return result + rest
    }
}
