/// A vendor's name without what its lawyers add: `Adobe Systems Incorporated` is `adobe systems`.
struct VendorName: Sendable {
    let key: NameKey

    init(_ text: String) {
        let words = NameKey(text).words
        var kept = words[...]
        while kept.count > 1, let last = kept.last, Self.legalForms.contains(last) { kept.removeLast() }
        key = NameKey(words: kept)
    }

    /// Whether two ways of writing may mean the same: one begins with the first word of the other.
    func agrees(with other: NameKey) -> Bool {
        guard let own = key.words.first, let their = other.words.first else { return true }
        return key.words.contains(their) || other.words.contains(own) || key.compact.hasPrefix(other.compact)
            || other.compact.hasPrefix(key.compact)
    }

    private static let legalForms: Set<String> = [
        "ab", "ag", "aps", "as", "bv", "co", "corp", "corporation", "eg", "ev", "foundation", "gbr", "ges", "gmbh",
        "group", "gruppe", "holding", "inc", "incorporated", "kg", "kgaa", "limited", "llc", "ltd", "mbh", "mit",
        "nv", "ohg", "oy", "plc", "project", "sa", "sarl", "sas", "se", "spa", "srl", "team", "ug", "und",
    ]
}

/// A name as lists hold it, taken apart: the words of the name and the version behind them.
///
/// Installers write `Adobe Acrobat Reader DC 23.001.20093 (64-bit) - Deutsch`; the product is the beginning of it.
struct SoftwareName: Sendable {
    /// From the name as written to the one with the least in it, without repetitions.
    let readings: [NameKey]
    /// What stood behind the name and looks like a version; empty where nothing did.
    let version: String

    init(_ text: String, vendor: String?) {
        let words = Self.words(text)
        let whole = NameKey(words: words.map(\.key))
        var rest = words[...]
        var version = ""
        Self.dropTail(&rest, Self.platforms)
        if let found = Self.version(behind: &rest) { version = found }
        Self.dropTail(&rest, Self.platforms)
        let bare = NameKey(words: rest.map(\.key))
        Self.dropTail(&rest, Self.legalForms)
        Self.dropTail(&rest, Self.editions.union(Self.platforms))
        if version.isEmpty, let found = Self.version(behind: &rest) { version = found }
        Self.dropTail(&rest, Self.editions.union(Self.platforms))
        let short = NameKey(words: rest.map(\.key))
        let vendorWords = vendor.map { VendorName($0).key.words } ?? []
        var readings: [NameKey] = []
        for reading in [whole, bare, short] {
            for name in [reading, Self.without(vendorWords, reading)]
            where !name.words.isEmpty && !readings.contains(name) {
                readings.append(name)
            }
        }
        self.readings = readings
        self.version = version
    }

    private struct Word {
        let key: String
        let written: String
    }

    /// Words of the name, each with how it was written; a version keeps its dots.
    private static func words(_ text: String) -> [Word] {
        text.prefix(300).split(whereSeparator: { $0.isWhitespace || "()[]{},;".contains($0) }).flatMap { piece in
            let written = String(piece)
            if isVersion(written) { return [Word(key: NameKey(written).compact, written: written)] }
            return NameKey(written).words.map { Word(key: $0, written: $0) }
        }
    }

    /// `23.001`, `v2.0`, `2019`, `7u80`, `10.0.1-3`: begins with a digit, at most a `v` before it.
    private static func isVersion(_ word: String) -> Bool {
        let lowered = word.lowercased()
        let digits = lowered.hasPrefix("v") ? lowered.dropFirst() : lowered[...]
        guard digits.first?.isASCII == true, digits.first?.isNumber == true else { return false }
        return !Self.platforms.contains(NameKey(word).compact)
            && digits.allSatisfy { $0.isASCII && ($0.isNumber || $0.isLetter || ".-+_~:".contains($0)) }
            && digits.prefix { $0.isNumber || ".-+_~:".contains($0) }.count * 2 >= digits.count
    }

    /// Takes the version off the end, with the word `Version` before it; never the only word there is.
    private static func version(behind words: inout ArraySlice<Word>) -> String? {
        var rest = words
        var found: [String] = []
        while rest.count > 1, let last = rest.last, isVersion(last.written) || Self.revisions.contains(last.key) {
            found.insert(last.written, at: 0)
            rest.removeLast()
        }
        guard let exact = found.first(where: { isVersion($0) }) else { return nil }
        dropTail(&rest, ["version", "ver", "release", "v"])
        words = rest
        let best = found.filter(isVersion).max { $0.count { $0 == "." } < $1.count { $0 == "." } } ?? exact
        return best.lowercased().hasPrefix("v") ? String(best.dropFirst()) : best
    }

    private static func dropTail(_ words: inout ArraySlice<Word>, _ unwanted: Set<String>) {
        while words.count > 1, let last = words.last, unwanted.contains(last.key) { words.removeLast() }
    }

    private static func without(_ vendor: [String], _ name: NameKey) -> NameKey {
        let common = zip(vendor, name.words).prefix { $0 == $1 }.count
        return common > 0 && common < name.words.count ? NameKey(words: name.words.dropFirst(common)) : name
    }

    private static let platforms: Set<String> = [
        "64bit", "32bit", "64", "32", "bit", "x64", "x86", "amd64", "win64", "win32", "windows", "linux", "de", "en",
        "deutsch", "german", "english", "englisch", "mui", "multilingual", "remove", "only", "user", "machine", "edition",
        "dedede", "enus",
    ]
    private static let editions: Set<String> = [
        "edition", "enterprise", "standard", "professional", "pro", "premium", "ultimate", "business", "community",
        "basic", "express", "client", "agent", "ltsc", "lts", "esr", "plus", "datacenter", "home", "free", "trial",
        "demo", "portable", "stable", "developer", "foundation", "advanced", "classic", "kommunal",
    ]
    private static let legalForms: Set<String> = ["gmbh", "ag", "se", "kg", "inc", "ltd", "llc", "corp", "corporation"]
    private static let revisions: Set<String> = ["r2", "sp1", "sp2", "sp3", "sp4", "build", "update", "cu", "rev"]
}
