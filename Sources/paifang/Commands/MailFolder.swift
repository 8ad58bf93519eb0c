import Foundation
import Mail

/// The folder into which letters and short messages are put, as `LetterFolder` names them.
struct MailFolder {
    let path: String

    /// A letter or short message.
    struct Item {
        /// The name of its file, which begins with its time: `20260102T030405Z-ab12.3.0.eml`.
        let name: String

        /// Its second, then the numbers of the event and of what it sent: the sixth stands before the thirty-ninth.
        fileprivate var order: [String] {
            let width = 20
            return name.split(separator: ".").map { part in
                Int(part) == nil
                    ? String(part)
                    : String(repeating: "0", count: max(0, width - part.utf8.count)) + part
            }
        }

        /// How it travels.
        var channel: String { name.hasSuffix(".txt") ? "sms" : "mail" }

        /// When it was written, such as `2026-01-02T03:04:05Z`.
        var time: String {
            let digits = name.prefix(16)
            guard digits.utf8.count == 16, digits.hasSuffix("Z") else { return String(digits) }
            let cuts = [(0, 4, "-"), (4, 6, "-"), (6, 11, ":"), (11, 13, ":"), (13, 16, "")]
            let characters = Array(digits)
            return cuts.map { String(characters[$0..<$1]) + $2 }.joined()
        }
    }

    /// What is there, the newest first.
    var items: [Item] {
        // A folder that is not there yet holds nothing.
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return names.filter { $0.hasSuffix(".eml") || $0.hasSuffix(".txt") }
            .map { Item(name: $0) }.sorted { $1.order.lexicographicallyPrecedes($0.order) }
    }

    /// The text to be read: the number or address, the subject of a letter, and the words.
    func text(of item: Item) -> String? {
        guard let bytes = ProjectFolder.bytes(of: "\(path)/\(item.name)") else { return nil }
        let text = String(decoding: bytes, as: UTF8.self)
        guard item.channel == "mail" else { return text.trimmingCharacters(in: .newlines) }
        guard let letter = WrittenLetter(bytes) else { return text }
        return "\(letter.recipient)\n\(letter.subject)\n\n\(letter.text)"
    }
}
