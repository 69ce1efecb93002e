import Wire

/// Whoever answers questions: a server behind an entrance, or a made-up one in a test.
protocol Respondent {
    /// One connection. Throws only what our own side did; what the peer does is an answer.
    func answer(_ question: Question) async throws -> Answer
    func answerToSSL2() async throws -> SSL2Reply
    /// Connections that may still be made.
    var connectionsLeft: Int { get }
}

/// What a server makes of an SSLv2 hello.
enum SSL2Reply {
    case answer(SSL2Answer)
    case failure(Failure)
}
