import Flows
import Localization
import Screens
import Sessions

/// Looks at everything that walks pass: which parts of a flow were met, and whether the words are right.
///
/// A class, since all walks of one job share what was seen: a screen is looked at once in each language.
final class Observer {
    private let stage: Stage
    private(set) var coverage: [FlowName: CoverageLog] = [:]
    private var findings: [WordFinding] = []
    private var seen: Set<Likeness> = []
    /// The scenario that is being walked.
    var scenario: Scenario?

    /// What else looks at each screen that is unlike those before.
    private let onSight: ((Sight) -> Void)?

    init(stage: Stage, onSight: ((Sight) -> Void)? = nil) {
        self.stage = stage
        self.onSight = onSight
    }

    /// The findings since the last call; what was found once is not found again.
    func takeFindings() -> [WordFinding] {
        defer { findings = [] }
        return findings
    }

    /// Notes which ways an advance has gone.
    func note(_ advance: Advance, in flow: FlowStage) {
        coverage[flow.definition.name, default: CoverageLog(flow.map)]
            .note(advance)
    }

    /// How often each way of a flow was gone.
    func ways(in flow: FlowStage) -> [Int] {
        coverage[flow.definition.name, default: CoverageLog(flow.map)].ways
    }

    /// Notes ways that were gone once more, by how often.
    func note(ways: [Int], in flow: FlowStage) {
        coverage[flow.definition.name, default: CoverageLog(flow.map)].note(ways: ways)
    }

    /// Notes which rules were kept and broken.
    func note(_ sheet: AnswerSheet, problems: [FieldProblem], in flow: FlowStage) {
        coverage[flow.definition.name, default: CoverageLog(flow.map)]
            .note(sheet, problems: problems, in: flow)
    }

    /// Looks at the screen on which a player stands, unless one like it was seen.
    func look(at player: Player) {
        guard seen.insert(player.likeness).inserted else { return }
        let screen: Screen
        do throws(MachineFailure) {
            screen = try player.screen()
        } catch {
            // A condition that can't be evaluated stops the walk at its next event.
            return
        }
        let flow = player.flow
        if player.isOutside {
            // Nothing of the step is on it.
            coverage[flow.definition.name, default: CoverageLog(flow.map)]
                .note(screen.allWords, in: screen.language)
        } else {
            coverage[flow.definition.name, default: CoverageLog(flow.map)].note(screen, in: flow)
        }
        onSight?(Sight(screen, letter: player.lastLetter, at: player, isOutside: player.isOutside))
        let step = screen.step
        check(screen.allWords, at: "\(step)", in: flow, language: screen.language)
    }

    /// Looks at a letter, unless it was seen.
    func look(at order: SendOrder, hash: [UInt8]?, in player: Player) {
        let send = player.definition.send(of: order)
        guard seen.insert(player.likeness(ofLetter: send, order)).inserted else { return }
        let words = stage.letters.words(
            of: order,
            state: player.state,
            machine: player.flow.machine,
            link: hash.map { _ in "https://example.org/open/x" },
            code: "730164"
        )
        let all = [words.sender, words.subject, words.body].compactMap(\.self)
        let flow = player.flow
        coverage[flow.definition.name, default: CoverageLog(flow.map)]
            .note(all, in: player.language)
        check(all, at: send.fullName, in: flow, language: player.language)
    }

    private func check(
        _ all: [Words],
        at place: String,
        in flow: FlowStage,
        language: LanguageTag
    ) {
        for words in all {
            guard let problem = WordProblem(in: words) else { continue }
            let finding = WordFinding(
                flow: flow.definition.name,
                place: place,
                language: language,
                key: words.key?.rawValue ?? "",
                text: words.text,
                problem: problem,
                scenario: scenario?.fullName ?? "",
                range: scenario?.range ?? flow.definition.range
            )
            if !findings.contains(where: { $0.isSame(as: finding) }) { findings.append(finding) }
        }
    }
}

extension Player {
    /// What can be pressed on that screen and when; quicker to make than all of it.
    func controls() throws(MachineFailure) -> (buttons: [ScreenButton], timing: ScreenTiming?) {
        if isOutside, input.refusal != nil { return ([], nil) }
        return try flow.builder.controls(of: state, input: inputWithHistory, now: now)
    }

    /// The screen on which the person stands, in the language of the moment.
    ///
    /// - Parameter fields: The slots whose fields it is to have, where not all are needed.
    /// - Returns: The screen.
    /// - Throws: `MachineFailure` when a condition of the step can't be evaluated.
    func screen(showing fields: [Int]? = nil) throws(MachineFailure) -> Screen {
        if isOutside, let refusal = input.refusal {
            return flow.builder.screenOutside(of: state, because: refusal)
        }
        return try flow.builder.screen(of: state, input: screenInput, now: now, showing: fields)
    }

    private var inputWithHistory: ScreenInput {
        var input = input
        input.history = log.history(
            of: flow.machine.sendCounts(for: nil, in: state),
            now: now
        )
        return input
    }

    /// What the screen shows besides the state.
    var screenInput: ScreenInput {
        var input = inputWithHistory
        input.captcha = stage.captchaQuestion(in: language)
        input.summaries = stage.documents.summaries(in: language)
        input.changes = stage.documents.changes(in: language)
        input.renewed = stage.documents.renewed(in: language)
        return input
    }

    /// The letter that went out last.
    var lastLetter: Letter? {
        lastSent.map { letter(of: $0.order, $0.state) }
    }

    /// The letter of an order, with something in the place of its link and its code.
    func letter(of order: SendOrder, _ state: FlowState) -> Letter {
        stage.letters.letter(
            id: "",
            order: order,
            state: state,
            machine: flow.machine,
            link: "https://example.org/open/Kf4tQ2sVx7mB9cWe",
            code: "730164"
        )
    }

    /// The same screen in another language.
    func screen(in language: LanguageTag) throws(MachineFailure) -> Screen {
        var other = self
        other.state.locale = language.rawValue
        return try other.screen()
    }
}
