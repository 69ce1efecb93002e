import CZlib

/// Bytes made small for the store (zlib, RFC 1950), and made whole again.
package enum Deflate {
    /// The bytes are damaged, or longer than `limit` when whole.
    package struct Damage: Error, CustomStringConvertible {
        package let description: String
    }

    /// Words that stand in most observations; zlib finds them without their having to be there. Part of the format:
    /// never changed, only followed by another one.
    private static let dictionary: [UInt8] = Array(
        """
        commonName organizationName countryName CN=R11,O=Let's Encrypt,C=US,OU=ecdsa-with-SHA256,sha256WithRSAEncryption,\
        id-ecPublicKey,rsaEncryption,digitalSignature,keyEncipherment,serverAuth,clientAuth,false,true,null,"2026-","2027-",\
        T00:00:00Z","TLSv1.2","TLSv1.3","accepted","refused","unknown",true],["",[["www.example.org",[0,"
        """.utf8)

    /// `base`: what is likely to be much the same; it must be given again to make the bytes whole.
    package static func compressed(_ bytes: [UInt8], after base: [UInt8] = []) -> [UInt8] {
        let dictionary = Self.dictionary + base
        var stream = z_stream()
        var output = [UInt8](repeating: 0, count: Int(compressBound(uLong(bytes.count))) + 16)
        precondition(
            deflateInit_(&stream, 9, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK, "zlib does not start")
        defer { deflateEnd(&stream) }
        deflateSetDictionary(&stream, dictionary, uInt(dictionary.count))
        let code = run(&stream, from: bytes, to: &output) { deflate($0, Z_FINISH) }
        precondition(code == Z_STREAM_END, "zlib says \(code) although there is room")
        return Array(output.prefix(output.count - Int(stream.avail_out)))
    }

    /// `size` is what the whole is known to be.
    package static func whole(_ bytes: [UInt8], size: Int, after base: [UInt8] = []) throws(Damage) -> [UInt8] {
        let dictionary = Self.dictionary + base
        var stream = z_stream()
        var output = [UInt8](repeating: 0, count: size)
        precondition(
            inflateInit_(&stream, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK, "zlib does not start")
        defer { inflateEnd(&stream) }
        let code = run(&stream, from: bytes, to: &output) { stream in
            let code = inflate(stream, Z_FINISH)
            guard code == Z_NEED_DICT else { return code }
            inflateSetDictionary(stream, dictionary, uInt(dictionary.count))
            return inflate(stream, Z_FINISH)
        }
        guard code == Z_STREAM_END, stream.avail_out == 0 else { throw Damage(description: "zlib says \(code)") }
        return output
    }

    private static func run(
        _ stream: inout z_stream, from input: [UInt8], to output: inout [UInt8],
        _ step: (UnsafeMutablePointer<z_stream>) -> Int32
    ) -> Int32 {
        input.withUnsafeBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target in
                stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
                stream.avail_in = uInt(source.count)
                stream.next_out = target.baseAddress
                stream.avail_out = uInt(target.count)
                return step(&stream)
            }
        }
    }
}
