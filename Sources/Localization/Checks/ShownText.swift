/// What a reader would see of a message: the message with examples for its arguments.
struct ShownText {
    private let inspection: MessageInspection

    init(_ inspection: MessageInspection) {
        self.inspection = inspection
    }

    /// The most scalars of a text that are shown.
    private static let longest = 240

    /// What shows a fault, with a remark where there is one; `nil` where no reader sees it.
    func around(_ problem: MessageProblem) -> String? {
        let path = BranchPath(inspection.tree, in: inspection.language)
        guard let sample = problem.sample?.arguments ?? path.arguments(reaching: problem.range)
        else { return nil }
        let text = paragraph(around: problem.range)
        guard
            let program = try? MessageProgram.compile(text, language: inspection.language)
        else { return nil }
        var arguments: [String: MessageArgument] = [:]
        for argument in program.arguments {
            arguments[argument.name] = example(argument.name, argument.kind)
        }
        arguments.merge(sample) { $1 }
        let shown = Self.cut(program.format(arguments))
        let quoted = shown.contains("\n") ? shown : "«\(shown)»"
        return quoted + (problem.sample?.remark.map { "   (\($0))" } ?? "")
    }

    /// A text without what is too much for a note.
    static func cut(_ text: String) -> String {
        let scalars = text.unicodeScalars
        guard scalars.count > longest else { return text }
        return String(scalars.prefix(longest)) + "…"
    }

    // MARK: - The paragraph

    /// The part of the pattern between the line ends around a stretch; all of it where that can't be told.
    private func paragraph(around range: Range<Int>) -> String {
        let pattern = inspection.pattern
        guard pattern.utf8.contains(0x0A) else { return pattern }
        var start = 0
        var end = inspection.tree.length
        for case .text(let text) in inspection.tree.nodes where text.places.isEmpty {
            for (offset, byte) in text.value.utf8.enumerated() where byte == 0x0A {
                let place = text.range.lowerBound + offset
                if place < range.lowerBound { start = place + 1 }
                if place >= range.upperBound { end = min(end, place) }
            }
        }
        let bytes = Array(pattern.utf8)
        guard start <= end, end <= bytes.count else { return pattern }
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }

    // MARK: - Examples

    /// An example for an argument: that of its description, else one of its kind.
    func example(_ name: String, _ use: MessageArgumentKind) -> MessageArgument {
        let kind = use == .any ? inspection.kind(of: name) ?? .any : use
        let told = inspection.description?.arguments[name]
        switch kind {
        case .number, .integer:
            return .integer(told.flatMap { Int64($0) } ?? 5)
        case .date: return .date(milliseconds: 638_496_000_000)
        case .time: return .time(milliseconds: 1_711_875_600_000)
        case .choice:
            return .choice(told ?? inspection.options(of: name).first ?? "other")
        case .any, .text, .money, .list:
            return .text(told.flatMap { $0.isEmpty ? nil : $0 } ?? "‹\(name)›")
        }
    }
}
