import ArgumentParser
import Documents
import Foundation

/// Files that commands write where they are told to.
enum TextFile {
    /// Writes a whole file at once, or exits saying that it can't be.
    static func write(_ text: String, to file: String) throws {
        do {
            try Data(text.utf8).write(to: URL(fileURLWithPath: file), options: .atomic)
        } catch {
            Standard.error("paifang: \(VisibleText.escaping(file)) can't be written")
            throw ExitCode.impossible
        }
    }
}
