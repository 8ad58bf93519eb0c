import Documents

/// Arguments that a message lacks, has too many, or uses as something else (L020, L021, L022).
enum ArgumentRules {
    static func problems(_ inspection: MessageInspection) -> [MessageProblem] {
        let own = inspection.arguments
        let wanted = inspection.original?.arguments
        var problems: [MessageProblem] = []
        // What is missing is told once: where something else stands in its place, there.
        var told: Set<String> = []
        for argument in own {
            let name = argument.name
            if let wanted, !wanted.contains(where: { $0.name == name }) {
                let missing = wanted.map(\.name).filter { name in !own.contains { $0.name == name }
                }
                let (problem, meant) = unknown(argument, missing, wanted.map(\.name))
                if let meant { told.insert(meant) }
                problems.append(problem)
            } else if let problem = given(argument, inspection) ?? changed(argument, own, wanted) {
                problems.append(problem)
            }
        }
        for lost in inspection.lost where told.insert(lost.name).inserted {
            // In apostrophes it is there, and readers see its braces (L037).
            if inspection.tree.nodes.haveText("{\(lost.name)}") { continue }
            // A branch that isn't there, or is empty, is told by itself (L033, L032).
            if lost.standIn == nil, let original = inspection.original,
                !isWanted(lost.name, in: original.nodes, beside: own)
            {
                continue
            }
            problems.append(lacking(lost, inspection))
        }
        return problems
    }

    /// Whether English nodes show an argument outside of branches that the message lacks, or leaves empty.
    private static func isWanted(
        _ name: String,
        in nodes: [MessageTree.Node],
        beside own: [MessageTree.Argument]
    ) -> Bool {
        nodes.contains { node in
            guard case .argument(let argument) = node else { return false }
            if argument.name == name { return true }
            let same = own.first { $0.name == argument.name && !$0.branches.isEmpty }
            return argument.branches.contains { branch in
                let counterpart = same?.branch(like: branch.selector)
                let isLeftOut =
                    argument.plural == nil
                    && same?.branches.contains { $0.selector == branch.selector } == false
                return !isLeftOut && counterpart?.isEmpty != true
                    && isWanted(name, in: branch.nodes, beside: own)
            }
        }
    }

    private static func lacking(
        _ lost: LostArgument,
        _ inspection: MessageInspection
    ) -> MessageProblem {
        MessageProblem(
            "L020",
            at: lost.standIn ?? 0..<inspection.tree.length,
            "the message lacks the argument `\(lost.name)`",
            help: lost.standIn == nil
                ? "the English message shows {\(lost.name)}" : "write {\(lost.name)}",
            replacement: lost.standIn == nil ? nil : "{\(lost.name)}",
            label: lost.standIn == nil ? "nowhere in it" : "this is text"
        )
    }

    /// What is wrong with a name that the English message lacks, and the name that it stands for.
    private static func unknown(
        _ argument: MessageTree.Argument,
        _ missing: [String],
        _ wanted: [String]
    ) -> (MessageProblem, meant: String?) {
        let meant = Spelling.guess(argument.name, among: missing.isEmpty ? wanted : missing)
        // A translated name is like nothing; where one is missing, it is that.
        let translated = Set(missing).count == 1 ? missing.first : nil
        let problem = MessageProblem(
            "L021",
            at: argument.nameRange,
            "the argument `\(argument.name)` is not in the English message",
            help: meant.map { "did you mean {\($0.word)}?" }
                ?? translated.map { "write {\($0)}: names in braces are not translated" },
            replacement: meant.flatMap { $0.isCertain ? $0.word : nil }
        )
        return (problem, meant?.word ?? translated)
    }

    /// What is wrong beside what flows give.
    private static func given(
        _ argument: MessageTree.Argument,
        _ inspection: MessageInspection
    ) -> MessageProblem? {
        for demand in inspection.demands {
            guard let given = demand.arguments[argument.name] else {
                let meant = Spelling.guess(argument.name, among: demand.arguments.keys.sorted())
                return MessageProblem(
                    "L021",
                    at: argument.nameRange,
                    "the message shows `\(argument.name)`, which it isn't given",
                    help: meant.map { "did you mean {\($0.word)}?" } ?? list(demand)
                )
            }
            guard argument.format.kind.accepts(given) else {
                return MessageProblem(
                    "L022",
                    at: argument.nameRange,
                    "`\(argument.name)` is used as a \(argument.format.kind.rawValue), and it is given a \(given.rawValue)"
                )
            }
        }
        return nil
    }

    /// What a message is given, in words; constants and fields may be many.
    private static func list(_ demand: DemandedMessage) -> String? {
        guard !demand.arguments.isEmpty else { return "nothing is given to it" }
        guard demand.arguments.count <= 20 else { return nil }
        return "there is: "
            + demand.arguments.keys.sorted().map { "{\($0)}" }.joined(separator: ", ")
    }

    /// What is wrong beside the English message.
    private static func changed(
        _ argument: MessageTree.Argument,
        _ own: [MessageTree.Argument],
        _ wanted: [MessageTree.Argument]?
    ) -> MessageProblem? {
        guard let wanted else { return nil }
        let same = wanted.lazy.filter { $0.name == argument.name }
        let kind = argument.format.kind
        if let other = same.first(where: { $0.format.kind.merged(with: kind) == nil }) {
            return change(argument, kind.rawValue, other.format.kind.rawValue)
        }
        let isPercent = argument.format.isPercent
        // The same number, shown plainly somewhere else, may be shown so here.
        if !argument.format.isCounting, !same.isEmpty,
            same.allSatisfy({ !$0.format.isCounting && $0.format.isPercent != isPercent })
        {
            return change(
                argument,
                isPercent ? "percentage" : "plain number",
                isPercent ? "plain number" : "percentage"
            )
        }
        let uses = own.lazy.filter { $0.name == argument.name }
        if let use = argument.format.bareMoment, uses.allSatisfy({ $0.format.bareMoment == use }),
            let other = same.first?.format.bareMoment, other != use,
            same.allSatisfy({ $0.format.bareMoment == other })
        {
            return change(argument, use, other)
        }
        return nil
    }

    private static func change(
        _ argument: MessageTree.Argument,
        _ use: String,
        _ other: String
    ) -> MessageProblem {
        MessageProblem(
            "L022",
            at: argument.range.lowerBound..<argument.headEnd,
            "`\(argument.name)` is used as a \(use), and in the English message as a \(other)"
        )
    }
}

extension MessageTree.Argument {
    /// Where that ends which stands before the first branch; the end of an argument without branches.
    var headEnd: Int { branches.first?.selectorRange.lowerBound ?? range.upperBound }
}

extension MessageTree.Argument.Format {
    /// What the argument is used as.
    var kind: MessageArgumentKind {
        switch self {
        case .plain: .any
        case .number, .plural, .ordinal: .number
        case .date: .date
        case .time: .time
        case .select: .choice
        }
    }

    /// Whether a number is only chosen by, or shown by `#`.
    fileprivate var isCounting: Bool {
        switch self {
        case .plural, .ordinal, .select: true
        case .plain, .number, .date, .time: false
        }
    }

    fileprivate var isPercent: Bool {
        if case .number(let style) = self { style.contains("percent") } else { false }
    }

    /// Whether a day or a time of day is shown; `nil` where a skeleton tells, and for anything else.
    fileprivate var bareMoment: String? {
        switch self {
        case .date(let style) where !style.hasPrefix("::"): "date"
        case .time(let style) where !style.hasPrefix("::"): "time"
        default: nil
        }
    }
}
