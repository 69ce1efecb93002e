/// Why nothing is done although the input is valid.
package enum Refusal: Error, Equatable {
    case notAuthorised(String, hint: String)
    case outsideWindow(String, hint: String)
    case unavailable(String, hint: String)
}
