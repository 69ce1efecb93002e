/// A Set-Cookie field without the cookie's value (RFC 6265 5.2).
package struct HTTPCookie: Sendable, Hashable {
    package let name: String
    package let secure: Bool
    package let httpOnly: Bool
    /// strict, lax or none; empty where unset or unknown.
    package let sameSite: String

    package init(name: String, secure: Bool, httpOnly: Bool, sameSite: String) {
        self.name = name
        self.secure = secure
        self.httpOnly = httpOnly
        self.sameSite = sameSite
    }

    /// The same cookie under another name.
    package func named(_ name: String) -> HTTPCookie {
        HTTPCookie(name: name, secure: secure, httpOnly: httpOnly, sameSite: sameSite)
    }

    /// `nil` for a field without a name.
    package init?(parsing value: String) {
        let parts = value.split(separator: ";", omittingEmptySubsequences: false)
        let pair = (parts.first ?? "").split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let name = String(pair.first ?? "").trimmed
        guard pair.count == 2, !name.isEmpty else { return nil }
        var attributes: [String: String] = [:]
        for part in parts.dropFirst() {
            let words = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let value = words.count > 1 ? String(words[1]).trimmed.lowercased() : ""
            attributes[String(words.first ?? "").trimmed.lowercased()] = value
        }
        self.name = name
        secure = attributes["secure"] != nil
        httpOnly = attributes["httponly"] != nil
        let stated = attributes["samesite"] ?? ""
        sameSite = ["strict", "lax", "none"].contains(stated) ? stated : ""
    }
}
