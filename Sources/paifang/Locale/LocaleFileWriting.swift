import Documents

/// Writes a whole new locale file; one that is there is only ever patched.
enum LocaleFileWriting {
    /// The file's text: keys in keys, each text in double quotes on one line.
    static func text(_ messages: [(key: String, pattern: String)], heading: String) -> String {
        var lines = ["# \(heading)"]
        var open: [String] = []
        for (key, pattern) in messages {
            let parts = key.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
            let parents = Array(parts.dropLast())
            let common = zip(open, parents).prefix { $0 == $1 }.count
            for depth in common..<max(common, parents.count) {
                if depth == 0 { lines.append("") }
                lines.append(indent(depth) + name(parents[depth]) + ":")
            }
            open = parents
            // A text in JSON is one in YAML, too.
            let text = JSONWriter.compact(.string(pattern))
            lines.append(indent(parents.count) + name(parts.last ?? "") + ": " + text)
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func indent(_ depth: Int) -> String { String(repeating: "  ", count: depth) }

    /// A key, in quotes where YAML could take it for something else.
    private static func name(_ text: String) -> String {
        let words = ["true", "false", "yes", "no", "on", "off", "null", "y", "n"]
        let isPlain =
            text.first.map { $0.isASCII && $0.isLetter } == true
            && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "_-".contains($0)) }
            && !words.contains(text.lowercased())
        return isPlain ? text : JSONWriter.compact(.string(text))
    }
}
