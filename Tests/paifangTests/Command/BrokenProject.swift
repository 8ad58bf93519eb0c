import Foundation
import Testing

/// A copy of this package's flows and locales, in which things are changed.
struct BrokenProject {
    let path: String

    init(in home: CommandHome) throws { path = try home.copyProject() }

    /// Replaces the first place of a text in a file.
    func replace(_ old: String, by new: String, in file: String) throws {
        let text = try read(file)
        let range = try #require(text.range(of: old), "\(old) in \(file)")
        try write(text.replacingCharacters(in: range, with: new), to: file)
    }

    func read(_ file: String) throws -> String {
        String(decoding: try CommandHome.bytes(path + "/" + file), as: UTF8.self)
    }

    func write(_ text: String, to file: String) throws {
        try text.write(toFile: path + "/" + file, atomically: true, encoding: .utf8)
    }

    /// Whether a file is, byte for byte, this package's own.
    func isOriginal(_ file: String) throws -> Bool {
        try CommandHome.bytes(path + "/" + file)
            == CommandHome.bytes(CommandHome.repository + "/" + file)
    }
}
