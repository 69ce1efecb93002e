import Yams

/// Turns the text of a YAML file into positioned nodes; the only place that calls the YAML library.
///
/// Bounded: size, nesting and number of values have limits; anchors, aliases and tags are refused, because a
/// fleet or a rule never needs them and they are how a small file becomes a huge one.
package enum YAMLSource {
    package static let longestFile = 10 * 1_024 * 1_024
    static let deepestNesting = 64
    static let mostValues = 1_000_000

    /// The one document of a file. Throws a single `Diagnostic` where the text is not YAML at all.
    package static func read(_ text: String, file: String) throws(Diagnostic) -> YAMLNode {
        let start = Place(file: file, line: 1, column: 1)
        guard text.utf8.count <= longestFile else {
            throw Diagnostic(at: start, "the file has \(text.utf8.count) bytes, more than \(longestFile)")
        }
        let text = text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
        try AliasGuard.check(text, file: file)
        guard let (parser, root) = try compose(text, file: file) else {
            throw Diagnostic(at: start, "the file is empty", hint: "write what it is for, or leave the file out")
        }
        // The nodes hold their anchors weakly: the parser keeps them alive until they have been looked for.
        return try withExtendedLifetime(parser) { () throws(Diagnostic) -> YAMLNode in
            var composition = YAMLComposition(file: file)
            return try composition.node(from: root, depth: 0)
        }
    }

    private static func compose(_ text: String, file: String) throws(Diagnostic) -> (Parser, Node)? {
        do {
            let parser = try Parser(yaml: padded(text), resolver: .basic, encoding: .utf8)
            return try parser.singleRoot().map { (parser, $0) }
        } catch let error as YamlError {
            throw YAMLFault(error, text: text).diagnostic(file: file)
        } catch {
            throw Diagnostic(at: Place(file: file, line: 1, column: 1), "not valid YAML: \(error)")
        }
    }

    /// Yams 6.2.2 keeps a pointer into the string; Swift stores up to 15 bytes inline, where it would dangle.
    private static func padded(_ text: String) -> String {
        text.utf8.count >= 32 ? text : text + "\n" + String(repeating: "#", count: 32)
    }
}

/// Walks the library's nodes into ours, counting as it goes.
struct YAMLComposition {
    let file: String
    private var values = 0

    init(file: String) { self.file = file }

    mutating func node(from node: Node, depth: Int) throws(Diagnostic) -> YAMLNode {
        let place = place(of: node)
        try check(node, at: place, depth: depth)
        switch node {
        case .scalar(let scalar):
            return YAMLNode(.scalar(YAMLScalar(scalar.string, isPlain: scalar.style == .plain)), at: place)
        case .sequence(let sequence):
            var items: [YAMLNode] = []
            for item in sequence { items.append(try self.node(from: item, depth: depth + 1)) }
            return YAMLNode(.sequence(items), at: place)
        case .mapping(let mapping):
            var entries: [YAMLEntry] = []
            for (key, value) in mapping {
                entries.append(try entry(key: key, value: value, depth: depth))
            }
            return YAMLNode(.mapping(entries), at: place)
        case .alias:
            throw Diagnostic(at: place, "aliases are not supported", hint: "write the value out")
        }
    }

    private mutating func entry(key: Node, value: Node, depth: Int) throws(Diagnostic) -> YAMLEntry {
        let keyNode = try node(from: key, depth: depth + 1)
        guard let scalar = keyNode.scalar else {
            throw Diagnostic(at: keyNode.place, "a key must be a word, not \(keyNode.kind)")
        }
        return YAMLEntry(key: scalar, keyPlace: keyNode.place, value: try node(from: value, depth: depth + 1))
    }

    private mutating func check(_ node: Node, at place: Place, depth: Int) throws(Diagnostic) {
        values += 1
        guard values <= YAMLSource.mostValues else {
            throw Diagnostic(at: place, "the file has more than \(YAMLSource.mostValues) values")
        }
        guard depth <= YAMLSource.deepestNesting else {
            throw Diagnostic(at: place, "nested deeper than \(YAMLSource.deepestNesting) levels")
        }
        if let anchor = node.anchor {
            throw Diagnostic(
                at: place, "anchors and aliases are not supported: '&\(anchor.rawValue)'", hint: "write the value out")
        }
        let tag = node.tag.rawValue
        guard ["tag:yaml.org,2002:str", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map"].contains(tag) else {
            throw Diagnostic(at: place, "tags are not supported: '\(tag)'", hint: "write the value without it")
        }
    }

    private func place(of node: Node) -> Place {
        Place(file: file, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
    }
}
