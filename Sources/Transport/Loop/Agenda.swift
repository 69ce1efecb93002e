/// What comes next: a binary heap, the smallest key first, equal keys in the order they came.
struct Agenda<Key: Comparable, Element> {
    private struct Entry {
        let at: Key
        let number: UInt64
        let element: Element

        func isBefore(_ other: Entry) -> Bool { at == other.at ? number < other.number : at < other.at }
    }

    private var heap: [Entry] = []
    private var count: UInt64 = 0

    var next: Key? { heap.first?.at }

    mutating func add(_ element: Element, at key: Key) {
        count += 1
        heap.append(Entry(at: key, number: count, element: element))
        rise(from: heap.count - 1)
    }

    /// Takes the first element if its key is not beyond `now`.
    mutating func popDue(at now: Key) -> Element? {
        guard let first = heap.first, first.at <= now else { return nil }
        let last = heap.removeLast()
        if !heap.isEmpty {
            heap[0] = last
            sink()
        }
        return first.element
    }

    private mutating func rise(from start: Int) {
        var index = start
        while index > 0 {
            let parent = (index - 1) / 2
            guard heap[index].isBefore(heap[parent]) else { return }
            heap.swapAt(index, parent)
            index = parent
        }
    }

    private mutating func sink() {
        var index = 0
        while true {
            var smallest = index
            for child in [2 * index + 1, 2 * index + 2]
            where child < heap.count && heap[child].isBefore(heap[smallest]) {
                smallest = child
            }
            guard smallest != index else { return }
            heap.swapAt(index, smallest)
            index = smallest
        }
    }
}
