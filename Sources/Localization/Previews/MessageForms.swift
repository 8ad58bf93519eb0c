/// Everything that a message can say: each form of its plurals, each branch of its selects, with samples for the rest.
public struct MessageForms: Sendable {
    /// A value with the argument that it stands for.
    public struct Value: Sendable, Hashable {
        /// The argument's name.
        public let name: String
        /// The value.
        public let argument: MessageArgument
        /// Whether the message chooses a branch by it.
        public let isChosen: Bool
    }

    /// One thing that the message can say.
    public struct Form: Sendable, Hashable {
        /// The values with which it says so: each case names those that choose a branch; one case at least.
        public fileprivate(set) var cases: [[Value]]
        /// What it says.
        public let text: String
    }

    /// The forms, in the order of the samples; what is said for several values stands once.
    public let forms: [Form]
    /// The values that are the same in all forms.
    public let fixed: [Value]
    /// Whether there are so many combinations that each argument varies by itself.
    public let isShortened: Bool

    /// More combinations than this are nothing to be read.
    private static let limit = 48

    /// Writes a message in all forms.
    ///
    /// - Parameters:
    ///   - pattern: The message as the file has it.
    ///   - program: The message as it was compiled.
    ///   - language: The language, whose plural forms are shown.
    ///   - zone: The time zone, an IANA name.
    ///   - sample: A value for an argument by which nothing is chosen.
    public init(
        of pattern: String,
        _ program: MessageProgram,
        in language: LanguageTag,
        zone: String = "UTC",
        sample: (String, MessageArgumentKind) -> MessageArgument
    ) {
        // What can't be read is not compiled either.
        let arguments = (try? MessageTree.parse(pattern))?.arguments ?? []
        var axes: [(name: String, values: [MessageArgument])] = []
        var fixed: [Value] = []
        for (name, kind) in program.arguments {
            let values = Self.values(of: arguments.filter { $0.name == name }, language)
            if values.isEmpty {
                let argument = sample(name, kind)
                fixed.append(Value(name: name, argument: argument, isChosen: false))
            } else {
                axes.append((name, values))
            }
        }
        let (cases, isShortened) = Self.combinations(axes)
        var forms: [Form] = []
        for chosen in cases {
            let all = (fixed + chosen).map { ($0.name, $0.argument) }
            let values = Dictionary(all) { first, _ in first }
            let text = program.format(values, zone: zone)
            if let same = forms.firstIndex(where: { $0.text == text }) {
                forms[same].cases.append(chosen)
            } else {
                forms.append(Form(cases: [chosen], text: text))
            }
        }
        self.forms = forms
        self.fixed = fixed
        self.isShortened = isShortened
    }

    /// The values by which branches are chosen; empty for an argument that is only shown.
    private static func values(
        of uses: [MessageTree.Argument],
        _ language: LanguageTag
    ) -> [MessageArgument] {
        var values: [MessageArgument] = []
        func add(_ value: MessageArgument) {
            if !values.contains(value) { values.append(value) }
        }
        for use in uses {
            switch use.format {
            case .plain, .number, .date, .time: break
            case .plural(let branches), .ordinal(let branches):
                var isOrdinal = false
                if case .ordinal = use.format { isOrdinal = true }
                for branch in branches.list where branch.selector.first == "=" {
                    if let number = Int64(branch.selector.dropFirst()) { add(.integer(number)) }
                }
                for sample in PluralForms.of(language, isOrdinal: isOrdinal).samples {
                    add(sample.value)
                }
            case .select(let branches):
                for branch in branches.list where branch.selector != "other" {
                    add(.choice(branch.selector))
                }
                add(.choice("other"))
            }
        }
        return values.sorted(by: Self.isSmaller)
    }

    /// Numbers by their size, the broken one last; words keep their order.
    private static func isSmaller(_ left: MessageArgument, _ right: MessageArgument) -> Bool {
        guard case .integer(let first) = left else { return false }
        guard case .integer(let second) = right else { return true }
        return first < second
    }

    private static func combinations(
        _ axes: [(name: String, values: [MessageArgument])]
    ) -> (cases: [[Value]], isShortened: Bool) {
        let value = { (name: String, argument: MessageArgument) in
            Value(name: name, argument: argument, isChosen: true)
        }
        var count = 1
        for axis in axes { count = min(count, limit + 1) * axis.values.count }
        guard count > limit else {
            var cases: [[Value]] = [[]]
            for axis in axes {
                cases = cases.flatMap { before in
                    axis.values.map { before + [value(axis.name, $0)] }
                }
            }
            return (cases, false)
        }
        let usual = axes.compactMap { axis in axis.values.first.map { value(axis.name, $0) } }
        var cases: [[Value]] = []
        for (index, axis) in axes.enumerated() {
            for argument in axis.values {
                var changed = usual
                changed[index] = value(axis.name, argument)
                if !cases.contains(changed) { cases.append(changed) }
            }
        }
        return (cases, true)
    }
}
