import Model

struct STARTTLSFact: Fact {
    let answer: String
    let reason: String

    static let table = FactTable(
        "starttls",
        "Whether a service that begins in plain text goes over to TLS when asked; services that start with TLS have no row.",
        [
            .text("answer", "accepted, absent (not offered) or refused (known to the server, then declined)."),
            .text("reason", "The server's reply where it refused, what is missing where absent; else empty."),
        ])

    static let accepted = STARTTLSFact(answer: "accepted", reason: "")

    init(answer: String, reason: String) {
        self.answer = answer
        self.reason = reason
    }

    /// `nil` where the error says nothing about STARTTLS: the server would not talk, or made no sense.
    init?(_ error: STARTTLSError) {
        switch error {
        case .notOffered: self.init(answer: "absent", reason: "STARTTLS is not offered")
        case .refused(let reply): self.init(answer: "refused", reason: reply)
        case .turnedAway, .followedByPlainText: return nil
        }
    }
}
