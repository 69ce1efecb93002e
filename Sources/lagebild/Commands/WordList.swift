import ArgumentParser

extension Set where Element: RawRepresentable<String> & CaseIterable {
    /// The words of a list with commas: `critical,high`. All there are where no list was given.
    init(listed words: String?, unknown complaint: (Substring) -> String) throws {
        guard let words else {
            self = Set(Element.allCases)
            return
        }
        self = try Set(
            words.split(separator: ",").map { word in
                guard let element = Element(rawValue: String(word)) else {
                    let known = Element.allCases.map(\.rawValue).joined(separator: ", ")
                    throw ValidationError("\(complaint(word)). There are \(known).")
                }
                return element
            })
    }
}
