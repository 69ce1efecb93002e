/// A label in a drawing, broken into lines that fit and cut where there are too many.
struct DrawnText {
    static let lineHeight = 14
    let lines: [String]
    /// In tenths of a pixel of the 12 pixel font.
    private let letter: Int

    /// `room` in pixels.
    init(_ text: String, room: Int, lines most: Int, bold: Bool = false) {
        letter = bold ? 76 : 66
        let perLine = max(4, room * 10 / letter)
        var lines: [String] = []
        var line = ""
        for word in text.split(whereSeparator: \.isWhitespace).prefix(60) {
            for piece in Self.pieces(of: word, length: perLine) {
                if !line.isEmpty, line.count + 1 + piece.count > perLine {
                    lines.append(line)
                    line = ""
                }
                line += line.isEmpty ? piece : " " + piece
            }
        }
        if !line.isEmpty { lines.append(line) }
        if lines.count > most, most > 0 {
            lines = Array(lines.prefix(most))
            lines[most - 1] = String(lines[most - 1].prefix(perLine - 1)) + "…"
        }
        self.lines = lines
    }

    var height: Int { lines.count * Self.lineHeight }
    /// Of the longest line, about.
    var width: Int { (lines.map(\.count).max() ?? 0) * letter / 10 }

    /// A word longer than a line goes on in the next one, with a hyphen.
    private static func pieces(of word: Substring, length: Int) -> [String] {
        guard word.count > length else { return [String(word)] }
        var rest = word
        var pieces: [String] = []
        while rest.count > length, pieces.count < 20 {
            pieces.append(String(rest.prefix(length - 1)) + "-")
            rest = rest.dropFirst(length - 1)
        }
        return pieces + [String(rest.prefix(length))]
    }

    /// Centred at `x`, the first line below `top`.
    func html(x: Int, top: Int, class style: Style? = nil) -> HTML {
        .group(
            lines.enumerated().map { index, line in
                .tag(
                    .drawnText,
                    [.drawn(.x, x), .drawn(.y, top + 12 + index * Self.lineHeight), .centred]
                        + (style.map { [.class($0)] } ?? []),
                    [.text(line)])
            })
    }

    /// From bottom to top, centred at the point: the name of a lane.
    func turned(x: Int, y: Int) -> HTML {
        .group(
            lines.map { line in
                .tag(.drawnText, [.drawn(.x, x), .drawn(.y, y), .centred, .turned(x: x, y: y)], [.text(line)])
            })
    }
}
