/// Makes the flat list of a message from its tree.
///
/// `#` shows the value of the plural directly around it, less the offset.
struct ProgramCompiler {
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

    /// Compiles what ``MessageParser`` has read.
    static func compile(
        _ tree: MessageTree,
        _ formats: LanguageFormats
    ) throws(MessageProblem) -> MessageProgram {
        // Apostrophes that quote make text of any pattern.
        if tree.nodes.count < 2 {
            guard let node = tree.nodes.first else { return MessageProgram(plain: "") }
            if case .text(let text) = node { return MessageProgram(plain: text.value) }
        }
        var compiler = ProgramCompiler(formats: formats)
        compiler.literals.reserveCapacity(tree.length)
        compiler.operations.reserveCapacity(8)
        try compiler.message(tree.nodes, nil)
        return compiler.program
    }

    private init(formats: LanguageFormats) {
        self.formats = formats
    }

    private var program: MessageProgram {
        MessageProgram(
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

    /// Compiles a message; depth is bounded by the parser.
    mutating func message(
        _ nodes: [MessageTree.Node],
        _ plural: Surroundings?
    ) throws(MessageProblem) {
        for node in nodes {
            switch node {
            case .text(let text):
                let start = Int32(clamping: literals.count)
                literals.append(contentsOf: text.value.utf8)
                let end = Int32(clamping: literals.count)
                operations.append(.literal(start: start, end: end))
            case .number:
                // Only directly inside of a plural, a sign is a number.
                guard let plural else { continue }
                operations.append(.replaceNumber(slot: plural.slot, branches: plural.branches))
            case .argument(let argument):
                try add(argument)
            }
        }
    }

    // MARK: - Arguments

    private mutating func add(_ argument: MessageTree.Argument) throws(MessageProblem) {
        switch argument.format {
        case .plain:
            operations.append(.argument(slot: try slot(argument, .any)))
        case .number(let style):
            let slot = try slot(argument, .number)
            numbers.append(try numberStyle(style, at: argument.styleRange))
            operations.append(.number(slot: slot, style: Int32(clamping: numbers.count - 1)))
        case .date(let style):
            try moment(argument, style, .date)
        case .time(let style):
            try moment(argument, style, .time)
        case .plural(let branches):
            try plural(argument, branches, ordinal: false)
        case .ordinal(let branches):
            try plural(argument, branches, ordinal: true)
        case .select(let branches):
            try select(argument, branches.list)
        }
    }

    /// The place of an argument among the message's; the same for all of its uses.
    mutating func slot(
        _ argument: MessageTree.Argument,
        _ kind: MessageArgumentKind
    ) throws(MessageProblem) -> Int32 {
        let name = argument.name
        guard let known = arguments.firstIndex(where: { $0.name == name }) else {
            arguments.append(FlatProgram.Argument(name: name, kind: kind))
            return Int32(clamping: arguments.count - 1)
        }
        guard let merged = arguments[known].kind.merged(with: kind) else {
            throw MessageProblem(
                "L022",
                at: argument.nameRange,
                "`\(name)` is used as a \(kind.rawValue) here and as a \(arguments[known].kind.rawValue) before",
                help: "use two arguments"
            )
        }
        arguments[known] = FlatProgram.Argument(name: name, kind: merged)
        return Int32(clamping: known)
    }

    private func numberStyle(
        _ style: String,
        at range: Range<Int>
    ) throws(MessageProblem) -> NumberStyle {
        switch style {
        case "": return .named(.number)
        case "integer": return .named(.integer)
        case "percent": return .named(.percent)
        default:
            guard let skeleton = NumberSkeleton(String(style.dropFirst(2)), formats) else {
                throw MessageProblem(
                    "L007",
                    at: range,
                    "ICU doesn't know the number skeleton `\(style)`",
                    help: "`::.00` shows two decimals, `::percent` a percentage"
                )
            }
            return .skeleton(skeleton)
        }
    }

    private mutating func moment(
        _ argument: MessageTree.Argument,
        _ style: String,
        _ kind: MessageArgumentKind
    ) throws(MessageProblem) {
        let slot = try slot(argument, kind)
        let writer = Self.dateStyle(style, isTime: kind == .time).flatMap(formats.dates)
        guard let writer else {
            throw MessageProblem(
                "L008",
                at: style.isEmpty ? argument.nameRange : argument.styleRange,
                "ICU doesn't know the date style `\(style)`"
            )
        }
        dates.append(writer)
        operations.append(.date(slot: slot, style: Int32(clamping: dates.count - 1)))
    }

    private static func dateStyle(_ style: String, isTime: Bool) -> DateStyle? {
        let lengths: [String: DateStyle.Length] = [
            "short": .short, "": .medium, "medium": .medium, "long": .long, "full": .full,
        ]
        if let length = lengths[style] { return isTime ? .time(length) : .date(length) }
        return style.hasPrefix("::") ? .skeleton(String(style.dropFirst(2))) : nil
    }
}
