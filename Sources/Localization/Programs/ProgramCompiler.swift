import CICUBridge

/// Makes the flat list of a message from the parts that ICU finds in its pattern.
///
/// What ICU's parts leave to their reader: literal text lies between them; a skipped part is not
/// text, and an inserted character is not to be shown; `#` is a part only directly inside a branch
/// of a plural, and shows the value less the offset.
struct ProgramCompiler {
    private let pattern: [UInt8]
    let parts: [pf_part]
    let formats: LanguageFormats
    private var arguments: [FlatProgram.Argument] = []
    private var literals: [UInt8] = []
    var operations: [FlatProgram.Operation] = []
    private var numbers: [NumberStyle] = []
    private var dates: [DateWriter] = []
    var plurals: [PluralBranches] = []
    var selects: [SelectBranches] = []

    /// The plural argument directly around a message.
    struct Surroundings {
        let slot: Int32
        let branches: Int32
    }

    /// Compiles a pattern that ``MessageParser`` has let through.
    static func compile(
        _ text: String,
        _ formats: LanguageFormats
    ) throws(MessageProblem) -> MessageProgram {
        let pattern = Array(text.utf8)
        let parts = try parts(of: pattern)
        var compiler = ProgramCompiler(
            pattern: pattern,
            parts: parts,
            formats: formats
        )
        try compiler.message(at: 0, nil)
        return compiler.program
    }

    private init(pattern: [UInt8], parts: [pf_part], formats: LanguageFormats) {
        self.pattern = pattern
        self.parts = parts
        self.formats = formats
    }

    private static func parts(of pattern: [UInt8]) throws(MessageProblem) -> [pf_part] {
        var room = max(32, pattern.count / 2)
        while true {
            var count: Int32 = 0
            var offset: Int32 = 0
            let parts = [pf_part](unsafeUninitializedCapacity: room) { space, initialized in
                count = pf_pattern_parse(
                    pattern,
                    Int32(clamping: pattern.count),
                    space.baseAddress,
                    Int32(clamping: room),
                    &offset
                )
                initialized = count >= 0 && Int(count) <= room ? Int(count) : 0
            }
            if count < 0 {
                let place = min(Int(offset), pattern.count)
                throw MessageProblem(
                    "L001",
                    at: place..<place,
                    "ICU doesn't understand the message here"
                )
            }
            if Int(count) <= room { return parts }
            room = Int(count)
        }
    }

    private var program: MessageProgram {
        let isPlain = operations.allSatisfy { if case .literal = $0 { true } else { false } }
        guard !isPlain else {
            return MessageProgram(plain: String(decoding: literals, as: UTF8.self))
        }
        return MessageProgram(
            FlatProgram(
                formats: formats,
                arguments: arguments,
                literals: literals,
                operations: operations,
                numbers: numbers,
                dates: dates,
                plurals: plurals,
                selects: selects
            )
        )
    }

    // MARK: - Messages

    /// Compiles the message whose start part has an index; depth is bounded by the scanner.
    mutating func message(at start: Int, _ plural: Surroundings?) throws(MessageProblem) {
        var index = start + 1
        var textStart = end(of: start)
        let segmentStart = operations.count
        while index < parts.count {
            let part = parts[index]
            literal(textStart..<Int(part.offset), since: segmentStart)
            textStart = end(of: index)
            switch Int(part.kind) {
            case Int(pf_part_message_limit.rawValue):
                return
            case Int(pf_part_replace_number.rawValue):
                if let plural {
                    operations.append(
                        .replaceNumber(slot: plural.slot, branches: plural.branches)
                    )
                }
            case Int(pf_part_argument_start.rawValue):
                try argument(at: index)
                index = Int(part.limit)
                textStart = end(of: index)
            default:
                break
            }
            index += 1
        }
    }

    private func end(of index: Int) -> Int {
        Int(parts[index].offset) + Int(parts[index].length)
    }

    func text(of index: Int) -> String {
        let start = Int(parts[index].offset)
        return String(decoding: pattern[start..<end(of: index)], as: UTF8.self)
    }

