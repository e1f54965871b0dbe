// swift-tools-version: 6.2
import PackageDescription

let explicit: [SwiftSetting] = [
  // A file imports what it uses.
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("ExistentialAny"),
]
// Libraries, besides: a C or GRDB type cannot leak into an interface.
let strict = explicit + [.enableUpcomingFeature("InternalImportsByDefault")]

let package = Package(
  name: "capstan",
  products: [
    .library(name: "CapabilityScore", targets: ["CapabilityScore"]),
    .library(name: "RuleFiles", targets: ["RuleFiles"]),
    .library(name: "InsightsCache", targets: ["InsightsCache"]),
    .executable(name: "capstan", targets: ["capstan"]),
  ],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.6.0"),
  ],
  targets: [
    .target(name: "CapabilityScore", swiftSettings: strict),
    .target(
      name: "RuleFiles", dependencies: ["CapabilityScore", "TOMLKit"],
      resources: [.embedInCode("Rulebooks")], swiftSettings: strict),
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CProcessor"),
    .target(
      name: "InsightsCache",
      dependencies: [
        "CapabilityScore", "CProcessor", "CZlib", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ], swiftSettings: strict),
    .target(name: "SampleExports", dependencies: ["CapabilityScore"], swiftSettings: strict),
    .systemLibrary(name: "CNcurses", providers: [.apt(["libncurses-dev"])]),
    .target(name: "CTerminal"),
    .target(
      name: "TerminalKit", dependencies: ["CNcurses", "CTerminal"], swiftSettings: strict),
    .target(
      name: "Dashboard", dependencies: ["CapabilityScore", "TerminalKit"], swiftSettings: strict),
    .executableTarget(
      name: "capstan",
      dependencies: [
        "CapabilityScore", "RuleFiles", "InsightsCache", "SampleExports", "TerminalKit",
        "Dashboard",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ], resources: [.embedInCode("Themes")], swiftSettings: explicit),

    // The scoring library used alone.
    .executableTarget(
      name: "ScoringExample", dependencies: ["CapabilityScore", "RuleFiles"], path: "docs/example",
      swiftSettings: explicit),
    // What `make bench` times of the libraries.
    .executableTarget(
      name: "EngineBench", dependencies: ["CapabilityScore", "InsightsCache", "RuleFiles"],
      path: "Tests/Performance/EngineBench", swiftSettings: explicit),

    // For the tests of the real program: a pseudo-terminal, and an emulator at its other end.
    .systemLibrary(
      name: "CVTerm", path: "Tests/Support/CVTerm", providers: [.apt(["libvterm-dev"])]),
    .target(name: "CPty", path: "Tests/Support/CPty"),
    .testTarget(
      name: "CapabilityScoreTests", dependencies: ["CapabilityScore", "RuleFiles"],
      swiftSettings: explicit),
    .testTarget(
      name: "InsightsCacheTests",
      dependencies: [
        "InsightsCache", "CapabilityScore", .product(name: "GRDB", package: "GRDB.swift"),
      ], swiftSettings: explicit),
    .testTarget(
      name: "SampleExportsTests", dependencies: ["SampleExports", "CapabilityScore"],
      swiftSettings: explicit),
    .testTarget(
      name: "TerminalKitTests", dependencies: ["TerminalKit"], swiftSettings: explicit),
    .testTarget(
      name: "DashboardTests",
      dependencies: [
        "Dashboard", "TerminalKit", "CapabilityScore", "RuleFiles", "InsightsCache",
      ], exclude: ["Snapshots"], swiftSettings: explicit),
    .testTarget(
      name: "CapstanTests",
      dependencies: [
        "capstan", "CPty", "CVTerm", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: explicit),
  ],
  swiftLanguageModes: [.v6])
