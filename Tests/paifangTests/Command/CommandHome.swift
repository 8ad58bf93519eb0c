import Foundation
import SQLiteStorage
import Sessions
import Testing

/// A folder of its own for one test, with the command's home, its data, and files for it.
///
/// It is gone at the end. A class, so that the folder is removed when the test lets go of it.
final class CommandHome: Sendable {
    let path: String

    /// The root of this package, with `flows/` and `locales/`.
    static let repository = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    /// The project that the command runs in.
    let project: String

    /// What the command can speak in a home.
    enum Speech {
        /// English only, which is read faster: for tests of anything but languages.
        case english
        /// Every language of this package.
        case all
    }

    init(speaking speech: Speech = .english) throws {
        path = NSTemporaryDirectory() + "paifang-command-" + UUID().uuidString
        project = speech == .all ? Self.repository : path + "/english"
        try FileManager.default.createDirectory(
            atPath: path,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
        if speech == .english { try linkEnglish() }
    }

    deinit {
        // What can't be removed stays in the folder of temporary files.
        try? FileManager.default.removeItem(atPath: path)
    }

    var dataFolder: String { path + "/data/paifang" }
    var database: String { dataFolder + "/paifang.db" }
    var keyFile: String { dataFolder + "/paifang.key" }
    var mailFolder: String { dataFolder + "/paifang.mail" }

    /// Writes a file into the folder, with the folders above it; gives its path.
    @discardableResult
    func write(_ text: String, to name: String) throws -> String {
        try write(Array(text.utf8), to: name)
    }

    /// Writes a file into the folder, with the folders above it; gives its path.
    @discardableResult
    func write(_ bytes: [UInt8], to name: String) throws -> String {
        let url = URL(fileURLWithPath: path + "/" + name)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try Data(bytes).write(to: url)
        return url.path
    }

    /// The store of the data folder, as the command has left it.
    func store() throws -> SQLiteStore {
        try #require(FileManager.default.fileExists(atPath: database), "no database was made")
        return try SQLiteStore(path: database, sandboxIfNew: true)
    }

    /// Links to this package's flows, and to what is English of its words.
    private func linkEnglish() throws {
        let manager = FileManager.default
        var names = ["flows", "locales/en.yaml", "locales/messages.yaml", "locales/mailboxes.yaml"]
        let documents = try manager.contentsOfDirectory(
            atPath: Self.repository + "/locales/documents"
        )
        names += documents.map { "locales/documents/\($0)/1/en.md" }
        for name in names {
            let link = URL(fileURLWithPath: project + "/" + name)
            try manager.createDirectory(
                at: link.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try manager.createSymbolicLink(
                atPath: link.path,
                withDestinationPath: Self.repository + "/" + name
            )
        }
    }

    /// A copy of this package's flows and locales, to be changed.
    func copyProject() throws -> String {
        let copy = path + "/project"
        try FileManager.default.createDirectory(atPath: copy, withIntermediateDirectories: true)
        for folder in ["flows", "locales"] {
            try FileManager.default.copyItem(
                atPath: Self.repository + "/" + folder,
                toPath: copy + "/" + folder
            )
        }
        return copy
    }

    /// The letters in the mail folder, oldest first.
    func letters() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: mailFolder)
            .filter { $0.hasSuffix(".eml") }.sorted().map { mailFolder + "/" + $0 }
    }
}
