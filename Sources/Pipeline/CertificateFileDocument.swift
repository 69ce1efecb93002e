import Cryptography
import Documents

extension CertificateFileCheck.Answer {
    /// `lagebild/check/1` with what is known of the file beside it.
    package var document: [JSONMember] {
        check.document + [
            JSONMember(
                "file",
                [
                    "path": .string(file), "certificates": .integer(certificates), "name": .string(name),
                    "name_assumed": .boolean(isNameAssumed), "private_key": .string(privateKey.word),
                ])
        ]
    }
}

extension CertificateFile.PrivateKey {
    /// For JSON.
    package var word: String {
        switch self {
        case .none: "none"
        case .belongs(to: 0): "belongs"
        case .belongs: "belongs to another certificate of the chain"
        case .foreign: "belongs to no certificate"
        case .encrypted: "encrypted"
        case .unreadable: "unreadable"
        }
    }

    /// Every word there is.
    static let words = [
        CertificateFile.PrivateKey.none, .belongs(to: 0), .belongs(to: 1), .foreign, .encrypted, .unreadable,
    ].map(\.word)
}