    /// Adds literal text, to the piece before it where that belongs to the same message.
    private mutating func literal(_ range: Range<Int>, since segmentStart: Int) {
        guard !range.isEmpty else { return }
        let start = Int32(clamping: literals.count)
        literals.append(contentsOf: pattern[range])
        let end = Int32(clamping: literals.count)
        if operations.count > segmentStart, case .literal(let before, start)? = operations.last {
            operations[operations.count - 1] = .literal(start: before, end: end)
        } else {
            operations.append(.literal(start: start, end: end))
        }
    }

    // MARK: - Arguments

    private mutating func argument(at start: Int) throws(MessageProblem) {
        let name = text(of: start + 1)
        switch UInt32(parts[start].value) {
        case pf_argument_simple.rawValue:
            try simple(name, at: start)
        case pf_argument_plural.rawValue:
            try plural(name, at: start, ordinal: false)
        case pf_argument_selectordinal.rawValue:
            try plural(name, at: start, ordinal: true)
        case pf_argument_select.rawValue:
            try select(name, at: start)
        default:
            operations.append(.argument(slot: try slot(name, .any, at: start)))
        }
    }

    mutating func slot(
        _ name: String,
        _ kind: MessageArgumentKind,
        at index: Int
    ) throws(MessageProblem) -> Int32 {
        guard let known = arguments.firstIndex(where: { $0.name == name }) else {
            arguments.append(FlatProgram.Argument(name: name, kind: kind))
            return Int32(clamping: arguments.count - 1)
        }
        guard let merged = arguments[known].kind.merged(with: kind) else {
            throw problem(
                "L022",
                at: index + 1,
                "`\(name)` is used as a \(kind.rawValue) here and as a \(arguments[known].kind.rawValue) before",
                help: "use two arguments"
            )
        }
        arguments[known] = FlatProgram.Argument(name: name, kind: merged)
        return Int32(clamping: known)
    }

    private mutating func simple(_ name: String, at start: Int) throws(MessageProblem) {
        let type = text(of: start + 2)
        let hasStyle = UInt32(parts[start + 3].kind) == pf_part_argument_style.rawValue
        let style = hasStyle ? text(of: start + 3).trimmingASCIIBlanks : ""
        let place = hasStyle ? start + 3 : start + 2
        if type == "number" {
            let slot = try slot(name, .number, at: start)
            numbers.append(try numberStyle(style, at: place))
            operations.append(.number(slot: slot, style: Int32(clamping: numbers.count - 1)))
            return
        }
        let isTime = type == "time"
        let slot = try slot(name, isTime ? .time : .date, at: start)
        guard let writer = dateStyle(style, time: isTime).flatMap(formats.dates) else {
            throw problem("L008", at: place, "ICU doesn't know the date style `\(style)`")
        }
        dates.append(writer)
        operations.append(.date(slot: slot, style: Int32(clamping: dates.count - 1)))
    }

    private func numberStyle(_ style: String, at index: Int) throws(MessageProblem) -> NumberStyle {
        switch style {
        case "": return .named(.number)
        case "integer": return .named(.integer)
        case "percent": return .named(.percent)
        default:
            guard let skeleton = NumberSkeleton(String(style.dropFirst(2)), formats) else {
                throw problem(
                    "L007",
                    at: index,
                    "ICU doesn't know the number skeleton `\(style)`",
                    help: "`::.00` shows two decimals, `::percent` a percentage"
                )
            }
            return .skeleton(skeleton)
        }
    }

    private func dateStyle(_ style: String, time: Bool) -> DateStyle? {
        let lengths: [String: DateStyle.Length] = [
            "short": .short, "": .medium, "medium": .medium, "long": .long, "full": .full,
        ]
        if let length = lengths[style] { return time ? .time(length) : .date(length) }
        return style.hasPrefix("::") ? .skeleton(String(style.dropFirst(2))) : nil
    }

    private func problem(
        _ code: String,
        at index: Int,
        _ message: String,
        help: String? = nil
    ) -> MessageProblem {
        let end = end(of: index)
        var start = Int(parts[index].offset)
        // A style begins directly behind the comma.
        while start + 1 < end, pattern[start] == 0x20 { start += 1 }
        return MessageProblem(code, at: start..<end, message, help: help)
    }
}
