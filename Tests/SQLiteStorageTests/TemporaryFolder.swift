import Foundation

/// A folder of its own for a test, deleted with the last who holds it.
final class TemporaryFolder: Sendable {
    // A class, so that the folder lives exactly as long as somebody uses it.
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "paifang-storage-" + UUID().uuidString
        try FileManager.default.createDirectory(
            atPath: path,
            withIntermediateDirectories: false
        )
    }

    deinit {
        // What is left in a folder for temporary files harms nobody.
        try? FileManager.default.removeItem(atPath: path)
    }

    /// A path inside it.
    func file(_ name: String) -> String { path + "/" + name }

    /// What the file of a name holds.
    func bytes(of name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(fileURLWithPath: file(name))))
    }

    /// The permissions of a file or folder.
    func mode(of name: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: file(name))
        return (attributes[.posixPermissions] as? NSNumber)?.intValue ?? -1
    }
}
