import Foundation

/// Reads a letter back, written apart from the writer: RFC 5322, 2045, 2046 and 2047 as far as
/// our letters use them.
struct LetterDecoder {
    struct Part {
        let headers: [(name: String, value: String)]
        let body: String
    }

    struct Problem: Error {
        let text: String
    }

    let headers: [(name: String, value: String)]
    let parts: [Part]
    let lines: [String]

    init(_ bytes: [UInt8]) throws {
        let text = String(decoding: bytes, as: UTF8.self)
        lines = text.components(separatedBy: "\r\n")
        guard lines.allSatisfy({ !$0.utf8.contains(13) && !$0.utf8.contains(10) }) else {
            throw Problem(text: "a line break that is not CRLF")
        }
        let (headers, rest) = try Self.split(lines[...])
        self.headers = headers
        let boundary = try Self.boundary(headers)
        let inside = rest.split(separator: "--" + boundary, omittingEmptySubsequences: false)
        guard inside.count == 3, inside[0] == [""] || inside[0].isEmpty,
            let last = inside.last?.lastIndex(of: "--\(boundary)--")
        else { throw Problem(text: "the parts are not as they should be: \(inside.count)") }
        parts = try [inside[1], inside[2][..<last]].map { lines in
            let (headers, body) = try Self.split(lines)
            let encoding = headers.first { $0.name == "Content-Transfer-Encoding" }?.value
            return Part(headers: headers, body: try Self.body(Array(body), encoding))
        }
    }

    func values(_ name: String) -> [String] {
        headers.filter { $0.name.lowercased() == name.lowercased() }.map(\.value)
    }

    /// The text of a header with its encoded words decoded.
    func text(_ name: String) throws -> String {
        try Self.decodeWords(values(name).joined(separator: "|"))
    }

    private static func split(
        _ lines: ArraySlice<String>
    ) throws -> ([(name: String, value: String)], ArraySlice<String>) {
        guard let end = lines.firstIndex(of: "") else { throw Problem(text: "no end of head") }
        var headers: [(name: String, value: String)] = []
        for line in lines[..<end] {
            if line.hasPrefix(" ") {
                headers[headers.count - 1].value += line
            } else {
                let halves = line.split(separator: ":", maxSplits: 1)
                guard halves.count == 2, halves[1].hasPrefix(" ") else {
                    throw Problem(text: "not a header: \(line)")
                }
                headers.append((String(halves[0]), String(halves[1].dropFirst())))
            }
        }
        return (headers, lines[(end + 1)...])
    }

    private static func boundary(_ headers: [(name: String, value: String)]) throws -> String {
        let type = headers.first { $0.name == "Content-Type" }?.value ?? ""
        let pieces = type.components(separatedBy: "\"")
        guard pieces.count == 3, pieces[0] == "multipart/alternative; boundary=" else {
            throw Problem(text: "no boundary: \(type)")
        }
        return pieces[1]
    }

    private static func body(_ lines: [String], _ encoding: String?) throws -> String {
        switch encoding {
        case "base64":
            guard let data = Data(base64Encoded: lines.joined()) else {
                throw Problem(text: "not base64")
            }
            return String(decoding: data, as: UTF8.self)
        case "quoted-printable":
            let joined = lines.joined(separator: "\r\n").replacingOccurrences(of: "=\r\n", with: "")
            return String(decoding: try unquote(Array(joined.utf8)), as: UTF8.self)
        default:
            throw Problem(text: "encoding \(encoding ?? "none")")
        }
    }

    private static func unquote(_ bytes: [UInt8]) throws -> [UInt8] {
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "=") else {
                result.append(bytes[index])
                index += 1
                continue
            }
            let digits = String(decoding: bytes[(index + 1)...].prefix(2), as: UTF8.self)
            guard digits.count == 2, let byte = UInt8(digits, radix: 16) else {
                throw Problem(text: "=\(digits)")
            }
            result.append(byte)
            index += 3
        }
        return result
    }

    static func decodeWords(_ text: String) throws -> String {
        var result = ""
        var wasEncoded = false
        for (index, word) in text.components(separatedBy: " ").enumerated() {
            let pieces = word.components(separatedBy: "?")
            let isEncoded = pieces.count == 5 && pieces[0] == "=" && pieces[4] == "="
            if index > 0, !(wasEncoded && isEncoded) { result += " " }
            if isEncoded {
                guard pieces[1] == "UTF-8", pieces[2] == "B", word.utf8.count <= 75,
                    let data = Data(base64Encoded: pieces[3]),
                    // Each word has to be whole characters: this refuses half ones.
                    let decoded = String(data: data, encoding: .utf8)
                else { throw Problem(text: "not an encoded word: \(word)") }
                result += decoded
            } else {
                result += word
            }
            wasEncoded = isEncoded
        }
        return result
    }
}
