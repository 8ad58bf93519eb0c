import Flows
import Localization

/// The values that the messages of a step may use: every field that is set and may be read, the constants, and what
/// the step's sends say.
///
/// A step of a flow that is run as a part knows the names of its own flow only. A value is made when a message asks for
/// it, since most messages of a screen ask for none.
struct StepArguments {
    private let step: Int
    private let builder: ScreenBuilder
    private let state: FlowState
    private let input: ScreenInput
    private let now: Int64
    /// Whether something stands for what was answered on another device: not in letters, which go to the person.
    private let masks: Bool
    /// What the names of the step's flow begin with.
    private let prefix: String
    private var isInOption = false

    init(
        _ step: Int,
        of builder: ScreenBuilder,
        state: FlowState,
        input: ScreenInput,
        now: Int64,
        masks: Bool = false
    ) {
        self.step = step
        self.builder = builder
        self.state = state
        self.input = input
        self.now = now
        self.masks = masks
        let definition = builder.machine.definition
        prefix = definition.run(of: definition.steps[step].name.text)?.prefix ?? ""
    }

    /// The value of a name; `nil` where there is none, or none that may be read.
    subscript(name: String) -> MessageArgument? {
        ofSends(name) ?? ofField(FieldName(prefix + name)) ?? ofAccount(name)
    }

    /// All values by their names.
    var all: [String: MessageArgument] {
        let definition = builder.machine.definition
        let declared = definition.fields.map(\.name.text) + definition.constants.map(\.name.text)
        let own = declared.filter { (definition.run(of: $0)?.prefix ?? "") == prefix }
        let names =
            own.map { String($0.dropFirst(prefix.count)).replacing(".", with: "_") }
            + Self.sendNames
        return Dictionary(names.map { ($0, self[$0]) }) { $1 }.compactMapValues(\.self)
    }

    /// What the account has is written with a dot where it is read, and without one in messages.
    private func ofAccount(_ name: String) -> MessageArgument? {
        let mark = FieldName.accountPrefix.replacing(".", with: "_")
        guard prefix.isEmpty, name.hasPrefix(mark) else { return nil }
        return ofField(FieldName(FieldName.accountPrefix + name.dropFirst(mark.count)))
    }

    private func ofField(_ name: FieldName) -> MessageArgument? {
        let definition = builder.machine.definition
        var values = MessageArguments(builder: builder, language: LanguageTag(state.locale))
        // The words of an option show no other option, so that none can show itself.
        if !isInOption {
            var inner = self
            inner.isInOption = true
            values.inOptions = { inner[$0] }
        }
        if let slot = builder.slots[name] {
            let field = definition.fields[slot]
            guard let value = state.fields[slot] ?? field.defaultValue else { return nil }
            // Something stands for what was answered on another device.
            let argument = values.argument(value, of: field)
            return masks && state.isHidden(slot) && argument != nil ? .text("•••") : argument
        }
        return builder.constants[name].flatMap {
            let constant = definition.constants[$0]
            if let time = constant.time { return .time(milliseconds: time.moment(near: now)) }
            return values.argument(constant.value, of: nil)
        }
    }

    // MARK: - What the step sends

    private static let sendNames = ["expires_at", "hours", "sends_left", "wait_seconds"]

    private func ofSends(_ name: String) -> MessageArgument? {
        let definition = builder.machine.definition.steps[step]
        switch name {
        case "expires_at", "hours":
            guard let deadline = state.deadlines.first,
                definition.sends.contains(where: \.carriesProof)
            else { return nil }
            if name == "expires_at" { return .time(milliseconds: deadline.at) }
            return .integer((definition.timers.first?.after ?? 0) / 3_600_000)
        case "sends_left", "wait_seconds":
            guard let limit = definition.sends.lazy.compactMap(\.limit).first else { return nil }
            let history = input.history[step] ?? SendHistory()
            if name == "sends_left" { return .integer(Int64(limit.left(after: history, now: now))) }
            let next = limit.nextMoment(after: history, now: now) ?? now
            return .integer(max(0, (next - now + 999) / 1000))
        default:
            return nil
        }
    }
}
