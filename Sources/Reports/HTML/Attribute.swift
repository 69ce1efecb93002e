import Model

/// An attribute of an element. Only what is listed here can be written: no `style`, no `on…`, no unchecked address.
struct Attribute: Sendable {
    let name: String
    let value: String

    private init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }

    static func `class`(_ styles: Style...) -> Attribute { Attribute("class", spaced(styles)) }
    static func `class`(_ styles: [Style]) -> Attribute { Attribute("class", spaced(styles)) }
    static func id(_ value: String) -> Attribute { Attribute("id", value) }
    static func lang(_ language: Language) -> Attribute { Attribute("lang", language.rawValue) }
    static func hreflang(_ language: Language) -> Attribute { Attribute("hreflang", language.rawValue) }
    static func href(_ target: Address) -> Attribute { Attribute("href", target.text) }
    static func rel(_ value: Relation) -> Attribute { Attribute("rel", value.rawValue) }
    static func scope(_ value: HeaderScope) -> Attribute { Attribute("scope", value.rawValue) }
    static func role(_ value: Role) -> Attribute { Attribute("role", value.rawValue) }
    static func label(_ text: String) -> Attribute { Attribute("aria-label", text) }
    static func labelledBy(_ id: String) -> Attribute { Attribute("aria-labelledby", id) }
    static func `for`(_ id: String) -> Attribute { Attribute("for", id) }
    /// A value a script reads: sorting key, name of a data island, words in the page's language.
    static func data(_ key: DataKey, _ value: String = "") -> Attribute { Attribute("data-\(key.rawValue)", value) }
    /// A number of an SVG element: `x`, `width`, ...
    static func drawn(_ key: DrawingKey, _ value: Int) -> Attribute { Attribute(key.rawValue, String(value)) }
    static func viewBox(width: Int, height: Int) -> Attribute { Attribute("viewBox", "0 0 \(width) \(height)") }
    static func viewBox(x: Int, y: Int, width: Int, height: Int) -> Attribute {
        Attribute("viewBox", "\(x) \(y) \(width) \(height)")
    }
    /// A quarter turn to the left around a point.
    static func turned(x: Int, y: Int) -> Attribute { Attribute("transform", "rotate(-90 \(x) \(y))") }
    static func points(_ value: String) -> Attribute { Attribute("points", value) }

    static let reachableByKeyboard = Attribute("tabindex", "0")
    static let current = Attribute("aria-current", "page")
    static let searchField = Attribute("type", "search")
    static let noAutocomplete = Attribute("autocomplete", "off")
    static let hidden = Attribute("hidden", "")
    static let polite = Attribute("aria-live", "polite")
    static let decorative = Attribute("aria-hidden", "true")
    static let buttonType = Attribute("type", "button")
    static let jsonType = Attribute("type", "application/json")
    static let utf8 = Attribute("charset", "utf-8")
    static let centred = Attribute("text-anchor", "middle")

    static func named(_ name: MetaName) -> Attribute { Attribute("name", name.rawValue) }
    static func httpEquivalent(_ name: String) -> Attribute { Attribute("http-equiv", name) }
    static func content(_ value: String) -> Attribute { Attribute("content", value) }

    enum Relation: String { case alternate, noreferrer = "noopener noreferrer" }
    enum HeaderScope: String { case row, col }
    enum Role: String { case img, region, list }
    enum DataKey: String { case v, sort, listing, found }
    enum DrawingKey: String { case x, y, x1, x2, y1, y2, cx, cy, r, rx, width, height }
    enum MetaName: String { case viewport, referrer, robots }
}

private func spaced(_ styles: [Style]) -> String { styles.map(\.rawValue).joined(separator: " ") }
