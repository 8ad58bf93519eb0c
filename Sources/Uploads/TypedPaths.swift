/// The paths in a line that a person typed, pasted, or dropped files into.
///
/// Terminals write a dropped file with quotes or with backslashes before what is special, some as an address that
/// begins with `file://`, several of them with blanks between.
public struct TypedPaths: Sendable {
    /// One of them.
    public struct Word: Sendable, Hashable {
        /// The path, with nothing left of quotes and backslashes.
        public let path: String
        /// Where it begins in the line, in scalars.
        public let start: Int
        /// Whether it begins with a quote that is not closed.
        public let openQuote: Unicode.Scalar?
    }

    /// All of them, in order.
    public let words: [Word]

    /// The paths of a line; one that is a file as it stands, blanks and all, is one path.
    public static func paths(in line: String, home: String?, isFile: (String) -> Bool) -> [String] {
        let whole = expanded(trimmed(line), home: home)
        if isFile(whole) { return [whole] }
        return TypedPaths(line, home: home).words.map(\.path)
    }

    /// A path as it would be typed: with backslashes before what is special.
    public static func quoted(_ path: String) -> String {
        var text = String.UnicodeScalarView()
        for scalar in path.unicodeScalars {
            let isSpecial = scalar == "'" || scalar == "\"" || scalar == "\\"
            if isSpecial || scalar.properties.isWhitespace { text.append("\\") }
            text.append(scalar)
        }
        return String(text)
    }

    /// Reads a line; `home` is what a tilde stands for.
    public init(_ line: String, home: String?) {
        let scalars = Array(line.unicodeScalars)
        var words: [Word] = []
        var place = 0
        while place < scalars.count {
            if scalars[place].properties.isWhitespace {
                place += 1
                continue
            }
            words.append(Self.word(in: scalars, from: &place, home: home))
        }
        self.words = words
    }

    private static func word(
        in scalars: [Unicode.Scalar],
        from place: inout Int,
        home: String?
    ) -> Word {
        let start = place
        var text = String.UnicodeScalarView()
        var quote: Unicode.Scalar?
        while place < scalars.count {
            let scalar = scalars[place]
            if let open = quote {
                if scalar == open {
                    quote = nil
                } else if open == "\"", scalar == "\\", place + 1 < scalars.count {
                    place += 1
                    text.append(scalars[place])
                } else {
                    text.append(scalar)
                }
            } else if scalar == "'" || scalar == "\"" {
                quote = scalar
            } else if scalar == "\\", place + 1 < scalars.count {
                place += 1
                text.append(scalars[place])
            } else if scalar.properties.isWhitespace {
                break
            } else {
                text.append(scalar)
            }
            place += 1
        }
        let isQuoted = scalars[start] == "'" || scalars[start] == "\""
        let path = isQuoted ? String(text) : expanded(String(text), home: home)
        return Word(path: path, start: start, openQuote: quote)
    }

    /// A path with its tilde replaced, or that of an address.
    private static func expanded(_ path: String, home: String?) -> String {
        if path.hasPrefix("file://") { return decoded(path.dropFirst(7)) }
        guard let home, path == "~" || path.hasPrefix("~/") else { return path }
        return home + path.dropFirst()
    }

    /// The path of an address, without the machine that it may name.
    private static func decoded(_ address: Substring) -> String {
        let bytes = Array(address.drop { $0 != "/" }.utf8)
        var decoded: [UInt8] = []
        var place = 0
        while place < bytes.count {
            if bytes[place] == UInt8(ascii: "%"), place + 2 < bytes.count,
                let byte = UInt8(
                    String(decoding: bytes[(place + 1)...(place + 2)], as: UTF8.self),
                    radix: 16
                )
            {
                decoded.append(byte)
                place += 3
            } else {
                decoded.append(bytes[place])
                place += 1
            }
        }
        return String(decoding: decoded, as: UTF8.self)
    }

    private static func trimmed(_ line: String) -> String {
        let start = line.drop(while: \.isWhitespace)
        guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(start[...last])
    }
}
