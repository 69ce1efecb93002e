/// What libunbound says of an answer that does not validate, without what depends on the order of questions.
///
/// Its text names the question that failed first in the zone and the server that happened to be asked:
/// `validation failure <b.example. AAAA IN>: key for validation b.example. is marked as invalid because of a previous
/// validation failure <b.example. A IN>: signature missing from 192.0.2.1 for trust anchor b.example. while building
/// chain of trust`. The cause is the same for every name of the zone and in every scan: `signature missing for trust
/// anchor b.example.`
enum BogusCause {
    static func text(in words: String) -> String {
        let innermost = words.split(separator: ">: ").last.map(String.init) ?? words
        return
            innermost
            .replacing(#/ from (?:cache|[0-9a-f.:]+)(?: and (?:cache|[0-9a-f.:]+))*(?= |$)/#, with: "")
            .replacing(" while building chain of trust", with: "")
    }
}
