import Cryptography
import Inventory
import Model
import Scanning

/// Holds every RSA key of the inventory against every other one: `shared_factor` before rules are asked.
struct SharedFactorSearch {
    let inventory: any DerivingState
    /// More different keys than this are not compared: two thousand take some twenty seconds, and ten thousand minutes.
    var most = 2_000

    /// The work grows with the square of the number of keys, so it is done again only where the keys are others, and
    /// beyond `most` it is said not to be known.
    func run() throws {
        guard try inventory.count(of: "spki_sha256", in: RSAKeyFact.table) <= most else {
            let reason = "there are more than the \(most) RSA keys that are compared"
            try inventory.replaceDerived(SharedFactorFact.table, with: [])
            return try inventory.replaceDerived(
                SharedFactorUnknownFact.table, probe: FileCertificates.probe, withKeysOf: RSAKeyFact.table,
                column: "spki_sha256", reason: reason)
        }
        let rows = try inventory.texts(["spki_sha256", "modulus"], of: RSAKeyFact.table)
        let moduli = Dictionary(rows.map { ($0.values[0], $0.values[1]) }, uniquingKeysWith: { first, _ in first })
        let partners = try partners(among: moduli.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
        try inventory.replaceDerived(SharedFactorUnknownFact.table, with: [])
        let derived = rows.flatMap { row in
            (partners[row.values[0]] ?? []).map { other in
                DerivedRow(endpointID: row.endpointID, probe: row.probe, values: [row.values[0], other])
            }
        }
        try inventory.replaceDerived(SharedFactorFact.table, with: Set(derived))
    }

    private func partners(among keys: [(spki: String, modulus: String)]) throws -> [String: [String]] {
        let digest = Digest.sha256(keys.flatMap { Array($0.spki.utf8) }).hex
        let known = try inventory.workedOut(Self.name)?.split(separator: "\n").map(String.init) ?? []
        var pairs = known.dropFirst().map { $0.split(separator: " ").map(String.init) }
        if known.first != digest {
            let numbers = keys.map { [UInt8](hexText: $0.modulus) ?? [] }
            pairs = SharedFactors.pairs(among: numbers).map { [keys[$0].spki, keys[$1].spki] }
            let text = [digest] + pairs.map { $0.joined(separator: " ") }
            try inventory.keep(workedOut: text.joined(separator: "\n"), as: Self.name)
        }
        var partners: [String: [String]] = [:]
        for pair in pairs where pair.count == 2 {
            partners[pair[0], default: []].append(pair[1])
            partners[pair[1], default: []].append(pair[0])
        }
        return partners
    }

    private static let name = "shared_factors"
}
