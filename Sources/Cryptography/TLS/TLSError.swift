/// Why a TLS session did not come about or broke, in one sentence.
package struct TLSError: Error, Equatable, Sendable, CustomStringConvertible {
    package let description: String

    package init(_ description: String) { self.description = description }
}
