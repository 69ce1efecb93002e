import Cryptography
import Foundation
import Model
import Scanning

/// CPU of what is done with the certificates of one endpoint: reading, weak keys, verdicts of three stores, rows.
///
/// `CertificateBenchmark FOLDER`: the folder holds root.pem, intermediate.pem and any number of leaf*.pem.
@main struct CertificateBenchmark {
    static func main() throws {
        guard let folder = CommandLine.arguments.dropFirst().first else { return print("usage: FOLDER") }
        let files = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasPrefix("leaf") }.sorted()
        let intermediate = try certificates("\(folder)/intermediate.pem")
        let chains = try files.filter { $0.hasSuffix(".pem") }.map {
            try certificates("\(folder)/\($0)") + intermediate
        }
        // A store that does not know the chain's root, as Mozilla's does not know one of an own authority.
        let otherRoots = ["\(folder)/leaf000.pem"]
        let trust = try Trust(
            fleetRoots: ["\(folder)/root.pem"], mozillaRoots: otherRoots,
            now: { Timestamp(seconds: 1_795_000_000) })
        measure("chains of their own, \(chains.count)", times: chains.count) { rows(chains[$0], trust) }
        measure("one and the same chain", times: 1_000) { _ in rows(chains[0], trust) }
        measure("reading a certificate", times: chains.count) { _ = try? Certificate(der: chains[$0][0]).extensions }
        let keys = try chains.compactMap { try Certificate(der: $0[0]).rsaKey }
        measure("weak keys", times: keys.count) { _ = KeyWeakness.all(of: keys[$0], knowing: DebianWeakKeys()) }
        for count in [250, 500, 1_000] {
            let moduli = coprimeNumbers(count)
            measure("shared factors among \(count) keys of 2048 bits", times: 1) { _ in
                _ = SharedFactors.pairs(among: moduli)
            }
        }
    }

    /// M * i + 1 for a product M of all primes below the count: two of them can have nothing in common.
    private static func coprimeNumbers(_ count: Int) -> [[UInt8]] {
        let primes = (2..<count).filter { number in !(2..<number).contains { number % $0 == 0 } }
        let product = primes.reduce([1]) { times($0, $1) }
        let padded = [UInt8](repeating: 0, count: max(0, 255 - product.count)) + product
        return (1...count).map { factor in
            var number = times(padded, factor)
            number[0] += 1
            return number.reversed()
        }
    }

    /// Little-endian.
    private static func times(_ number: [UInt8], _ factor: Int) -> [UInt8] {
        var (result, carry): ([UInt8], Int) = ([], 0)
        for byte in number {
            carry += Int(byte) * factor
            result.append(UInt8(carry & 0xFF))
            carry >>= 8
        }
        while carry > 0 {
            result.append(UInt8(carry & 0xFF))
            carry >>= 8
        }
        return result
    }

    private static func certificates(_ file: String) throws -> [[UInt8]] {
        try CertificateFile(Array(Data(contentsOf: URL(filePath: file)))).certificates
    }

    private static func rows(_ chain: [[UInt8]], _ trust: Trust) {
        let endpoint = Endpoint(body: "b", address: nil, port: 443, serverName: "www.example.org", service: .https)
        _ = FileCertificates.facts(of: chain, at: endpoint, trust: trust)
    }

    private static func measure(_ what: String, times: Int, _ work: (Int) -> Void) {
        let start = clock()
        for turn in 0..<times { work(turn) }
        let each = Double(clock() - start) / Double(CLOCKS_PER_SEC) / Double(max(1, times)) * 1_000
        print("\(what): \(String(format: "%.3f", each)) ms each")
    }
}
