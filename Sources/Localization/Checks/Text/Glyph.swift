/// A character of a message as rules look at it, with its place in the pattern.
struct Glyph: Sendable, Hashable {
    /// What a character is to rules.
    enum Kind: UInt8, Sendable {
        case latin, cyrillic, han, letter, mark, digit
        /// The ordinary space, and other spaces that have a width.
        case space, blank
        case tab, lineEnd
        /// What has no width, or turns the direction of writing.
        case invisible
        case control
        /// Half-width `. , : ; ! ?`.
        case point
        /// Full-width punctuation, letters and digits.
        case wide
        case quote, apostrophe, open, close, hyphen, dash, ellipsis, percent
        /// The other characters of ASCII.
        case sign
        case broken
        case argument, number, branches
        case symbol
    }

    /// The scalar; of an argument its number in the passage.
    let value: UInt32
    private let start: UInt32
    private let length: UInt32
    let kind: Kind
    /// Whether it belongs to an address, a key, code or the like, which is no text to translate.
    var isLiteral = false

    init(_ value: UInt32, _ kind: Kind, at range: Range<Int>) {
        self.value = value
        self.kind = kind
        start = UInt32(truncatingIfNeeded: range.lowerBound)
        length = UInt32(truncatingIfNeeded: range.count)
    }

    init(_ value: UInt32, _ kind: Kind, start: UInt32, length: UInt32) {
        self.value = value
        self.kind = kind
        self.start = start
        self.length = length
    }

    /// Where it stands in the pattern.
    var place: Range<Int> { Int(start)..<(Int(start) + Int(length)) }

    var isLetter: Bool { kind.rawValue <= Kind.letter.rawValue }
    /// Whether it is a letter of a script that writes words of letters.
    var isOfAlphabet: Bool { isLetter && kind != .han }
    var isSpace: Bool { GlyphKinds.spaces.contains(GlyphKinds(kind)) }
    var isPlaceholder: Bool { GlyphKinds.placeholders.contains(GlyphKinds(kind)) }

    func `is`(_ scalar: Unicode.Scalar) -> Bool { value == scalar.value && !isPlaceholder }

    /// The letter in lower case; of the alphabets that our languages are written in.
    var folded: UInt32 { Self.fold(value) }

    var isUppercase: Bool { folded != value }

    static func fold(_ value: UInt32) -> UInt32 {
        switch value {
        case 0x61...0x7A, 0x430...0x44F, 0x4E00...0x9FFF: value
        case 0x41...0x5A, 0x410...0x42F: value + 32
        case 0xC0...0xD6, 0xD8...0xDE: value + 32
        case 0x400...0x40F: value + 80
        case 0x100...0x137, 0x14A...0x177, 0x460...0x481, 0x48A...0x52F: value | 1
        case 0x139...0x148, 0x179...0x17E: value + (value & 1)
        default: value
        }
    }
}

extension Glyph {
    /// What a scalar is.
    static func kind(of value: UInt32) -> Kind {
        value < 0x80 ? ascii(value) : other(value)
    }

    /// What Latin and Cyrillic characters are, since each character of each message is asked for.
    struct Table: @unchecked Sendable {
        private static let size: UInt32 = 0x530
        private let kinds = Row(keeping: (0..<size).map { Glyph.kind(of: $0) }).buffer
        private let folded = Row(keeping: (0..<size).map { Glyph.fold($0) }).buffer

        func kind(of value: UInt32) -> Kind {
            value < Self.size ? kinds[Int(value)] : Glyph.kind(of: value)
        }

        /// What a character of ASCII is.
        func kind(ofASCII value: UInt32) -> Kind { kinds[Int(value & 0x7F)] }

        /// The letter in lower case.
        func fold(_ value: UInt32) -> UInt32 {
            value < Self.size ? folded[Int(value)] : Glyph.fold(value)
        }
    }

    static let table = Table()

