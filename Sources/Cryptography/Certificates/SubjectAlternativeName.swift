import COpenSSL
import Model

/// A DNS name or an address a certificate is made for.
package struct SubjectAlternativeName: Sendable, Hashable {
    package enum Kind: String, Sendable { case dns, ip }

    package let kind: Kind
    /// As stated, lower case; an address in its canonical form, or in hex where it is none.
    package let name: String

    package init(_ kind: Kind, _ name: String) {
        self.kind = kind
        self.name = name
    }

    /// In the order stated; other kinds (mail, URI) are left out.
    static func all(in certificate: OpaquePointer) -> [SubjectAlternativeName] {
        guard let raw = X509_get_ext_d2i(certificate, NID_subject_alt_name, nil, nil) else { return [] }
        let names = OpaquePointer(raw)
        defer { GENERAL_NAMES_free(names) }
        return (0..<lagebild_names_count(names)).compactMap { position in
            guard let name = lagebild_name_at(names, position), let value = lagebild_name_value(name) else {
                return nil
            }
            let bytes = X509Text.bytes(of: value)
            guard name.pointee.type == GEN_IPADD else {
                return SubjectAlternativeName(.dns, String(decoding: bytes, as: UTF8.self).lowercased())
            }
            return SubjectAlternativeName(.ip, IPAddress(bytes: bytes)?.description ?? bytes.hex)
        }
    }
}
