// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that the product carries no benchmarks. One file a topic in Sources;
// docs/performance.md tells how figures are taken.

let package = Package(
    name: "benchmarks",
    dependencies: [.package(name: "paifang", path: "..")],
    targets: [
        .executableTarget(
            name: "PaifangBenchmarks",
            dependencies: [
                .product(name: "Expressions", package: "paifang"),
                .product(name: "Flows", package: "paifang"),
                .product(name: "Localization", package: "paifang"),
                .product(name: "Scenarios", package: "paifang"),
                .product(name: "Sessions", package: "paifang"),
                .product(name: "Uploads", package: "paifang"),
                .product(name: "YAML", package: "paifang"),
            ],
            swiftSettings: [.treatAllWarnings(as: .error)]
        )
    ],
    swiftLanguageModes: [.v6]
)
