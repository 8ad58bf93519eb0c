import Foundation

/// The readable text of a letter's file, so that a link can be found in it.
enum MailText {
    /// The text as it stands, and each part of it that is encoded, decoded.
    ///
    /// What is no letter comes back as it is.
    static func text(of bytes: [UInt8]) -> String {
        let lines = String(decoding: bytes, as: UTF8.self).split(
            omittingEmptySubsequences: false,
            whereSeparator: \.isNewline
        )
        return (unfolded(lines) + decoded(lines)).joined(separator: "\n")
    }

    /// Lines joined where quoted-printable broke them (RFC 2045 6.7).
    private static func unfolded(_ lines: [Substring]) -> [String] {
        var joined: [String] = []
        var isOpen = false
        for line in lines {
            let isBroken = line.last == "="
            let text = String(isBroken ? line.dropLast() : line)
            if isOpen, let last = joined.popLast() {
                joined.append(last + text)
            } else {
                joined.append(text)
            }
            isOpen = isBroken
        }
        return joined
    }

    /// The texts of blocks of lines that are base64, such as the bodies of parts.
    private static func decoded(_ lines: [Substring]) -> [String] {
        // A line of dashes ends a part, an empty one the head before it.
        lines.split { $0.isEmpty || $0.hasPrefix("--") }.compactMap { block in
            Data(base64Encoded: block.joined()).map { String(decoding: $0, as: UTF8.self) }
        }
    }
}
