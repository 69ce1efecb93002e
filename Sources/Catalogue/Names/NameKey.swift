/// A name as far as it tells products apart: words in lower case without umlauts, accents and punctuation.
struct NameKey: Sendable, Equatable {
    /// `SAP S/4HANA` is `[sap, s, 4hana]`.
    let words: [String]

    init(_ text: String) {
        var words: [String] = []
        var word: [UInt8] = []
        func end() {
            if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
            word = []
        }
        for scalar in text.unicodeScalars.prefix(Self.longest) {
            switch scalar.value {
            case 0x30...0x39, 0x61...0x7A: word.append(UInt8(scalar.value))
            case 0x41...0x5A: word.append(UInt8(scalar.value) | 0x20)
            case 0x2B: word += Array("plus".utf8)
            case 0x26:
                end()
                words.append("und")
            case 0..<0x80: end()
            default: if !NameKey.append(scalar, to: &word) { end() }
            }
        }
        end()
        self.words = words
    }

    init(words: some Sequence<String>) { self.words = Array(words) }

    /// The words as one: how a name is spaced and hyphenated says nothing.
    var compact: String { words.joined() }

    private static let longest = 300

    /// Letters outside ASCII by their usual spelling; combining marks go. Answers `false` for what ends a word.
    private static func append(_ scalar: Unicode.Scalar, to word: inout [UInt8]) -> Bool {
        if let spelling = spellings[scalar.properties.lowercaseMapping] {
            word += Array(spelling.utf8)
        } else if scalar.properties.generalCategory == .nonspacingMark {
            // An umlaut written as two characters is spelt like the one: a, then U+0308.
            if scalar.value == 0x308, let last = word.last, "aou".utf8.contains(last) { word.append(UInt8(ascii: "e")) }
        } else if scalar.properties.isAlphabetic {
            word += Array(scalar.properties.lowercaseMapping.utf8)
        } else {
            // A soft hyphen, ®, ™ and the like stand inside or behind a word without ending it.
            return [0xAD, 0xAE, 0x200B, 0x2122].contains(scalar.value)
        }
        return true
    }

    private static let spellings: [String: String] = [
        "ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "á": "a", "à": "a", "â": "a", "ã": "a", "å": "a", "æ": "ae",
        "ç": "c", "é": "e", "è": "e", "ê": "e", "ë": "e", "í": "i", "ì": "i", "î": "i", "ï": "i", "ñ": "n", "ó": "o",
        "ò": "o", "ô": "o", "õ": "o", "ø": "o", "œ": "oe", "ú": "u", "ù": "u", "û": "u", "ý": "y", "ÿ": "y",
        "š": "s", "ž": "z", "č": "c", "ć": "c", "ł": "l", "ń": "n", "ę": "e", "ą": "a",
    ]
}
