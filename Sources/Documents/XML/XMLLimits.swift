/// How much of a stranger's XML file is read before it is refused.
package struct XMLLimits: Sendable {
    package var bytes: Int
    package var depth: Int
    /// Start tags in the whole file.
    package var elements: Int
    /// Attributes of one element.
    package var attributes: Int
    /// UTF-8 bytes of one text, name or attribute value. The library itself stops at ten million.
    package var textBytes: Int

    package init(bytes: Int, depth: Int, elements: Int, attributes: Int, textBytes: Int) {
        self.bytes = bytes
        self.depth = depth
        self.elements = elements
        self.attributes = attributes
        self.textBytes = textBytes
    }

    /// For a document that becomes a tree in memory.
    package static let document = XMLLimits(
        bytes: 16 << 20, depth: 100, elements: 200_000, attributes: 100, textBytes: 1 << 20)

    /// For a file that is read as a stream of events.
    package static let stream = XMLLimits(
        bytes: 512 << 20, depth: 100, elements: 50_000_000, attributes: 200, textBytes: 1 << 20)
}
