/// A network in CIDR notation. Host bits are zero.
package struct Network: Sendable, Hashable, CustomStringConvertible {
    package let base: IPAddress
    package let prefixLength: Int

    /// A prefix with host bits cleared: `10.0.0.7/24` becomes `10.0.0.0/24`. Asks 0...32 or 0...128.
    package init?(containing address: IPAddress, prefixLength: Int) {
        guard (0...address.bytes.count * 8).contains(prefixLength) else { return nil }
        let masked = address.bytes.enumerated().map { index, byte in
            byte & Network.mask(byte: index, prefixLength: prefixLength)
        }
        guard let base = IPAddress(bytes: masked) else { return nil }
        self.base = base
        self.prefixLength = prefixLength
    }

    package init(_ address: IPAddress) {
        base = address
        prefixLength = address.bytes.count * 8
    }

    package func contains(_ address: IPAddress) -> Bool {
        address.bytes.count == base.bytes.count
            && Network(containing: address, prefixLength: prefixLength)?.base == base
    }

    package func overlaps(_ other: Network) -> Bool { contains(other.base) || other.contains(base) }

    /// Loopback, link-local, multicast, unspecified and cloud metadata: never asked unless the fleet names them.
    package static let special: [Network] = [
        "0.0.0.0/8", "127.0.0.0/8", "169.254.0.0/16", "224.0.0.0/4", "255.255.255.255/32",
        "::/128", "::1/128", "fe80::/10", "ff00::/8", "::ffff:0:0/96", "fd00:ec2::254/128",
    ].compactMap(parse)

    package var description: String { "\(base)/\(prefixLength)" }

    private static func parse(_ text: String) -> Network? {
        let parts = text.split(separator: "/")
        guard parts.count == 2, let address = IPAddress(String(parts[0])), let length = Int(parts[1]) else {
            return nil
        }
        return Network(containing: address, prefixLength: length)
    }

    private static func mask(byte index: Int, prefixLength: Int) -> UInt8 {
        let bits = min(8, max(0, prefixLength - index * 8))
        return bits == 0 ? 0 : ~UInt8(0) << UInt8(8 - bits)
    }
}
