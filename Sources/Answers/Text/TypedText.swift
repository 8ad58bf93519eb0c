import Localization

/// A raw text made safe to look into: bounded, trimmed, without control characters.
struct TypedText {
    /// Why a text can't be looked into.
    enum Problem: Error {
        case tooLong
        case controlCharacters
    }

    /// No answer is longer than this; checked before any scalar is looked at or any C function called.
    static let maximumBytes = 4096

    /// The text without outer white space and invisible marks, tabulators replaced by spaces.
    let text: String

    /// Reads a raw text.
    ///
    /// Throws: `tooLong` above ``maximumBytes``, `controlCharacters` for what no keyboard types into a
    /// line: C0, C1, line separators, invisible direction marks inside the text, noncharacters.
    init(_ raw: String) throws(Problem) {
        guard raw.utf8.count <= Self.maximumBytes else { throw .tooLong }
        // Printable ASCII has neither marks nor control characters; asking Unicode about each takes long.
        if raw.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) {
            text = raw.trimmed
            return
        }
        var scalars = Substring(raw).unicodeScalars
        // Phones copy numbers wrapped in direction marks, so these go from the ends like white space.
        while let first = scalars.first, first.isTrimmed { scalars.removeFirst() }
        while let last = scalars.last, last.isTrimmed { scalars.removeLast() }
        guard !scalars.contains(where: \.isRefused) else { throw .controlCharacters }
        var result = String.UnicodeScalarView()
        result.append(contentsOf: scalars.map { $0 == "\t" ? " " : $0 })
        text = String(result)
    }
}

extension Unicode.Scalar {
    /// Whether it is white space of any script.
    var isWhite: Bool {
        isASCII ? value == 0x20 || (0x09...0x0D).contains(value) : properties.isWhitespace
    }

    /// Whether it is an ASCII digit; other scripts' digits are not digits to us.
    var isDigit: Bool { value >= 0x30 && value <= 0x39 }

    /// The value of an ASCII digit.
    var digit: Int? { isDigit ? Int(value) - 0x30 : nil }

    /// Whether it is an ASCII letter.
    var isLatinLetter: Bool { (value | 0x20) >= 0x61 && (value | 0x20) <= 0x7A }

    fileprivate var isTrimmed: Bool {
        isWhite || (properties.generalCategory == .format && !isJoiner)
    }

    // Some scripts' names can't be spelled without the two joiners, nor some emoji.
    private var isJoiner: Bool { value == 0x200C || value == 0x200D }

    fileprivate var isRefused: Bool {
        switch properties.generalCategory {
        case .control: self != "\t"
        case .format: !isJoiner
        case .lineSeparator, .paragraphSeparator, .surrogate: true
        default: properties.isNoncharacterCodePoint
        }
    }
}

extension String {
    /// Full-width ASCII as ASCII, the ideographic space as a space, and nothing else.
    var narrowed: String { TextFolding.mapWidth(self) }

    /// The text without white space around it.
    var trimmed: String {
        guard unicodeScalars.first?.isWhite == true || unicodeScalars.last?.isWhite == true else {
            return self
        }
        var scalars = unicodeScalars[...]
        while let first = scalars.first, first.isWhite { scalars.removeFirst() }
        while let last = scalars.last, last.isWhite { scalars.removeLast() }
        return String(scalars)
    }

    /// Runs of white space as one space each.
    var collapsed: String {
        guard !isCollapsed else { return self }
        return unicodeScalars.split(whereSeparator: \.isWhite)
            .map { String($0) }.joined(separator: " ")
    }

    /// Whether white space stands in it only as single spaces between words.
    private var isCollapsed: Bool {
        var isBehindSpace = true
        for scalar in unicodeScalars {
            let isSpace = scalar == " "
            if isSpace ? isBehindSpace : scalar.isWhite { return false }
            isBehindSpace = isSpace
        }
        return !isBehindSpace || unicodeScalars.isEmpty
    }

    /// The text without the scalars for which a condition holds.
    func removing(_ isRemoved: (Unicode.Scalar) -> Bool) -> String {
        var result = String.UnicodeScalarView()
        result.append(contentsOf: unicodeScalars.filter { !isRemoved($0) })
        return String(result)
    }

    /// Whether it has ASCII digits and nothing else.
    var isDigits: Bool { !isEmpty && unicodeScalars.allSatisfy(\.isDigit) }
}
