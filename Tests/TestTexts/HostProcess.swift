import Foundation

/// A host of another language, which really listens; ends with this object.
///
/// A class, since a process has one owner.
public final class HostProcess {
    /// The common key.
    public static let key = "0123456789abcdef-a-key-of-tests"

    /// Whether this machine has what the host is written in.
    public static let canRun = ["/usr/bin/python3", "/usr/local/bin/python3"].contains {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    /// What came.
    public struct Request: Decodable, Sendable {
        /// The path of the address.
        public let path: String
        /// The idempotency key.
        public let key: String
        /// The body.
        public let body: String
        /// Whether the signature was right, and fresh.
        public let signed: Bool
        /// The type of the body.
        public let type: String
    }

    /// Where it listens, on this machine.
    public let port: Int
    private let process = Process()
    private let input = Pipe()
    private let folder: URL

    /// Starts a host that does one thing after another.
    public init(_ plan: String) throws {
        folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("host-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let program = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Host/host.py")
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", program.path, folder.path, Self.key, plan]
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        var line = Data()
        while line.last != 10, let more = try output.fileHandleForReading.read(upToCount: 1) {
            line += more
        }
        guard let port = Int(String(decoding: line.dropLast(), as: UTF8.self)) else {
            throw CocoaError(.fileReadUnknown)
        }
        self.port = port
    }

    deinit {
        try? input.fileHandleForWriting.close()
        process.waitUntilExit()
        try? FileManager.default.removeItem(at: folder)
    }

    /// Its address on this machine.
    public var url: String { "http://127.0.0.1:\(port)/paifang" }

    /// All that came, in order.
    public var requests: [Request] { get throws { try read("requests", as: [Request].self) ?? [] } }

    /// The accounts that were made, by the key of the call.
    public var accounts: [String: String] {
        get throws { try read("accounts", as: [String: String].self) ?? [:] }
    }

    private func read<Value: Decodable>(_ name: String, as type: Value.Type) throws -> Value? {
        let file = folder.appendingPathComponent(name)
        guard FileManager.default.fileExists(atPath: file.path) else { return nil }
        return try JSONDecoder().decode(type, from: Data(contentsOf: file))
    }
}
