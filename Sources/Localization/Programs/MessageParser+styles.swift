import Documents

extension MessageParser {
    mutating func style(
        _ type: String,
        _ start: Int
    ) throws(MessageProblem) -> Range<Int> {
        blanks()
        let styleStart = index
        while let byte = peek, byte != Sign.close, byte != Sign.open, byte != Sign.quote {
            index += 1
        }
        guard peek != nil else { throw unclosed(start) }
        var end = index
        while end > styleStart, Self.isBlank(bytes[end - 1]) { end -= 1 }
        let style = String(decoding: bytes[styleStart..<end], as: UTF8.self)
        let range = styleStart..<max(end, styleStart + 1)
        guard peek == Sign.close, Self.isKnown(style, of: type) else {
            let named = type == "number" ? "integer, percent" : "short, medium, long, full"
            throw MessageProblem(
                type == "number" ? "L007" : "L008",
                at: range,
                "`\(style)` is no style of `\(type)`",
                help: Self.advice(style, type) ?? "known are \(named), and skeletons after `::`"
            )
        }
        index += 1
        return styleStart..<end
    }

    /// What was probably meant by a style.
    private static func advice(_ style: String, _ type: String) -> String? {
        if style.hasPrefix("::"), type != "number" {
            let letter = style.unicodeScalars.dropFirst(2).first {
                !$0.isASCII || !skeletonLetters.contains(UInt8($0.value))
            }
            if let letter {
                return "`\(letter)` has no meaning in a skeleton; `::yMMMMd` is a whole date"
            }
            return "`Y` is the year of a week, and wrong around New Year: write y"
        }
        let known =
            type == "number" ? ["integer", "percent"] : ["short", "medium", "long", "full"]
        if let meant = Spelling.nearest(to: style, among: known) {
            return "did you mean `\(meant)`?"
        }
        let isPattern =
            type == "number" ? style.contains("0") : style.contains("y") || style.contains("H")
        return isPattern
            ? "each language has its own order: write a skeleton, such as ::\(type == "number" ? ".00" : "yMMMMd")"
            : nil
    }

    /// Letters that have a meaning in date skeletons; ICU prints garbage for others.
    private static let skeletonLetters = Set("GyYuQqMLwdEecabBhHKkjJCmsSzZOvVXx".utf8)

    private static func isKnown(_ style: String, of type: String) -> Bool {
        if style.hasPrefix("::") {
            let skeleton = style.utf8.dropFirst(2)
            return !skeleton.isEmpty
                && (type == "number" || skeleton.allSatisfy(skeletonLetters.contains))
                && (type == "number" || !skeleton.contains(UInt8(ascii: "Y"))
                    || skeleton.contains(UInt8(ascii: "w")))
        }
        return type == "number"
            ? ["integer", "percent"].contains(style)
            : ["short", "medium", "long", "full"].contains(style)
    }
}
