import Documents
import Flows
import Localization
import Screens
import Testing

@testable import Scenarios

/// Somebody who does anything at all, and the recorder beside.
struct RandomWalker {
    /// What is typed and must be in no file: personal, secret, or wrong.
    static let canaries = [
        "canary", "7351", "60177", "2199-01-01", "cow", "+420601777888", "000000",
    ]

    private var player: Player
    private var recorder: ScenarioRecorder
    private var seed: UInt64
    /// What was typed last and not taken.
    private var untaken: Set<FieldName> = []

    init(_ project: SampleProject, seed: UInt64) throws {
        self.seed = seed &* 7_919
        let stage = project.stage()
        let flow = try #require(stage.flows["example"])
        player = try Player(
            Given(),
            flow: flow,
            on: stage,
            language: LanguageTag("en"),
            seed: 9,
            observer: Observer(stage: stage)
        )
        recorder = ScenarioRecorder(
            of: "example",
            on: stage,
            at: RecordedMoment(state: player.state, now: player.now)
        )
    }

    /// The recorder after so many deeds.
    func walked(_ count: Int) throws -> ScenarioRecorder {
        var walker = self
        for _ in 0..<count where walker.player.state.outcome == nil { try walker.act() }
        return walker.recorder
    }

    private mutating func random(_ count: Int) -> Int {
        seed &+= 1
        return Int(SplitMix.mixed(seed) % UInt64(max(1, count)))
    }

    private mutating func pick<Item>(_ items: [Item]) -> Item? {
        items.isEmpty ? nil : items[random(items.count)]
    }

    private var moment: RecordedMoment {
        RecordedMoment(
            state: player.state,
            now: player.now,
            problems: player.problems,
            refusal: player.input.refusal
        )
    }

    // MARK: - Deeds

    private mutating func act() throws {
        try chooseOutcomes()
        let visit = player.state.visit
        switch random(12) {
        case 0: try deed(.back, .back(isLate: false))
        case 1: try wait()
        case 2:
            let other = player.language == LanguageTag("en") ? "ru" : "en"
            let tag = LanguageTag(other)
            try player.perform(.switchLocale(tag))
            recorder.note(.switchLocale(tag), moment)
        case 3, 4:
            let buttons = player.step.events.filter { $0.source == .button }.map(\.name)
            if let button = pick(buttons) {
                try deed(.press(button), .press(button, isLate: false))
            }
        case 5:
            let signals = player.step.events.filter { $0.source == .signal }.map(\.name)
            if let signal = pick(signals) {
                player.forgetRefusal()
                try player.perform(.signal(signal))
                recorder.note(.wait, moment)
            }
        case 6:
            let sent = player.letters.filter { $0.hash != nil }
            if let letter = pick(sent) {
                let which = sent.filter { $0.name == letter.name }.count
                try deed(
                    .openLink,
                    .openLink(letter: letter.name, which: 1 + random(which))
                )
            }
        case 7: try deed(.openLink, .openForgedLink)
        default: try goOn()
        }
        if player.state.visit != visit { untaken = [] }
    }

    private mutating func deed(_ action: RecordedAction, _ real: ScenarioAction) throws {
        player.forgetRefusal()
        try player.perform(real)
        recorder.note(action, moment)
    }

    private mutating func wait() throws {
        let times: [Int64] = [700, 1_000, 59_400, 60_000, 600_000, 3_600_000, 86_400_000]
        guard let time = pick(times) else { return }
        let visit = player.state.visit
        try player.wait(time)
        if player.state.visit != visit { recorder.note(.wait, moment) }
    }

    /// What the host will do with the next call: anything, at once, later or never.
    private mutating func chooseOutcomes() throws {
        for effect in player.definition.effects {
            var canned = CannedOutcome(outcome: pick(effect.outcomes)?.name)
            let late: [Int64] = [0, 0, 1_500, 90_000, 5_400_000]
            canned.after = pick(late) ?? 0
            let isTrue = random(2) == 0
            for slot in effect.outcomes.first(where: { $0.name == canned.outcome })?.gives ?? [] {
                canned.gives[player.definition.fields[slot].name] = ScenarioText(
                    "\(isTrue)",
                    at: .start(of: "x")
                )
            }
            let made = player.calls[effect.name, default: 0]
            var all = player.given.effects[effect.name] ?? []
            while all.count < made { all.append(canned) }
            player.given.effects[effect.name] = Array(all.prefix(made)) + [canned]
        }
    }

