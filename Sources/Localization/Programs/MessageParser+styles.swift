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
        if peek == Sign.close {
            let isSkeleton = style.hasPrefix("::")
            let fault =
                isSkeleton && type != "number" ? DateSkeleton.fault(in: style.dropFirst(2)) : nil
            if let fault {
                throw MessageProblem(
                    "L008",
                    at: range,
                    "the skeleton `\(style)` shows something else than it seems to",
                    help: fault
                )
            }
            if isSkeleton ? style.utf8.count > 2 : Self.names(of: type).contains(style) {
                index += 1
                return styleStart..<end
            }
        }
        let names = Self.names(of: type)
        let meant = Spelling.guess(style, among: names)
        throw MessageProblem(
            type == "number" ? "L007" : "L008",
            at: range,
            "`\(style)` is no style of `\(type)`",
            help: meant.map { "did you mean `\($0.word)`?" }
                ?? "known are \(names.joined(separator: ", ")), and skeletons such as ::\(type == "number" ? ".00" : "yMMMMd")",
            replacement: meant.flatMap { $0.isCertain ? $0.word : nil }
        )
    }

    private static func names(of type: String) -> [String] {
        type == "number" ? ["integer", "percent"] : ["short", "medium", "long", "full"]
    }
}

/// The letters of date skeletons.
enum DateSkeleton {
    /// Letters that have a meaning; ICU prints garbage for others.
    private static let letters = Set("GyYuQqMLwdEecabBhHKkjJCmsSzZOvVXx".utf8)

    /// What is wrong with a skeleton, in words; `nil` where nothing is.
    static func fault(in skeleton: Substring) -> String? {
        if let sign = skeleton.unicodeScalars.first(where: {
            !$0.isASCII || !letters.contains(UInt8($0.value))
        }) {
            return "`\(sign)` has no meaning in a skeleton; `::yMMMMd` is a whole date"
        }
        func has(_ some: String) -> Bool { skeleton.contains { some.contains($0) } }
        if has("Y"), !has("w") {
            return "`Y` is the year of a week, and wrong around New Year: write y"
        }
        let hasHours = has("hHkKjJC")
        if has("m"), !hasHours, !has("s") { return "`m` is minutes: the month is M" }
        if has("M"), hasHours, !has("dyuQqLEecG") { return "`M` is the month: minutes are m" }
        return nil
    }
}
