import Wire

/// The walk up the DNS tree that finds the DMARC record of a domain (RFC 9989 4.10): at most eight questions.
struct DMARCWalk {
    /// Where to ask next; `nil` when the walk is over.
    private(set) var next: String?
    private let start: String
    private var rest: ArraySlice<String>
    private var found: [(place: String, record: TaggedRecord)] = []

    init(from name: String) {
        start = name
        let labels = name.split(separator: ".")
        let places =
            labels.count > 8
            ? [name] + DomainTree.climb(labels.suffix(7).joined(separator: ".")) : DomainTree.climb(name)
        next = places.first
        rest = places.dropFirst()
    }

    mutating func step(finding record: TaggedRecord?) {
        guard let place = next else { return }
        if let record { found.append((place, record)) }
        let psd = record?["psd"]?.lowercased()
        let isOver = record != nil && (place == start || psd == "y" || psd == "n")
        next = isOver ? nil : rest.popFirst()
    }

    /// The name's own record, else that of the organisational domain, else that of the public suffix.
    var applying: (place: String, record: TaggedRecord)? {
        guard let last = found.last else { return nil }
        guard last.place != start, last.record["psd"]?.lowercased() == "y" else { return last }
        let depth = last.place.split(separator: ".").count + 1
        return found.first { $0.place.split(separator: ".").count == depth } ?? last
    }
}