    /// Fills in what is asked, in part or wrongly perhaps, and leaves.
    private mutating func goOn() throws {
        switch player.step.kind {
        case .review:
            let slots = player.flow.machine.reviewed(in: player.state)
            if random(3) == 0, let slot = pick(slots) {
                let field = player.definition.fields[slot].name
                return try deed(.change(field), .change(field))
            }
            try deed(.submit, .submit([], isLate: false))
        case .form:
            let visit = player.state.visit
            for slot in player.step.asked where random(8) > 0 {
                guard player.state.visit == visit else { return }
                try type(into: player.definition.fields[slot])
            }
            guard player.state.visit == visit, untaken.isEmpty else { return }
            player.forgetRefusal()
            try player.take(.submitted(visit: visit, answers: [:]))
            recorder.note(.submit, moment)
        case .call, .waiting, .branch, .end: return
        }
    }

    private mutating func type(into field: FieldDefinition) throws {
        guard let answers = pick(texts(for: field)) else { return }
        for answer in answers { try type(answer) }
    }

    /// One answer, judged as it is typed.
    private mutating func type(_ answer: ScenarioAnswer) throws {
        player.forgetRefusal()
        var sheet = AnswerSheet(player: player)
        try sheet.read(answer)
        let field = answer.path.field
        let visit = player.state.visit
        if let tried = sheet.tried, !tried.isRight {
            try player.take(.answerFailed(visit: visit, field: tried.field))
        } else if sheet.problems.isEmpty {
            player.secrets = sheet.secrets
            try player.take(.answered(visit: visit, answers: sheet.values))
        } else {
            player.problems = sheet.problems
        }
        guard player.state.visit == visit else { return recorder.note(.wrong(answer.path), moment) }
        if player.problems.isEmpty {
            untaken.remove(field)
            recorder.noteAnswer(to: field, moment)
        } else {
            untaken.insert(field)
            recorder.note(.wrong(answer.path), moment)
        }
    }

    private func texts(for field: FieldDefinition) -> [[ScenarioAnswer]] {
        let answer = { (text: String, repeated: String?) in
            ScenarioAnswer(
                path: AnswerPath(field.name),
                text: text,
                repeated: repeated,
                isSecret: field.isSecret,
                range: .start(of: "x")
            )
        }
        let texts: [String]
        switch field.type {
        case .email: texts = ["a@example.org", "d@example.org", "b@example.org", "canary"]
        case .captcha: texts = ["pass", "pass", "canary"]
        case .choice: texts = ["cat", "dog", "tea", "cake", "cow"]
        case .date: texts = ["1990-05-17", "2199-01-01", "canary"]
        case .phone: texts = ["+420601777888", "+420601777999", "60177"]
        case .code: texts = ["shown", "shown", "shown", "000000", "canary"]
        case .secret:
            return [[answer("73514", nil)], [answer("canary", nil)], [answer("73514", "73515")]]
        case .list:
            return [["Canary Rex", "Bob"], ["Ann", "Ann"], ["Ann", "7351"]].map { names in
                names.enumerated().flatMap { index, name in
                    [("name", name), ("word", "canary \(index)")].map { part, text in
                        ScenarioAnswer(
                            path: AnswerPath(
                                field.name,
                                item: ItemPath(index: index, field: FieldName(part))
                            ),
                            text: text,
                            isSecret: part == "word",
                            range: .start(of: "x")
                        )
                    }
                }
            }
        case .text, .name, .country, .postcode, .document, .bool, .integer, .money, .file,
            .consent:
            texts = []
        }
        return texts.map { [answer($0, nil)] }
    }
}
