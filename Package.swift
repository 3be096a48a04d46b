// swift-tools-version: 6.1
import PackageDescription

// One target a room. A room imports only the rooms named here, never upwards.
let package = Package(
  name: "intake",
  products: [
    .executable(name: "intake", targets: ["intake"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0", traits: []),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
  ],
  targets: [
    // The core: no input or output, no clock, no terminal.
    .target(name: "FHIR"),
    .target(name: "FHIRPath", dependencies: ["FHIR"]),
    .target(name: "Library", dependencies: ["FHIR"]),
    .target(name: "FormFiller", dependencies: ["FHIR", "FHIRPath", "Library"]),
    .target(name: "Rules", dependencies: ["FHIR", "FHIRPath", "Library", "FormFiller"]),
    .target(
      name: "Referral",
      dependencies: [
        "FHIR", "FHIRPath", "Library", "FormFiller", "Rules",
        .product(name: "Mustache", package: "swift-mustache"),
      ],
      exclude: ["Schema"]),

    // The terminal.
    .target(name: "CTerminal", linkerSettings: [.linkedLibrary("edit")]),
    .target(name: "LineEditor", dependencies: ["CTerminal"]),

    // The records: bytes in, bytes out; they know nothing of forms.
    .target(
      name: "RecordStore",
      dependencies: [
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "CryptoExtras", package: "swift-crypto"),
      ]),

    // The conversation and the program.
    .target(name: "Interview", dependencies: ["FHIR", "Library", "FormFiller", "LineEditor"]),
    .target(
      name: "Visits",
      dependencies: ["FHIR", "Library", "FormFiller", "LineEditor", "Interview", "RecordStore"]),
    .target(
      name: "Kiosk",
      dependencies: [
        "CTerminal", "FHIR", "FormFiller", "LineEditor", "Interview", "Visits", "RecordStore",
      ]),
    .executableTarget(
      name: "intake",
      dependencies: [
        "FHIR", "FHIRPath", "Library", "FormFiller", "Rules", "Referral", "LineEditor",
        "Interview", "Visits", "Kiosk", "RecordStore",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Configuration", package: "swift-configuration"),
        .product(name: "Crypto", package: "swift-crypto"),
      ]),

    // Tests beside their room; EndToEndTests drives the real program over a pseudo-terminal.
    .target(name: "SeededRandomness", path: "Tests/SeededRandomness"),
    .testTarget(name: "FHIRTests", dependencies: ["FHIR", "SeededRandomness"]),
    .testTarget(name: "FHIRPathTests", dependencies: ["FHIRPath", "SeededRandomness"]),
    .testTarget(name: "LibraryTests", dependencies: ["Library"]),
    .target(
      name: "FormGenerator", dependencies: ["FHIR", "SeededRandomness"], path: "Tests/FormGenerator"
    ),
    .testTarget(
      name: "FormFillerTests",
      dependencies: ["FHIRPath", "FormFiller", "FormGenerator", "SeededRandomness"]),
    .testTarget(name: "RulesTests", dependencies: ["Rules", "SeededRandomness"]),
    .testTarget(name: "ReferralTests", dependencies: ["Referral", "SeededRandomness"]),
    .target(name: "TerminalTesting", path: "Tests/TerminalTesting"),
    .executableTarget(
      name: "LineEditorProbe", dependencies: ["LineEditor"], path: "Tests/LineEditorProbe"),
    .testTarget(
      name: "LineEditorTests",
      dependencies: ["LineEditor", "TerminalTesting", "LineEditorProbe", "SeededRandomness"]),
    .testTarget(
      name: "RecordStoreTests",
      dependencies: [
        "RecordStore", "SeededRandomness", .product(name: "CryptoExtras", package: "swift-crypto"),
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .testTarget(
      name: "VisitsTests", dependencies: ["Visits", "FormGenerator", "SeededRandomness"]),
    .testTarget(
      name: "KioskTests", dependencies: ["Kiosk", "TerminalTesting", "SeededRandomness"]),
    .testTarget(name: "InterviewTests", dependencies: ["Interview", "SeededRandomness"]),
    .testTarget(
      name: "ClinicalTests",
      dependencies: ["FHIR", "FormFiller", "Interview", "Library", "Rules"],
      exclude: ["README.md", "Defaults.json", "NeverSaid.json", "Vectors.json", "Cases", "Rules"]),
    .testTarget(
      name: "EndToEndTests",
      dependencies: ["RecordStore", "SeededRandomness", "TerminalTesting", "intake"]),
    .target(
      name: "EnduranceTrials",
      dependencies: [
        "RecordStore", "Visits", "TerminalTesting", "SeededRandomness",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      path: "Tests/EnduranceTrials"),
    .executableTarget(
      name: "Endurance",
      dependencies: ["EnduranceTrials", "RecordStore", "TerminalTesting", "intake"],
      path: "Tests/Endurance"),
    .testTarget(
      name: "EnduranceTests",
      dependencies: [
        "EnduranceTrials", "Endurance", "RecordStore", "TerminalTesting", "SeededRandomness",
      ]),
    .executableTarget(
      name: "Benchmarks",
      dependencies: [
        "FHIR", "FHIRPath", "Library", "FormFiller", "Interview", "LineEditor", "FormGenerator",
        "TerminalTesting", "intake",
      ],
      path: "Tests/Benchmarks", exclude: ["peers"]),
  ],
  swiftLanguageModes: [.v6]
)
