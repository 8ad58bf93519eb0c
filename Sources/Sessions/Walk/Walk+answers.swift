import Answers
import Flows
import Localization
import Logging
public import Screens
import Secrets

/// Answers of a walk: raw text becomes a value, a sealed secret, or a problem.
extension Walk {
    /// What stands for a field's offer where an answer is typed.
    public static let offerMark = "=offer"

    /// Reads an answer and keeps it if it holds.
    public func answer(_ raw: String, at path: AnswerPath) -> WalkReply {
        guard let place = place(of: path) else {
            return refuseHere()
        }
        if raw == Walk.offerMark, let slot = place.field.offer {
            guard !state.isHidden(slot), let known = state.fields[slot] else {
                return refuse(FieldProblem(field: path.field, reason: .missing), raw: nil)
            }
            return keep(known, at: path, in: place)
        }
        if case .file(let bounds) = place.part.type {
            return answer(files: raw, within: bounds, at: path, in: place)
        }
        if case .captcha = place.part.type { return judge(raw, at: path) }
        if case .code = place.part.type { return judge(code: raw, at: path, in: place) }
        if case .secret = place.part.type { return answer(secret: raw, repeated: nil, at: path) }
        let reading = surroundings.reader.read(
            raw,
            as: place.part.type,
            length: place.part.length,
            context: context(of: place, typed: raw)
        )
        switch reading {
        case .empty:
            if place.part.isOptional { return keep(.text(""), at: path, in: place) }
            // What has a default is answered by leaving it.
            if let value = place.part.defaultValue { return keep(value, at: path, in: place) }
            return refuse(
                FieldProblem(field: path.field, item: path.item, reason: .missing),
                raw: raw
            )
        case .problem(let reason, let arguments):
            return refuse(
                FieldProblem(
                    field: path.field,
                    item: path.item,
                    reason: .type(reason: reason, arguments: arguments)
                ),
                raw: raw
            )
        case .value(let value, let notes):
            let known = place.accepted(
                value,
                shown: surroundings.documents,
                in: language,
                at: now
            )
            let reply = keep(known, at: path, in: place, raw: raw)
            if reply == .accepted, !notes.isEmpty {
                input.notes[path] = notes.map {
                    ScreenNote(key: MessageKey($0.key), arguments: $0.arguments)
                }
            }
            return reply
        }
    }

    /// Marks the walk as one that can't go on: a rule of it can't be evaluated.
    func stopped(because failure: MachineFailure) -> WalkReply {
        let entry = JournalEntry(now: now, event: nil, fresh: Fresh())
        do {
            try engine.stop(&session, because: failure, at: entry)
        } catch {
            engine.log.error("\(session.id): \(error)")
        }
        return .failed("failure.machine")
    }

    /// Judges the answer to a question against robots; right or wrong, the question is used up.
    private func judge(_ raw: String, at path: AnswerPath) -> WalkReply {
        guard raw.contains(where: { !$0.isWhitespace }) else {
            return refuse(FieldProblem(field: path.field, reason: .missing), raw: nil)
        }
        let isRight = surroundings.captcha.isRight(raw, to: challenge, in: language)
        anotherCaptcha()
        guard isRight, let place = place(of: path) else {
            return refuse(
                FieldProblem(field: path.field, reason: .type(reason: "wrong", arguments: [:])),
                raw: nil
            )
        }
        return keep(.passed, at: path, in: place)
    }

    func keep(
        _ value: FieldValue,
        at path: AnswerPath,
        in place: AnswerPlace,
        raw: String? = nil,
        secrets: [SecretRow] = [],
        files: [FileRow] = []
    ) -> WalkReply {
        let whole = place.whole(with: value)
        // Only this field's own words change: what was said about others stays on the screen.
        let before = input
        let visit = state.visit
        let event = FlowEvent.answered(visit: visit, answers: [path.field: whole])
        let reply = take(event, secrets: secrets, files: files)
        guard state.visit == visit else { return reply }
        let found = found.first { $0.item == path.item } ?? found.first
        input.problems = before.problems
        guard reply == .accepted || reply == .problem else { return reply }
        input.notes[path] = nil
        input.rejected[path] = found == nil ? nil : raw
        input.problems[path] = found.map {
            FieldProblem(field: $0.field, item: path.item, reason: $0.reason)
        }
        setTaken(found == nil, path)
        return reply
    }

    func refuse(_ problem: FieldProblem, raw: String?) -> WalkReply {
        let path = AnswerPath(problem.field, item: problem.item)
        input.refusal = nil
        input.problems[path] = problem
        input.rejected[path] = raw
        input.notes[path] = nil
        setTaken(false, path)
        return .problem
    }

    private func setTaken(_ isTaken: Bool, _ path: AnswerPath) {
        if isTaken { untaken.remove(path) } else { untaken.insert(path) }
    }

    private func context(of place: AnswerPlace, typed raw: String) -> AnswerContext {
        var context = place.context(in: language, machine: session.machine, state: state, now: now)
        if case .choice(let options) = place.part.type {
            // An option whose condition can't be evaluated is refused by the machine, with its reason.
            let rules = session.machine.rules
            let offered = try? rules.options(of: options, state: state, now: now)
            context.options = place.readable(
                offered ?? options,
                typed: raw,
                by: builder,
                in: [language, surroundings.catalogs.source]
            )
        }
        return context
    }

    /// Where an answer belongs; `nil` where the present step asks nothing of this kind.
    func place(of path: AnswerPath) -> AnswerPlace? {
        session.isHeld ? AnswerPlace(of: path, in: session.machine, at: state) : nil
    }
}
