import Model

@testable import Reports

extension ExamplePicture {
    /// nginx in two configurations, and in two release lines; a product whose lines nobody dated.
    static let drifts = [
        Picture.Harmonisation.Drift(
            kind: .tls, product: "nginx", differing: [.protocols, .certificateKey],
            groups: [
                .init(
                    bodies: Array(answering.prefix(2)), endpoints: ["www.a.example:443", "www.b.example:443"],
                    own: [.protocols: [], .certificateKey: ["EC secp256r1"]]),
                .init(
                    bodies: [answering[2]], endpoints: ["www.c.example:443"],
                    own: [.protocols: ["TLSv1.0", "TLSv1.1"], .certificateKey: ["RSA 2048"]]),
            ], unmeasured: ["www.d.example:443"])
    ]

    static let skews = [
        Picture.Harmonisation.Skew(
            product: "nginx", days: 399,
            lines: [
                .init(name: "1.22", released: day("2022-05-24"), versions: ["1.22.1"], bodies: [answering[0]]),
                .init(name: "1.20", released: day("2021-04-20"), versions: ["1.20.2"], bodies: [answering[2]]),
            ]),
        Picture.Harmonisation.Skew(
            product: "OpenSSH", days: nil,
            lines: [
                .init(name: "7.9p1", released: nil, versions: ["7.9p1"], bodies: [answering[2]]),
                .init(name: "9.2p1", released: nil, versions: ["9.2p1"], bodies: Array(answering.prefix(2))),
            ]),
    ]
}
