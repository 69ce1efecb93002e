import Documents
import Foundation
import Model
import Patterns

/// One `<fingerprint>` of a Recog file.
struct RecogEntry {
    private let element: XMLElement
    private let file: String
    private let source: String

    init(_ element: XMLElement, file: String, source: String) {
        self.element = element
        self.file = file
        self.source = source
    }

    /// `nil` where it names no service's product: such an entry tells only the system, or that nothing can be told.
    func fingerprint(for catalogue: Catalogue) throws(Diagnostic) -> Fingerprint? {
        let pattern = try pattern()
        guard let name = value("service.product") ?? value("hw.product") ?? value("os.product") else { return nil }
        let vendor = value("service.vendor") ?? value("hw.vendor") ?? value("os.vendor")
        let cpe = value("service.cpe23") ?? value("hw.cpe23") ?? value("os.cpe23")
        let product = catalogue.normalise(RawSoftware(name: name, vendor: vendor, cpe: cpe)).product
        return Fingerprint(
            product: product ?? Self.id(name, vendor), sources: [source], pattern: pattern,
            version: try version(of: pattern), cpe: cpe, purl: nil, strength: strength, mark: .known,
            examples: try element.children(named: "example").map { example throws(Diagnostic) in
                Fingerprint.Example(
                    text: try text(of: example), version: example["service.version"], place: place(of: example))
            }, counterexamples: [], place: place(of: element), series: file)
    }

    private func place(of element: XMLElement) -> Place {
        Place(file: file, line: element.line, column: element.column)
    }

    /// Ruby's flags in RE2's words.
    private func pattern() throws(Diagnostic) -> Pattern {
        guard let source = element["pattern"], !source.isEmpty else {
            throw Diagnostic(at: place(of: element), "a fingerprint without a pattern")
        }
        let flags = element["flags"] ?? ""
        let isMultiline = flags.contains("REG_MULTILINE") || flags.contains("REG_DOT_NEWLINE")
        // In Ruby ^ and $ mean lines whatever the flags, and MULTILINE lets the dot take their ends.
        let prefix = isMultiline ? "(?ms)" : "(?m)"
        do throws(PatternError) {
            return try Pattern(prefix + source, ignoringCase: flags.contains("REG_ICASE"))
        } catch {
            throw Diagnostic(
                at: place(of: element), "RE2 does not take the pattern: \(error)",
                hint: "this fingerprint is left out; the others of the file count")
        }
    }

    private func parameter(_ name: String) -> XMLElement? {
        element.children(named: "param").first { $0["name"] == name }
    }

    /// A value the entry states; one that is taken from the text or made of others is `nil`.
    private func value(_ name: String) -> String? {
        guard let found = parameter(name), found["pos"] ?? "0" == "0", let value = found["value"], !value.isEmpty else {
            return nil
        }
        // `cpe:/a:f5:nginx:{service.version}`: the parts in braces are filled from the text, the product is not.
        guard let brace = value.firstIndex(of: "{") else { return value }
        return name.hasSuffix(".cpe23") ? value[..<brace] + "*" : nil
    }

    private func version(of pattern: Pattern) throws(Diagnostic) -> Fingerprint.VersionPart {
        guard let found = parameter("service.version") else { return .none }
        guard let written = found["pos"], let group = Int(written), group > 0 else {
            return found["value"].map(Fingerprint.VersionPart.stated) ?? .none
        }
        guard group <= pattern.groups else {
            throw Diagnostic(
                at: place(of: found), "the version is group \(group), the pattern has \(pattern.groups)",
                hint: "this fingerprint is left out; the others of the file count")
        }
        return .group(group)
    }

    /// Recog says how sure an entry is, from 0 to 1; without a word it is the product's own banner.
    private var strength: Fingerprint.Strength {
        guard let certainty = element.children(named: "param").first(where: { $0["name"] == "service.certainty" }),
            let value = certainty["value"].flatMap({ Double($0) })
        else { return .strong }
        return value < 0.5 ? .weak : .strong
    }

    private func text(of example: XMLElement) throws(Diagnostic) -> String {
        guard example["_filename"] == nil else {
            throw Diagnostic(
                at: place(of: example), "an example in a file of its own is not read",
                hint: "write the text into the element")
        }
        guard example["_encoding"] == "base64" else { return example.text }
        guard let bytes = Data(base64Encoded: example.text, options: .ignoreUnknownCharacters) else {
            throw Diagnostic(at: place(of: example), "the example is not valid base64")
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// `Apache`, `Coyote` becomes `apache-coyote`.
    private static func id(_ name: String, _ vendor: String?) -> String {
        let words = NameKey(name).words
        let vendorWords = vendor.map { VendorName($0).key.words } ?? []
        let all = words.starts(with: vendorWords) ? words : vendorWords + words
        return String(all.joined(separator: "-").prefix(64))
    }
}
