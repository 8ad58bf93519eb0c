/// A language for testing, made from the words of another, so that text which came from a locale file is told from
/// text that did not.
///
/// Every message stands in `⟦ ⟧`; what is in braces in a message is not touched.
public enum PseudoLanguage: String, Sendable, CaseIterable {
    /// `en-XA`: accents on all letters, and a third longer, as translations are.
    case accented = "XA"
    /// `en-XB`: each word backwards and upside down, as strange as a script that is new to a screen.
    ///
    /// Nothing in it turns the direction of writing: such characters are shown and not obeyed.
    case mirrored = "XB"
    /// `zh-XW`: letters of two cells, as Chinese has.
    case wide = "XW"
    /// `en-XL`: twice as long, in longer words.
    case long = "XL"
    /// `en-XK`: the key of each message, and what it is given.
    case keys = "XK"

    /// The pseudo-language of a tag such as `en-XA`; `nil` for a language that people speak.
    ///
    /// `XK` is also what is often written for Kosovo, so it is one with English only.
    public init?(_ tag: LanguageTag) {
        let text = tag.rawValue
        guard text.utf8.count > 3, text.utf8.suffix(3).first == UInt8(ascii: "-"),
            let found = PseudoLanguage(rawValue: String(text.suffix(2))),
            found != .keys || text == "en-XK"
        else { return nil }
        self = found
    }

    /// The tags by which they are known.
    public static let tags: [LanguageTag] = allCases.map { language in
        LanguageTag((language == .wide ? "zh-" : "en-") + language.rawValue)
    }

    /// Whether the text of a message is read and never shown: answers and words that are taken for yes and no.
    ///
    /// It stays as it is, so that one can answer.
    public static func keeps(_ key: MessageKey) -> Bool {
        key.rawValue.hasPrefix("captcha.answer.") || key == "input.yes" || key == "input.no"
    }

    /// A text as the pseudo-language has it.
    public func text(_ text: String) -> String {
        "⟦\(words(text))\(filling(text.count))⟧"
    }

    /// A message as the pseudo-language has it; nothing in braces changes.
    func program(_ program: MessageProgram, of key: MessageKey) -> MessageProgram {
        if Self.keeps(key) { return program }
        if self == .keys { return Self.program(naming: key, program) }
        return program.mappingLiterals(
            prefix: "⟦",
            suffix: "\(filling(program.literalLength))⟧",
            words
        )
    }

    /// The pattern of a message as the pseudo-language has it; nothing in braces changes.
    ///
    /// O(length of the pattern). A pattern that can't be read stays as it is.
    public func pattern(_ pattern: String, of key: MessageKey) -> String {
        if Self.keeps(key) { return pattern }
        // What can't be read is a finding of its own.
        guard let tree = try? MessageTree.parse(pattern) else { return pattern }
        if self == .keys { return Self.pattern(naming: key, tree.arguments.map(\.name)) }
        var writer = PatternWriting(pattern, words: words)
        let body = writer.written(tree)
        return "⟦\(body)\(filling(writer.length))⟧"
    }

    /// A text with other letters and otherwise as it is.
    func words(_ text: String) -> String {
        switch self {
        case .accented: PseudoLetters.accented(text)
        case .mirrored: PseudoLetters.turned(text)
        case .wide: PseudoLetters.wide(text)
        case .long: PseudoLetters.stretched(text)
        case .keys: text
        }
    }

    /// What makes a text longer behind its words.
    private func filling(_ length: Int) -> String {
        switch self {
        case .accented, .long:
            length == 0 ? "" : String(repeating: "~", count: min(40, (length + 2) / 3))
        case .mirrored, .wide, .keys: ""
        }
    }

    // MARK: - Keys

    private static func program(naming key: MessageKey, _ program: MessageProgram) -> MessageProgram
    {
        let pattern = pattern(naming: key, program.arguments.map(\.name))
        // A message of arguments that were compiled once can be compiled again.
        let named = try? MessageProgram.compile(pattern, language: LanguageTag("en"))
        return named ?? MessageProgram(plain: "⟦\(key.rawValue)⟧")
    }

    private static func pattern(naming key: MessageKey, _ names: [String]) -> String {
        var seen: Set<String> = []
        let values = names.filter { seen.insert($0).inserted }.map { " \($0)={\($0)}" }
        return "⟦\(PatternWriting.quoted(key.rawValue))\(values.joined())⟧"
    }
}

/// Writes a pattern with other words; everything that is no word stays byte by byte.
private struct PatternWriting {
    private let bytes: [UInt8]
    private let words: (String) -> String
    /// How many characters the words had.
    private(set) var length = 0

    init(_ pattern: String, words: @escaping (String) -> String) {
        bytes = Array(pattern.utf8)
        self.words = words
    }

    mutating func written(_ tree: MessageTree) -> String {
        written(tree.nodes, 0..<bytes.count, countsHere: false)
    }

    /// Writes a message, or a branch of one; directly inside of a plural `#` is a number.
    private mutating func written(
        _ nodes: [MessageTree.Node],
        _ range: Range<Int>,
        countsHere: Bool
    ) -> String {
        var result = ""
        var place = range.lowerBound
        for node in nodes {
            guard case .text(let text) = node else {
                if case .argument(let argument) = node {
                    var countsInside = true
                    if case .select = argument.format { countsInside = false }
                    for branch in argument.branches {
                        result += copy(place..<branch.range.lowerBound)
                        result += written(branch.nodes, branch.range, countsHere: countsInside)
                        place = branch.range.upperBound
                    }
                }
                continue
            }
            result += copy(place..<text.range.lowerBound)
            result += Self.quoted(words(text.value), hash: countsHere)
            length += text.value.count
            place = text.range.upperBound
        }
        return result + copy(place..<range.upperBound)
    }

    private func copy(_ range: Range<Int>) -> String {
        guard range.lowerBound < range.upperBound else { return "" }
        return String(decoding: bytes[range], as: UTF8.self)
    }

    /// A text in which nothing means anything to ICU.
    static func quoted(_ text: String, hash: Bool = false) -> String {
        var result = ""
        for character in text {
            switch character {
            case "'": result += "''"
            case "{", "}": result += "'\(character)'"
            case "#" where hash: result += "'#'"
            default: result.append(character)
            }
        }
        return result
    }
}
