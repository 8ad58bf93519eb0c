// swift-tools-version: 6.2
import PackageDescription

// Every target is listed once, here; `make check` holds each file's imports against these lists.
// The architecture, and when a target may exist, is told in docs/architecture.md.

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
]

func library(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(
    _ name: String,
    _ dependencies: [Target.Dependency],
    exclude: [String] = []
) -> Target {
    .testTarget(
        name: "\(name)Tests",
        dependencies: dependencies,
        exclude: exclude,
        swiftSettings: settings
    )
}

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let systemLibraries: [Target] = [
    .systemLibrary(name: "CICU", pkgConfig: "icu-i18n", providers: [.apt(["libicu-dev"])]),
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CRE2", pkgConfig: "re2", providers: [.apt(["libre2-dev"])]),
    .systemLibrary(name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
    .target(name: "CICUBridge", dependencies: ["CICU"]),
    .target(name: "CRE2Bridge", dependencies: ["CRE2"]),
    // libphonenumber comes without a pkg-config file.
    .target(name: "CPhoneBridge", linkerSettings: [.linkedLibrary("phonenumber")]),
    // libcurl itself is loaded at the first request.
    .target(name: "CCurlBridge"),
    // The files of Starter/ and the common words of locales/, inside of the program.
    .target(name: "CStarter"),
]

let pure: [Target] = [
    library("Documents", []),
    library("Expressions", ["Documents", "CRE2Bridge", "CICUBridge"]),
    library("Localization", ["Documents", "CICUBridge"]),
    library("Flows", ["Documents", "Expressions"]),
    library("Uploads", ["Flows"]),
    library("Answers", ["Expressions", "Flows", "Localization", "CPhoneBridge"]),
    library("Screens", ["Expressions", "Flows", "Localization"]),
]

let edges: [Target] = [
    library("YAML", ["Documents", "CLibYAML"]),
    library("Exchange", ["Documents", "Localization", "CLibXML2"]),
    library("Secrets", ["CSodium"]),
    library(
        "Sessions",
        [
            "Documents", "Expressions", "Flows", "Localization", "Answers", "Screens", "Secrets",
            "Uploads", logging,
        ]
    ),
    library("SQLiteStorage", ["Flows", "Sessions", grdb]),
    library(
        "Webhooks",
        ["Documents", "Expressions", "Flows", "Sessions", "Secrets", "CCurlBridge"]
    ),
    library("Mail", ["Documents", "Sessions", "Webhooks"]),
    library(
        "Scenarios",
        [
            "Documents", "Expressions", "Flows", "Localization", "Answers", "Screens", "Sessions",
            "Uploads",
        ]
    ),
]

let commandDependencies: [Target.Dependency] = [
    "Documents", "Expressions", "YAML", "Localization", "Exchange", "Flows", "Answers", "Screens",
    "Secrets", "Sessions", "SQLiteStorage", "Webhooks", "Mail", "Scenarios", "Uploads", "CStarter",
    logging, arguments,
]

let command: [Target] = [
    .executableTarget(name: "paifang", dependencies: commandDependencies, swiftSettings: settings)
]

let testTargets: [Target] = [
    // What the tests of several targets share.
    .target(
        name: "TestTexts",
        path: "Tests/TestTexts",
        exclude: ["Host"],
        swiftSettings: settings
    ),
    tests("Documents", ["Documents"]),
    // The fixtures are read from the repository, not from a bundle.
    tests("Expressions", ["Expressions", "Documents"], exclude: ["Fixtures"]),
    tests("Localization", ["Localization", "YAML", "Documents", "CICUBridge", "TestTexts"]),
    tests("Flows", ["Flows", "YAML", "Documents", "Expressions", "TestTexts"]),
    tests("Answers", ["Answers", "Expressions", "Flows", "Localization"]),
    tests("Uploads", ["Uploads", "Flows"]),
    tests("Screens", ["Screens", "Expressions", "Flows", "Localization", "YAML", "Documents"]),
    tests(
        "Scenarios",
        [
            "Scenarios", "Documents", "Expressions", "Flows", "Localization", "Answers", "Screens",
            "Sessions", "YAML", "TestTexts",
        ]
    ),
    tests("YAML", ["YAML", "Documents"]),
    tests("Exchange", ["Exchange", "Localization", "Documents", "YAML"]),
    tests("Secrets", ["Secrets"]),
    tests(
        "Sessions",
        [
            "Sessions", "SQLiteStorage", "Expressions", "Flows", "Localization", "Answers",
            "Screens", "Secrets",
            "YAML", "Documents", "Mail", "Uploads", "TestTexts", logging, grdb,
        ]
    ),
    tests("SQLiteStorage", ["SQLiteStorage", "Sessions", "Flows", "Secrets", grdb]),
    tests(
        "Webhooks",
        [
            "Webhooks", "Mail", "Sessions", "Flows", "Secrets", "Documents",
            "Expressions", "TestTexts",
        ]
    ),
    tests("Mail", ["Mail", "Sessions"]),
    tests("paifang", ["paifang", "TestTexts"] + commandDependencies),
]

let targets = systemLibraries + pure + edges + command + testTargets

let package = Package(
    name: "paifang",
    products: [
        .executable(name: "paifang", targets: ["paifang"]),
        .library(name: "Expressions", targets: ["Expressions"]),
        .library(name: "Flows", targets: ["Flows"]),
        .library(name: "Localization", targets: ["Localization"]),
        .library(name: "YAML", targets: ["YAML"]),
        .library(name: "Sessions", targets: ["Sessions"]),
        .library(name: "SQLiteStorage", targets: ["SQLiteStorage"]),
        .library(name: "Mail", targets: ["Mail"]),
        .library(name: "Uploads", targets: ["Uploads"]),
        .library(name: "Webhooks", targets: ["Webhooks"]),
        .library(name: "Scenarios", targets: ["Scenarios"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    ],
    targets: targets,
    swiftLanguageModes: [.v6],
    cxxLanguageStandard: .cxx17
)
