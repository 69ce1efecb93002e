import Foundation
import Imports

/// What a file is the newest of: the device it is about, else its name without the date in it, so that next month's list
/// takes the place of this month's. `web-01` and `web-02` stay two.
struct ImportSource {
    let name: String

    init(_ reading: ImportReading, file: String) {
        let format = reading.format.rawValue
        let subject = reading.subject ?? ""
        let words =
            subject.isEmpty ? Self.undated(URL(filePath: file).deletingPathExtension().lastPathComponent) : subject
        name = words.isEmpty ? format : "\(format):\(words)"
    }

    static func undated(_ name: String) -> String {
        let words = name.precomposedStringWithCanonicalMapping.lowercased().split { !$0.isLetter && !$0.isNumber }
            .map(String.init)
        var dated = Set(words.indices.filter { isDay(words[$0]) || months.contains(words[$0]) })
        for year in words.indices where isYear(words[year]) {
            let after = words[(year + 1)...].prefix(2).prefix { isShort($0) }.count
            let before = after > 0 ? 0 : words[..<year].suffix(2).reversed().prefix { isShort($0) }.count
            dated.formUnion((year - before)...(year + after))
        }
        return words.indices.filter { !dated.contains($0) }.map { words[$0] }.joined(separator: "-")
    }

    private static func isYear(_ word: String) -> Bool { Int(word).map { (1990...2099).contains($0) } ?? false }
    private static func isDay(_ word: String) -> Bool {
        word.count == 8 && isYear(String(word.prefix(4))) && Int(word) != nil
    }
    private static func isShort(_ word: String) -> Bool { word.count <= 2 && Int(word) != nil }

    private static let months: Set<String> = [
        "januar", "februar", "märz", "april", "mai", "juni", "juli", "august", "september", "oktober", "november",
        "dezember", "january", "february", "march", "may", "june", "july", "october", "december",
    ]
}
