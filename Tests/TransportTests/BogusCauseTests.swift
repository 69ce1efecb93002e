import Testing

@testable import Transport

/// Texts as libunbound 1.17 composes them.
@Test(arguments: [
    (
        "validation failure <b.example. AAAA IN>: key for validation b.example. is marked as invalid because of a previous"
            + " validation failure <b.example. A IN>: signature missing from 192.0.2.1 for trust anchor b.example. while"
            + " building chain of trust", "signature missing for trust anchor b.example."
    ),
    (
        "validation failure <b.example. A IN>: no signatures from cache for key b.example. while building chain of trust",
        "no signatures for key b.example."
    ),
    (
        "validation failure <b.example. A IN>: signature expired from 192.0.2.1 and 2001:db8::1 and cache",
        "signature expired"
    ),
    ("signature not valid", "signature not valid"),
])
func `the cause of a failed validation is told without question, server and order`(words: String, cause: String) {
    #expect(BogusCause.text(in: words) == cause)
}
