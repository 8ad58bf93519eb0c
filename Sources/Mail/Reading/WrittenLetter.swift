import Foundation

/// A letter read back from its file, as far as our own letters go: to whom, about what, and the plain text.
///
/// RFC 5322, 2045 and 2047; what is encoded in another way than ours stands there as it is.
public struct WrittenLetter: Sendable, Hashable {
    /// The address it goes to.
    public let recipient: String
    /// The subject.
    public let subject: String
    /// The plain text, with line feeds.
    public let text: String

    /// Reads a file; `nil` where it has no head.
    public init?(_ bytes: [UInt8]) {
        // Line breaks are CRLF, which is one Character.
        let lines = String(decoding: bytes, as: UTF8.self)
            .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        guard let end = lines.firstIndex(of: "") else { return nil }
        let head = Self.headers(lines[..<end])
        recipient = head["to"] ?? ""
        subject = Self.decodedWords(head["subject"] ?? "")
        let part = lines[(end + 1)...].drop { !$0.hasPrefix("--") }.dropFirst()
        guard let start = part.firstIndex(of: "") else { return nil }
        let encoding = Self.headers(part[..<start])["content-transfer-encoding"]
        let body = part[(start + 1)...].prefix { !$0.hasPrefix("--=_") }
        text = Self.decoded(Array(body), encoding)
    }

    /// The headers by their names in lower case, unfolded.
    private static func headers(_ lines: ArraySlice<Substring>) -> [String: String] {
        var found: [String: String] = [:]
        var name = ""
        for line in lines {
            if line.first == " " {
                found[name, default: ""] += line
            } else if let colon = line.firstIndex(of: ":") {
                name = line[..<colon].lowercased()
                found[name] = String(line[line.index(after: colon)...].drop { $0 == " " })
            }
        }
        return found
    }

    /// A header's text with its words in base64 decoded; white space between two of them is none (RFC 2047 6.2).
    private static func decodedWords(_ text: String) -> String {
        var result = ""
        var wasEncoded = false
        for word in text.split(separator: " ") {
            let inner = word.dropFirst(10).dropLast(2)
            let isEncoded = word.uppercased().hasPrefix("=?UTF-8?B?") && word.hasSuffix("?=")
            if !result.isEmpty, !(wasEncoded && isEncoded) { result += " " }
            if isEncoded, let data = Data(base64Encoded: String(inner)) {
                result += String(decoding: data, as: UTF8.self)
            } else {
                result += word
            }
            wasEncoded = isEncoded
        }
        return result
    }

    private static func decoded(_ lines: [Substring], _ encoding: String?) -> String {
        switch encoding {
        case "base64":
            let data = Data(base64Encoded: lines.joined()) ?? Data()
            return normalised(String(decoding: data, as: UTF8.self))
        case "quoted-printable": return normalised(unquoted(lines))
        default: return normalised(lines.joined(separator: "\n"))
        }
    }

    private static func unquoted(_ lines: [Substring]) -> String {
        var bytes: [UInt8] = []
        for line in lines {
            var rest = Array(line.utf8)[...]
            let isSoft = rest.last == UInt8(ascii: "=")
            if isSoft { rest = rest.dropLast() }
            while let byte = rest.popFirst() {
                if byte == UInt8(ascii: "="), rest.count >= 2,
                    let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
                {
                    bytes.append(value)
                    rest = rest.dropFirst(2)
                } else {
                    bytes.append(byte)
                }
            }
            if !isSoft { bytes.append(10) }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Line feeds only, and none at the end.
    private static func normalised(_ text: String) -> String {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        return lines.joined(separator: "\n").trimmingCharacters(in: .newlines)
    }
}