    private static func ascii(_ value: UInt32) -> Kind {
        switch value {
        case 0x61...0x7A, 0x41...0x5A: .latin
        case 0x20: .space
        case 0x30...0x39: .digit
        case 0x2E, 0x2C, 0x3A, 0x3B, 0x21, 0x3F: .point
        case 0x0A: .lineEnd
        case 0x09: .tab
        case 0x00...0x1F, 0x7F: .control
        case 0x22: .quote
        case 0x27: .apostrophe
        case 0x28, 0x5B, 0x7B: .open
        case 0x29, 0x5D, 0x7D: .close
        case 0x2D: .hyphen
        case 0x25: .percent
        default: .sign
        }
    }

    private static func other(_ value: UInt32) -> Kind {
        switch value {
        case 0x400...0x482, 0x48A...0x52F: .cyrillic
        case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x3005, 0x3007, 0x20000...0x3FFFF: .han
        case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x1E00...0x1EFF, 0xAA, 0xBA: .latin
        case 0x80...0x9F: .control
        case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: .blank
        case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF, 0x61C, 0x180E:
            .invisible
        case 0xAB, 0xBB, 0x2018, 0x201A...0x201F, 0x2039, 0x203A: .quote
        case 0x2019: .apostrophe
        case 0x2010, 0x2011: .hyphen
        case 0x2012...0x2015: .dash
        case 0x2026: .ellipsis
        case 0x300...0x36F, 0x483...0x489, 0x20D0...0x20FF, 0xFE00...0xFE0F: .mark
        case 0x3008, 0x300A, 0x300C, 0x300E, 0x3010, 0x3014, 0x3016, 0xFF08, 0xFF3B: .open
        case 0x3009, 0x300B, 0x300D, 0x300F, 0x3011, 0x3015, 0x3017, 0xFF09, 0xFF3D: .close
        case 0x3001, 0x3002, 0xFF01...0xFF65: .wide
        case 0x3041...0x3096, 0x30A1...0x30FA, 0xAC00...0xD7A3, 0x1100...0x11FF: .letter
        case 0x370...0x3FF, 0x530...0x1DFF: .letter
        case 0xFFFD: .broken
        default: .symbol
        }
    }
}

/// Which kinds of characters there are.
struct GlyphKinds: OptionSet, Sendable {
    let rawValue: UInt32

    init(rawValue: UInt32) { self.rawValue = rawValue }
    init(_ kind: Glyph.Kind) { rawValue = 1 << UInt32(kind.rawValue) }

    static func any(_ kinds: Glyph.Kind...) -> GlyphKinds {
        kinds.reduce(into: []) { $0.insert(GlyphKinds($1)) }
    }

    // Computed, so that they are numbers where they are used.
    private static func one(_ kind: Glyph.Kind) -> UInt32 { 1 << UInt32(kind.rawValue) }
    static var letters: GlyphKinds {
        GlyphKinds(rawValue: one(.latin) | one(.cyrillic) | one(.han) | one(.letter))
    }
    static var ofWords: GlyphKinds {
        GlyphKinds(rawValue: one(.latin) | one(.cyrillic) | one(.letter))
    }
    static var spaces: GlyphKinds {
        GlyphKinds(rawValue: one(.space) | one(.blank) | one(.tab) | one(.lineEnd))
    }
    static var placeholders: GlyphKinds {
        GlyphKinds(rawValue: one(.argument) | one(.number) | one(.branches))
    }
}

/// Which characters of ASCII there are, and whether there are others.
struct ASCIISigns: Sendable {
    private var low: UInt64 = 0
    private var high: UInt64 = 0
    private(set) var hasOthers = false

    func contains(_ scalar: Unicode.Scalar) -> Bool { contains(scalar.value) }

    func contains(_ value: UInt32) -> Bool {
        let bit: UInt64 = 1 << UInt64(value & 63)
        return value < 64 ? low & bit != 0 : value < 128 && high & bit != 0
    }

    mutating func insert(_ value: UInt32) {
        switch value {
        case 0..<64: low |= 1 << UInt64(value)
        case 64..<128: high |= 1 << UInt64(value & 63)
        default: hasOthers = true
        }
    }

    /// Inserts a character of ASCII.
    mutating func insert(ascii value: UInt32) {
        let bit: UInt64 = 1 << UInt64(value & 63)
        if value < 64 { low |= bit } else { high |= bit }
    }

    mutating func formUnion(_ other: ASCIISigns) {
        low |= other.low
        high |= other.high
        hasOthers = hasOthers || other.hasOthers
    }
}
