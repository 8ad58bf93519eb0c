import Documents
import Flows
import Localization
import Screens

/// Answers that stand for those of a real walk: samples for what is personal or secret, the rest as it is stored.
struct StandIns {
    /// What ranges of answers name that stand in no file yet.
    static let place = "recording"

    let player: Player
    /// What can be met from where the walk stands.
    let conditions: ConditionsAhead
    /// The real walk with its answers.
    let moment: RecordedMoment
    /// What was typed there and taken.
    let typed: Set<FieldName>

    private var fields: [FieldDefinition] { player.definition.fields }

    // MARK: - What is right

    /// Answers that are taken and lead where the real ones lead; `nil` where none are found.
    ///
    /// Fresh ones are others than those before, since another address may count by itself.
    func answers(isWhole: Bool, isFresh: Bool = false) -> [ScenarioAnswer]? {
        guard case .form = player.step.kind else { return [] }
        let slots = player.step.asked.filter(isDue)
        guard !slots.isEmpty else { return [] }
        var walk: VirtualWalk
        do throws(MachineFailure) {
            walk = try VirtualWalk(player.flow.machine, beginning)
        } catch {
            return nil
        }
        walk.state = player.state
        var old: [Int: FieldValue] = [:]
        for slot in slots {
            old[slot] = walk.state.fields[slot]
            walk.state.fields[slot] = nil
        }
        var samples = FormSamples(
            walk,
            candidates: SampleCandidates(player.flow.machine),
            conditions: conditions
        )
        let form = samples.form(
            of: slots,
            keeping: kept(slots),
            avoiding: isFresh ? old : [:],
            isWhole: isWhole,
            leadingAs: moment.state
        )
        return form?.flatMap { answer in
            fields.first { $0.name == answer.field }.map {
                Self.written(answer.sample.written, at: AnswerPath($0.name), of: $0)
            } ?? []
        }
    }

    /// Whether an answer of the real walk is not in the one beside.
    private func isDue(_ slot: Int) -> Bool {
        guard let value = moment.state.fields[slot], !player.state.fixed.contains(slot) else {
            return false
        }
        if case .list(let items) = value, case .list(_, let count) = fields[slot].type {
            // A list that is not complete is said once it is.
            guard items.count == count, items.joined().allSatisfy({ $0 != nil }) else {
                return false
            }
        }
        if typed.contains(fields[slot].name) { return true }
        guard let own = player.state.fields[slot] else { return true }
        return !fields[slot].isHidden && own != value
    }

    private func kept(_ slots: [Int]) -> [Int: Sample] {
        var kept: [Int: Sample] = [:]
        for slot in slots where !fields[slot].isHidden && !fields[slot].isCode {
            guard let value = moment.state.fields[slot] else { continue }
            kept[slot] = Sample(
                value: value,
                written: .string(FieldText.of(value, field: fields[slot]))
            )
        }
        return kept
    }

    private var beginning: PathBeginning {
        let input = fields.indices.compactMap { slot -> SampleAnswer? in
            guard fields[slot].origin == .input, let value = player.state.fields[slot] else {
                return nil
            }
            return SampleAnswer(
                field: fields[slot].name,
                sample: Sample(value: value, written: .null)
            )
        }
        return PathBeginning(
            input: input,
            locale: player.state.locale,
            zone: player.state.zone,
            clock: player.now
        )
    }

    /// What whoever starts the flow gives.
    static func input(of flow: FlowStage, in moment: RecordedMoment) -> [FieldName: ScenarioText] {
        let candidates = SampleCandidates(flow.machine)
        var input: [FieldName: ScenarioText] = [:]
        for (slot, field) in flow.definition.fields.enumerated() where field.origin == .input {
            guard let value = moment.state.fields[slot] else { continue }
            let written =
                field.isHidden
                ? candidates.candidates(for: slot, in: nil, now: moment.now).first?.written
                : .string(FieldText.of(value, field: field))
            guard case .string(let text)? = written else { continue }
            input[field.name] = ScenarioText(text, at: .start(of: place))
        }
        return input
    }

    // MARK: - What is wrong

    /// The submit with these answers and with some that are wrong for the same reasons; none where there are none.
    func submits(_ answers: [ScenarioAnswer]?, wrong: [FieldProblem]) -> [ScenarioAction] {
        guard var all = answers else { return [] }
        for problem in wrong {
            let path = AnswerPath(problem.field, item: problem.item)
            all.removeAll { $0.path == path }
            guard let found = wrongAnswers(problem, beside: all) else { return [] }
            let paths = Set(found.map(\.path))
            all.removeAll { paths.contains($0.path) }
            all += found
        }
        return [.submit(all, isLate: false)]
    }

    /// Answers that are refused for the same reason.
    private func wrongAnswers(
        _ problem: FieldProblem,
        beside answers: [ScenarioAnswer]
    ) -> [ScenarioAnswer]? {
        guard let slot = fields.firstIndex(where: { $0.name == problem.field }) else { return nil }
        let tries = WrongAnswers(
            field: fields[slot],
            item: problem.item,
            reason: problem.reason,
            samples: SampleCandidates(player.flow.machine)
                .candidates(for: slot, in: player.state, now: player.now)
        ).all
        return tries.first { tried in
            let paths = Set(tried.map(\.path))
            var copy = player
            let others = answers.filter { !paths.contains($0.path) }
            let submit = ScenarioAction.submit(others + tried, isLate: false)
            guard (try? copy.perform(submit)) != nil, copy.state.visit == player.state.visit else {
                return false
            }
            let own = copy.problems.filter { $0.field == problem.field }
            return own.contains { $0.reason.name == problem.reason.name }
        }
    }

    /// An answer as it is typed; those of a list, record by record.
    static func written(
        _ value: JSONValue,
        at path: AnswerPath,
        of field: FieldDefinition
    ) -> [ScenarioAnswer] {
        let text: String
        switch value {
        case .string(let string): text = string
        case .bool(let isTrue): text = isTrue ? "true" : "false"
        case .integer(let number): text = String(number)
        case .number(let number): text = "\(number)"
        case .null, .object: return []
        case .array(let items):
            guard case .list(let parts, _) = field.type else { return [] }
            return items.enumerated().flatMap { index, item -> [ScenarioAnswer] in
                guard case .object(let members) = item else { return [] }
                return members.flatMap { member -> [ScenarioAnswer] in
                    guard let part = parts.first(where: { $0.name.text == member.name }) else {
                        return []
                    }
                    let item = ItemPath(index: index, field: part.name)
                    return written(member.value, at: AnswerPath(field.name, item: item), of: part)
                }
            }
        }
        return [
            ScenarioAnswer(
                path: path,
                text: text,
                isSecret: field.isSecret,
                range: .start(of: place)
            )
        ]
    }
}

extension FieldDefinition {
    /// Whether it is answered by what was sent.
    fileprivate var isCode: Bool {
        if case .code = type { true } else { false }
    }

    /// Whether what a person gave for it must not be in any file.
    var isHidden: Bool {
        if case .list = type { return true }
        return isPersonal || isSecret
    }
}
