import Documents

/// What the messages of one step may use: constants, the fields that are certainly set, and what the
/// step's sends have to say.
struct StepArguments {
    private let values: [DemandedArgument]
    private let limit: [DemandedArgument]
    private let linkLife: [DemandedArgument]
    private let hasLink: Bool

    init(_ flow: FlowArguments, step: StepDefinition, set: Set<Int>) {
        values = flow.values(set: set)
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
        of flow: FlowArguments,
        set: Set<Int>
    ) -> [DemandedArgument] {
        joined(
            flow.values(set: set.union([letter.send.recipient])),
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
}
