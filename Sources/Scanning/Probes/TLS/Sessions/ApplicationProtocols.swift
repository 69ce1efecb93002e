/// Which of the application protocols we offer a server chooses (RFC 7301): it names one at a time.
struct ApplicationProtocols {
    /// The offer of an ordinary handshake; empty where the service has none.
    private let usual: [String]
    private var pending: [String]
    private var accepted: [String] = []

    init(_ usual: [String]) {
        self.usual = usual
        pending = usual
    }

    /// Those without an answer yet; the usual ones when every answer is known.
    var nextOffer: [String] { pending.isEmpty ? usual : pending }

    var isAsking: Bool { !pending.isEmpty }

    /// Empty where the server chose none of the offered ones.
    mutating func record(chosen: String, of offered: [String]) {
        guard offered.contains(chosen) else { return pending.removeAll { offered.contains($0) } }
        pending.removeAll { $0 == chosen }
        if !accepted.contains(chosen) { accepted.append(chosen) }
    }

    /// `nil` where nothing was asked.
    var feature: TLSFeatureFact? {
        guard !usual.isEmpty, pending != usual else { return nil }
        let names = usual.filter(accepted.contains)
        return TLSFeatureFact(
            feature: "alpn", protocol: "", answer: names.isEmpty ? "no" : "yes", detail: names.joined(separator: ", "))
    }
}
