/// The parts of a CPE name that tell a product: `cpe:2.3:a:f5:nginx:1.22.1:*:…` or `cpe:/a:f5:nginx:1.22.1`.
package struct CPEName: Sendable, Equatable {
    /// `a` application, `o` operating system, `h` hardware.
    package let part: String
    package let vendor: String
    package let product: String
    /// Empty for `*` and `-`.
    package let version: String

    package init?(_ text: String) {
        let lowered = text.lowercased()
        let rest: Substring
        if lowered.hasPrefix("cpe:2.3:") {
            rest = lowered.dropFirst(8)
        } else if lowered.hasPrefix("cpe:/") {
            rest = lowered.dropFirst(5)
        } else {
            return nil
        }
        let fields = CPEName.fields(rest)
        guard fields.count >= 3, ["a", "o", "h"].contains(fields[0]), !fields[1].isEmpty, !fields[2].isEmpty,
            text.utf8.count <= 1_000
        else { return nil }
        part = fields[0]
        vendor = fields[1]
        product = fields[2]
        version = fields.count > 3 && !["*", "-"].contains(fields[3]) ? fields[3] : ""
    }

    /// Vendor and product, as the catalogue's prefixes are compared.
    var key: String { "\(part):\(vendor):\(product)" }

    /// A colon behind a backslash is part of a field; the backslash goes.
    private static func fields(_ text: Substring) -> [String] {
        var fields = [""]
        var isEscaped = false
        for character in text {
            if isEscaped {
                fields[fields.count - 1].append(character)
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else if character == ":" {
                fields.append("")
            } else {
                fields[fields.count - 1].append(character)
            }
        }
        return fields
    }
}

/// The parts of a package URL that tell a product: `pkg:deb/debian/nginx@1.22.1-9?arch=amd64`.
package struct PackageURL: Sendable, Equatable {
    package let type: String
    package let namespace: String
    package let name: String
    package let version: String

    package init?(_ text: String) {
        guard text.utf8.count <= 1_000, text.lowercased().hasPrefix("pkg:") else { return nil }
        let rest = text.dropFirst(4).drop { $0 == "/" }.prefix { $0 != "?" && $0 != "#" }
        // A scope of npm begins with '@' and may be written so: the version stands behind the last one.
        let path = rest.lastIndex(of: "@").map { $0 > (rest.lastIndex(of: "/") ?? rest.startIndex) ? $0 : nil } ?? nil
        let parts = rest[..<(path ?? rest.endIndex)].split(separator: "/").map { PackageURL.decoded($0) }
        guard parts.count >= 2, let type = parts.first?.lowercased(), let name = parts.last else { return nil }
        self.type = type
        self.name = name.lowercased()
        namespace = parts[1..<(parts.count - 1)].joined(separator: "/").lowercased()
        version = path.map { PackageURL.decoded(rest[rest.index(after: $0)...]) } ?? ""
    }

    /// As the catalogue's are compared. The name of a distribution says nothing about the product.
    var key: String {
        isOfDistribution ? "\(type)/\(name)" : "\(type)/\(namespace)/\(name)"
    }

    var isOfDistribution: Bool { ["deb", "rpm", "apk"].contains(type) }

    private static func decoded(_ text: Substring) -> String {
        guard text.contains("%") else { return String(text) }
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            let digits = rest.prefix(2)
            if byte == UInt8(ascii: "%"), digits.count == 2,
                let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
