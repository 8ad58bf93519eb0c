/// What the messages of a flow may name: its constants, and its fields by their slots.
///
/// Made once a flow, since each step asks for some of them.
struct FlowArguments {
    private let constants: [DemandedArgument]
    /// By slot; `nil` for what no message can say, and for what belongs to a flow that is run.
    private let slots: [DemandedArgument?]

    init(_ flow: FlowDefinition) {
        constants = flow.constants.filter { flow.run(of: $0.name.text) == nil }
            .compactMap(Self.argument)
        let own = flow.ownSlots
        slots = flow.fields.indices.map { own.contains($0) ? Self.argument(flow.fields[$0]) : nil }
    }

    /// The constants, and the fields of these slots.
    func values(set: Set<Int>) -> [DemandedArgument] {
        constants + set.sorted().compactMap { slots.indices.contains($0) ? slots[$0] : nil }
    }

    private static func argument(_ constant: ConstantDefinition) -> DemandedArgument? {
        if constant.time != nil { return DemandedArgument(name: constant.name.text, kind: .time) }
        let kind: DemandedArgument.Kind
        switch constant.value {
        case .text: kind = .text
        case .integer: kind = .integer
        case .money: kind = .money
        case .date: kind = .date
        case .bool, .list, .consent, .sealed, .passed, .files: return nil
        }
        return DemandedArgument(name: constant.name.text, kind: kind)
    }

    /// How a message names a field; `nil` for what can't be said.
    static func argument(_ field: FieldDefinition) -> DemandedArgument? {
        let kind: DemandedArgument.Kind
        var options: [String] = []
        switch field.type {
        // A choice is given as its option's words, a country as its name.
        case .text, .name, .email, .phone, .country, .postcode, .document, .choice: kind = .text
        case .bool:
            kind = .choice
            options = ["true", "false"]
        case .integer: kind = .integer
        case .money: kind = .money
        case .date: kind = .date
        // The version that was accepted.
        case .consent: kind = .integer
        case .list, .file, .captcha, .code, .secret: return nil
        }
        // No name in a message has a dot.
        let bytes = field.name.text.utf8.map { $0 == 0x2E ? 0x5F : $0 }
        let name = String(decoding: bytes, as: UTF8.self)
        return DemandedArgument(name: name, kind: kind, options: options)
    }
}
