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

/// A name as lists hold it, taken apart: what may be the name, and the version behind it.
///
/// Installers write `Adobe Acrobat Reader DC 23.001.20093 (64-bit) - Deutsch`; the product is the beginning of it.
struct SoftwareName: Sendable {
    /// One way to read it.
    struct Reading: Sendable, Equatable {
        let name: NameKey
        /// What stands behind the name and looks like a version; empty where nothing does.
        let version: String
    }

    /// From the whole name to the one with the least in it.
    let readings: [Reading]

    init(_ text: String, vendor: String?) {
        let vendorWords = vendor.map { VendorName($0).key.words } ?? []
        var readings: [Reading] = []
        func read(_ words: some Collection<Word>, version: String) {
            let name = NameKey(words: words.map(\.key))
            let bare = NameKey(words: words.map(\.key).filter { !Self.legalForms.contains($0) })
            for name in [name, bare, Self.without(vendorWords, name), Self.without(vendorWords, bare)]
            where !name.words.isEmpty && !readings.contains(where: { $0.name == name }) {
                readings.append(Reading(name: name, version: version))
            }
        }
        let words = Self.words(text)
        read(words, version: "")
        let tail = min(Self.longestTail, words.reversed().prefix(while: \.mayFollowAName).count, words.count - 1)
        for dropped in stride(from: 1, through: max(0, tail), by: 1) {
            read(words.dropLast(dropped), version: Self.version(in: words.suffix(dropped)))
        }
        self.readings = readings
    }

    private static let longestTail = 12

    private struct Word {
        let key: String
        let written: String

        /// `23.001`, `v2.0`, `2019`, `10.0.1-3`: begins with a digit, at most a `v` before it.
        var isVersion: Bool {
            let lowered = written.lowercased()
            let digits = lowered.hasPrefix("v") ? lowered.dropFirst() : lowered[...]
            guard digits.first?.isASCII == true, digits.first?.isNumber == true else { return false }
            return !SoftwareName.platforms.contains(key)
                && digits.allSatisfy { $0.isASCII && ($0.isNumber || $0.isLetter || ".-+_~:".contains($0)) }
                && digits.prefix { $0.isNumber || ".-+_~:".contains($0) }.count * 2 >= digits.count
        }

        var isRevision: Bool { SoftwareName.revisions.contains(key) }

        var mayFollowAName: Bool {
            isVersion || isRevision || SoftwareName.platforms.contains(key) || SoftwareName.editions.contains(key)
                || SoftwareName.legalForms.contains(key)
        }
    }

    /// Words of the name, each with how it was written; a version keeps its dots.
    private static func words(_ text: String) -> [Word] {
        text.prefix(300).split(whereSeparator: { $0.isWhitespace || "()[]{},;".contains($0) }).flatMap { piece in
            let whole = Word(key: NameKey(String(piece)).compact, written: String(piece))
            return whole.isVersion ? [whole] : NameKey(whole.written).words.map { Word(key: $0, written: $0) }
        }
    }

    /// The most exact version among the words, with the `R2` behind it.
    private static func version(in words: ArraySlice<Word>) -> String {
        let versions = words.indices.filter { words[$0].isVersion }
        guard let first = versions.first else { return "" }
        func dots(_ index: Int) -> Int { words[index].written.count { $0 == "." } }
        let best = versions.dropFirst().reduce(first) { dots($1) > dots($0) ? $1 : $0 }
        let written = words[best].written
        let number = written.lowercased().hasPrefix("v") ? String(written.dropFirst()) : written
        let hasRevision = words.indices.contains(best + 1) && words[best + 1].key == "r2"
        return hasRevision ? number + " R2" : number
    }

    private static func without(_ vendor: [String], _ name: NameKey) -> NameKey {
        let common = zip(vendor, name.words).prefix { $0 == $1 }.count
        return common > 0 && common < name.words.count ? NameKey(words: name.words.dropFirst(common)) : name
    }

    private static let platforms: Set<String> = [
        "64bit", "32bit", "64", "32", "bit", "x64", "x86", "amd64", "win64", "win32", "windows", "linux", "de", "en",
        "deutsch", "german", "english", "englisch", "mui", "multilingual", "remove", "only", "user", "machine",
        "edition", "dedede", "enus", "version", "ver", "release", "v",
    ]
    private static let editions: Set<String> = [
        "enterprise", "standard", "professional", "pro", "premium", "ultimate", "business", "community", "basic",
        "express", "client", "agent", "ltsc", "lts", "esr", "plus", "datacenter", "home", "free", "trial", "demo",
        "portable", "stable", "developer", "foundation", "advanced", "classic", "kommunal",
    ]
    private static let legalForms: Set<String> = ["gmbh", "inc", "ltd", "llc", "corp", "corporation", "incorporated"]
    private static let revisions: Set<String> = ["r2", "sp1", "sp2", "sp3", "sp4", "build", "update", "cu", "rev"]
}
