import Model

/// The YAML to paste into the fleet file when a finding is to be accepted for a while; dots are for people to fill in.
struct ExceptionBlock {
    let text: String

    init(rule: String, endpoint: Endpoint, owner: String?, today: Day) {
        let subject =
            endpoint.transport == .dns
            ? "{body: \(endpoint.body), host: \"\(endpoint.host)\"}"
            : "{body: \(endpoint.body), host: \"\(endpoint.host)\", port: \(endpoint.port)}"
        text = """
            exceptions:                       # leave this line out where the file has it
              - id: AUS-\(today.civil.year)-000          # your own number
                rule: \(rule)
                where: \(subject)
                reason: "..."                 # at least 20 characters: why it cannot be mended now
                compensating: "..."           # what lowers the risk meanwhile
                residual_risk: "..."          # what can still happen
                plan: {what: "...", by: \(Day(number: today.number + 90))}   # what ends it, and by when
                requested_by: \(owner ?? "...")
                accepted_by: ...              # a contact of the fleet file, someone else
                approved_on: \(today)
                expires: \(Day(number: today.number + 90))
            """
    }
}
