import Documents

/// What the messages of one step may use: constants, the fields that are certainly set, and what the
/// step's sends have to say.
struct StepArguments {
    private let values: [DemandedArgument]
    private let limit: [DemandedArgument]
    private let linkLife: [DemandedArgument]
    private let hasLink: Bool

    init(flow: FlowDefinition, step: StepDefinition, set: Set<Int>) {
        values = Self.values(flow, set: set)
        limit =
            step.sends.contains { $0.limit != nil }
            ? [
                DemandedArgument(name: "sends_left", kind: .integer),
                DemandedArgument(name: "wait_seconds", kind: .integer),
            ] : []
        hasLink = step.sends.contains(where: \.carriesProof)
        var life: [DemandedArgument] = []
        // A link dies when the first timer takes the walk away from the step that sent it.
        if let timer = step.timers.first {
            life.append(DemandedArgument(name: "expires_at", kind: .time))
            if timer.after % 3_600_000 == 0 {
                life.append(DemandedArgument(name: "hours", kind: .integer))
            }
        }
        linkLife = life
    }

    /// For the words of the screen.
    var onScreen: [DemandedArgument] { joined(limit + (hasLink ? linkLife : [])) }

    /// For a letter or short message.
    ///
    /// A letter may say how its link is to be opened: at an address, or in a terminal where nobody
    /// serves one.
    func inLetter(_ send: SendDefinition) -> [DemandedArgument] {
        guard send.carriesProof || send.start != nil else { return values }
        var own = send.start == nil ? [] : [DemandedArgument(name: "start", kind: .text)]
        if send.carriesProof {
            let proof = send.link == nil ? "code" : "link"
            own += [DemandedArgument(name: proof, kind: .text)] + linkLife
        }
        if send.link != nil || send.start != nil, send.channel == .mail {
            own.append(
                DemandedArgument(name: "delivery", kind: .choice, options: ["address", "terminal"])
            )
        }
        return joined(own)
    }

    /// For the letter about closing, which goes out at whatever step: what is set from the start, the address,
    /// when it closes, and what.
    static func inClosingLetter(
        _ letter: ClosingLetter,
        of flow: FlowDefinition,
        set: Set<Int>
    ) -> [DemandedArgument] {
        joined(
            values(flow, set: set.union([letter.send.recipient])),
            [
                DemandedArgument(name: "closes_at", kind: .time),
                DemandedArgument(name: "title", kind: .text),
            ]
        )
    }

    private func joined(_ own: [DemandedArgument]) -> [DemandedArgument] {
        Self.joined(values, own)
    }

    /// What is said by itself hides a field of the same name.
    private static func joined(
        _ values: [DemandedArgument],
        _ own: [DemandedArgument]
    ) -> [DemandedArgument] {
        values.filter { value in !own.contains { $0.name == value.name } } + own
    }

    /// The constants, and the fields of these slots.
    static func values(_ flow: FlowDefinition, set: Set<Int>) -> [DemandedArgument] {
        let constants = flow.constants.filter { flow.run(of: $0.name.text) == nil }
        let slots = set.intersection(flow.ownSlots).sorted()
        return constants.compactMap(argument) + slots.compactMap { argument(flow.fields[$0]) }
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
        let name = field.name.text.replacing(".", with: "_")
        return DemandedArgument(name: name, kind: kind, options: options)
    }
}
