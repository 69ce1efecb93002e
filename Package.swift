// swift-tools-version: 6.2
// Floors are targets: a target may import only what stands below it (HOUSE rules in ARCHITECTURE.md).
import PackageDescription

let floorZero: [Target] = [
    .systemLibrary(name: "COpenSSL", pkgConfig: "openssl", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CUnbound", pkgConfig: "libunbound", providers: [.apt(["libunbound-dev", "libevent-dev"])]),
    .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "CRE2", linkerSettings: [.linkedLibrary("re2")]),
    .target(name: "CSocket"),
    .target(name: "CSQLiteSettings", linkerSettings: [.linkedLibrary("sqlite3")]),
]

let words: [Target] = [
    .target(name: "Model"),
    .target(name: "Wire"),
]

let doors: [Target] = [
    .target(name: "Cryptography", dependencies: ["COpenSSL", "Model", "Wire"]),
    .target(name: "Transport", dependencies: ["CSocket", "CUnbound", "Model", "Wire"]),
    .target(name: "Documents", dependencies: ["CZip", "Model", .product(name: "Yams", package: "Yams")]),
    .target(name: "Patterns", dependencies: ["CRE2"]),
    .target(
        name: "Store",
        dependencies: [
            "CSQLiteSettings",
            "CZlib",
            "Model",
            .product(name: "GRDB", package: "GRDB.swift"),
            .product(name: "GRDBSQLite", package: "GRDB.swift"),
        ]
    ),
]

let stages: [Target] = [
    .target(name: "Catalogue", dependencies: ["Documents", "Model", "Patterns"]),
    .target(name: "Scanning", dependencies: ["Cryptography", "Model", "Transport", "Wire"]),
    .target(name: "Harmonisation", dependencies: ["Documents", "Model"]),
    .target(name: "Imports", dependencies: ["Documents", "Model"]),
    .target(name: "Inventory", dependencies: ["Cryptography", "Documents", "Model", "Store"]),
    .target(name: "Rules", dependencies: ["Cryptography", "Documents", "Model", "Store"]),
    .target(name: "Reports", dependencies: ["Cryptography", "Documents", "Model"]),
]

let faces: [Target] = [
    .target(
        name: "Pipeline",
        dependencies: [
            "Catalogue", "Cryptography", "Documents", "Harmonisation", "Imports", "Inventory", "Model", "Reports",
            "Rules", "Scanning", "Store", "Transport",
        ]),
    .executableTarget(
        name: "lagebild",
        dependencies: [
            "Catalogue", "Cryptography", "Documents", "Harmonisation", "Imports", "Inventory", "Model", "Pipeline",
            "Rules", "Store",
            .product(name: "ArgumentParser", package: "swift-argument-parser"),
        ]),
]

// Run by hand and by `make bench`; not shipped.
let benchmarks: [Target] = [
    .executableTarget(
        name: "CertificateBenchmark", dependencies: ["Cryptography", "Model", "Scanning"],
        path: "Benchmarks/Certificates"),
    .executableTarget(
        name: "HarmonisationBenchmark", dependencies: ["Harmonisation", "Model"], path: "Benchmarks/Harmonisation"),
    .executableTarget(
        name: "JudgingBenchmark",
        dependencies: [
            "Cryptography", "Documents", "Inventory", "Model", "Pipeline", "Rules", "Scanning", "SyntheticFleet",
        ],
        path: "Benchmarks/Judging"),
    // A fleet that does not exist, for benchmarks and for tests that need many endpoints.
    .target(
        name: "SyntheticFleet", dependencies: ["Documents", "Inventory", "Model", "Scanning"],
        path: "Benchmarks/SyntheticFleet", exclude: ["capture"], resources: [.copy("Portraits")]),
    .executableTarget(
        name: "TransportBenchmark", dependencies: ["CSocket", "Model", "Transport"], path: "Benchmarks/Transport"),
]

let tests: [Target] = [
    // What several test targets share: programs started by tests, and peers that follow a script instead of a network.
    .target(name: "ProcessTesting", path: "Tests/ProcessTesting"),
    .target(name: "TLSTesting", dependencies: ["Model", "ProcessTesting"], path: "Tests/TLSTesting"),
    .target(name: "TransportTesting", dependencies: ["Model", "Transport"], path: "Tests/TransportTesting"),
    .testTarget(name: "ModelTests", dependencies: ["Model"]),
    // The parsers as the fuzzer sees them (scripts/fuzz); the tests replay its corpus.
    .target(
        name: "WireFuzzing", dependencies: ["Wire"], path: "Fuzzing", exclude: ["Corpus", "Main.swift", "make-corpus"]),
    .testTarget(name: "WireTests", dependencies: ["Wire", "WireFuzzing"], resources: [.copy("Fixtures")]),
    .testTarget(name: "CryptographyTests", dependencies: ["Cryptography", "Model", "TLSTesting", "Wire"]),
    .testTarget(
        name: "TransportTests", dependencies: ["CSocket", "Model", "ProcessTesting", "Transport", "TransportTesting"]),
    .testTarget(name: "DocumentsTests", dependencies: ["Documents", "Model"], resources: [.copy("Fixtures")]),
    .testTarget(name: "PatternsTests", dependencies: ["Patterns"]),
    .testTarget(name: "CatalogueTests", dependencies: ["Catalogue", "Documents", "Model"]),
    .testTarget(
        name: "StoreTests",
        dependencies: ["Model", "Store", .product(name: "GRDBSQLite", package: "GRDB.swift")]),
    .testTarget(
        name: "ScanningTests",
        dependencies: [
            "Catalogue", "Cryptography", "Documents", "Model", "ProcessTesting", "Scanning", "TLSTesting", "Transport",
            "TransportTesting",
            "Wire",
        ],
        exclude: ["TLSWeakness/Servers"],
        resources: [.copy("Fixtures")]),
    .testTarget(
        name: "TruthTests",
        dependencies: [
            "Cryptography", "Model", "ProcessTesting", "Scanning", "TLSTesting", "Transport", "Wire",
        ],
        exclude: ["Servers"]),
    .testTarget(name: "HarmonisationTests", dependencies: ["Documents", "Harmonisation", "Model"]),
    .testTarget(
        name: "ImportsTests",
        dependencies: ["Documents", "Imports", "Model", "ProcessTesting", "TLSTesting"],
        exclude: ["Producers"]),
    .testTarget(name: "InventoryTests", dependencies: ["Inventory", "Model", "Store"]),
    .testTarget(
        name: "RulesTests",
        dependencies: ["Documents", "Model", "ProcessTesting", "Rules", "Scanning", "Store", "TLSTesting"],
        resources: [.copy("Fixtures")]),
    .testTarget(name: "ReportsTests", dependencies: ["Model", "Reports"]),
    .testTarget(
        name: "PipelineTests",
        dependencies: [
            "Cryptography", "Documents", "Harmonisation", "Inventory", "Model", "Pipeline", "Reports", "Rules",
            "Scanning", "Store",
            "SyntheticFleet", "Transport",
        ]),
    .testTarget(
        name: "CommandTests", dependencies: ["lagebild", "ProcessTesting", "TLSTesting"], exclude: ["Transcripts"]),
    .testTarget(
        name: "LabTests", dependencies: ["Inventory", "lagebild", "Model", "Pipeline", "ProcessTesting", "TLSTesting"]),
]

let package = Package(
    name: "lagebild",
    products: [.executable(name: "lagebild", targets: ["lagebild"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    ],
    targets: floorZero + words + doors + stages + faces + benchmarks + tests,
    swiftLanguageModes: [.v6]
)
