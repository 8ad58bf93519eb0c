import Documents
import Expressions
public import Flows

extension GeneratedPath {
    /// The path as a scenario file with one scenario of this name.
    ///
    /// `nil` where an effect does not end at once: what comes late is not written out.
    public func scenarioText(named name: String, on machine: FlowMachine) -> String? {
        guard let entries = scenarioEntries(on: machine) else { return nil }
        var lines = ["flow: \(flow)", "given:"]
        lines.append("  clock: \(ExpressionTimestamp(milliseconds: beginning.clock).text)")
        lines.append("  locale: \(PathText.scalar(beginning.locale))")
        lines.append("  zone: \(PathText.scalar(beginning.zone))")
        if !beginning.input.isEmpty {
            lines.append("  input: \(PathText.flow(PathText.object(beginning.input)))")
        }
        if let outcomes { lines.append("  effects: \(PathText.flow(outcomes))") }
        lines += ["scenarios:", "  \(PathText.scalar(name)):"]
        lines += entries.isEmpty ? ["    []"] : entries.map { "    \($0)" }
        return lines.joined(separator: "\n") + "\n"
    }

    /// How the effects end on the path, by effect in the order of their first calls.
    private var outcomes: JSONValue? {
        var effects: [EffectName] = []
        var ends: [EffectName: [JSONValue]] = [:]
        for case .effect(let effect, let outcome, let gives) in steps.map(\.event) {
            if ends[effect] == nil { effects.append(effect) }
            let name = JSONValue.Member("outcome", .string(outcome.text))
            let given = gives.map { JSONValue.Member($0.field.text, $0.sample.written) }
            ends[effect, default: []].append(.object([name] + given))
        }
        let members = effects.map { effect in
            let ends = ends[effect] ?? []
            return JSONValue.Member(effect.text, ends.count == 1 ? ends[0] : .array(ends))
        }
        return members.isEmpty ? nil : .object(members)
    }

    /// The lines of the scenario; the end of an effect is a part of the event that called it.
    private func scenarioEntries(on machine: FlowMachine) -> [String]? {
        var entries: [PathStep] = []
        for step in steps {
            guard case .effect = step.event else {
                entries.append(step)
                continue
            }
            guard step.after == 0, let caller = entries.popLast() else { return nil }
            entries.append(
                PathStep(after: caller.after, event: caller.event, arrival: step.arrival)
            )
        }
        let isAwaited = entries.contains { entry in
            if case .call = machine.definition.step(entry.arrival)?.kind { true } else { false }
        }
        return isAwaited ? nil : entries.flatMap { $0.scenarioLines(in: machine.definition) }
    }
}

extension PathStep {
    /// The step as an entry of a scenario, without indentation.
    fileprivate func scenarioLines(in flow: FlowDefinition) -> [String] {
        var keys: [String] = []
        if after > 0 { keys.append("after: \(DurationText.text(of: after))") }
        if let when = event.scenarioValue(in: flow) { keys.append("when: \(PathText.flow(when))") }
        keys.append("then: {at: \(arrival)}")
        return keys.enumerated().map { ($0 == 0 ? "- " : "  ") + $1 }
    }
}

extension PathEvent {
    /// What stands behind `when:`; nothing where only time passes.
    fileprivate func scenarioValue(in flow: FlowDefinition) -> JSONValue? {
        switch self {
        case .submit(let answers): ["submit": PathText.object(answers)]
        case .press(let name): ["press": .string(name.text)]
        case .openLink(let letter): ["open_link": .string("mail.\(letter)")]
        case .signal(let name): ["signal": .string(name.text)]
        case .back: ["press": "back"]
        case .change(let field): ["change": .string(field.text)]
        case .fail(let field): ["submit": .object([.init(field.text, .string(flow.wrong(field)))])]
        case .effect, .wait: nil
        }
    }
}

extension FlowDefinition {
    /// What is typed into a field to be wrong: digits for a code, since anything else would be none.
    func wrong(_ field: FieldName) -> String {
        guard case .code(let digits)? = self.field(field)?.type else { return "wrong" }
        return String(repeating: "0", count: digits)
    }
}

/// Values as YAML writes them on one line.
enum PathText {
    /// Answers by field.
    static func object(_ answers: [SampleAnswer]) -> JSONValue {
        .object(answers.map { .init($0.field.text, $0.sample.written) })
    }

    /// A value; a text stands plain where it can't be mistaken for anything else.
    static func flow(_ value: JSONValue) -> String {
        switch value {
        case .null, .bool, .integer, .number: JSONWriter.compact(value)
        case .string(let text): scalar(text)
        case .array(let items): "[" + items.map(flow).joined(separator: ", ") + "]"
        case .object(let members):
            "{" + members.map { "\(scalar($0.name)): \(flow($0.value))" }.joined(separator: ", ")
                + "}"
        }
    }

    /// A text, quoted unless it is a plain word.
    static func scalar(_ text: String) -> String {
        let isPlain =
            text.utf8.first.map(isLetter) == true
            && text.utf8.allSatisfy { isLetter($0) || isInner($0) }
            && !keywords.contains(text.lowercased())
        return isPlain ? text : JSONWriter.compact(.string(text))
    }

    private static let keywords: Set<String> = [
        "true", "false", "yes", "no", "on", "off", "y", "n", "null",
    ]

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }

    private static func isInner(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || "_-.@+/".utf8.contains(byte)
    }
}
