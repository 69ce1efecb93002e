extension UInt16 {
    var bigEndianBytes: [UInt8] { [UInt8(self >> 8), UInt8(self & 0xFF)] }
}

/// A count in one byte, then the bytes. More than fit are our own mistake: nothing here comes over the wire.
func vector8(_ bytes: [UInt8]) -> [UInt8] {
    precondition(bytes.count <= 0xFF, "\(bytes.count) bytes in a vector of at most 255")
    return [UInt8(bytes.count)] + bytes
}

func vector16(_ bytes: [UInt8]) -> [UInt8] {
    precondition(bytes.count <= 0xFFFF, "\(bytes.count) bytes in a vector of at most 65535")
    return UInt16(bytes.count).bigEndianBytes + bytes
}

func vector24(_ bytes: [UInt8]) -> [UInt8] {
    precondition(bytes.count <= 0xFF_FFFF, "\(bytes.count) bytes in a vector of at most 16777215")
    return [UInt8(bytes.count >> 16)] + UInt16(bytes.count & 0xFFFF).bigEndianBytes + bytes
}

func codes(_ values: some Sequence<UInt16>) -> [UInt8] { values.flatMap(\.bigEndianBytes) }
