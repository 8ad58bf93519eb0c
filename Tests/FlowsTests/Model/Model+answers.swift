import Expressions

@testable import Flows

/// How the model takes answers.
extension Model {
    mutating func answer(_ answers: [String: FieldValue], isSubmit: Bool, _ now: Int64) {
        let place = flow.step(step)
        guard place.kind == .form || place.kind == .review && isSubmit,
            answers.keys.allSatisfy({ place.asks.contains($0) })
        else {
            reply.refusal = .notHere
            return
        }
        for name in place.asks {
            guard let answer = answers[name], fixed.contains(name), answer != values[name]
            else { continue }
            reply.refusal = .fixed(FieldName(name))
            return
        }
        touch(now)
        let problems = keep(answers, place, isSubmit: isSubmit, now)
        reply.problems = place.asks.flatMap { problems[$0] ?? [] }
        if isSubmit, problems.isEmpty { goOn(place, now) }
    }

    /// Keeps the answers that hold; gives what is wrong, by field.
    private mutating func keep(
        _ answers: [String: FieldValue],
        _ place: ModelStep,
        isSubmit: Bool,
        _ now: Int64
    ) -> [String: [FieldProblem]] {
        let old = values
        var problems: [String: [FieldProblem]] = [:]
        for name in place.asks {
            guard let answer = answers[name] else { continue }
            let field = flow.field(name)
            let misfits = misfits(answer, field)
            if !misfits.isEmpty {
                problems[name] = misfits
            } else if let value = withoutGaps(answer, field) {
                values[name] = value
            } else {
                values[name] = field.defaultValue
            }
        }
        var refused: [String] = []
        for name in place.asks where problems[name] == nil {
            guard isSubmit || answers[name] != nil else { continue }
            let found = self.problems(name, isSubmit: isSubmit, now)
            if !found.isEmpty { problems[name] = found }
            // What is merely incomplete stays, as a draft.
            if answers[name] != nil, found.contains(where: { $0.reason != .missing }) {
                refused.append(name)
            }
        }
        for name in refused { values[name] = old[name] }
        let changed = Set(place.asks.filter { values[$0] != old[$0] })
        recheck(behind: place.name, changed, now)
        return problems
    }

    /// The form or review is done.
    private mutating func goOn(_ place: ModelStep, _ now: Int64) {
        if place.kind == .form {
            finished.insert(place.name)
            wrong[place.name] = nil
            for name in place.asks where flow.field(name).type == "captcha" { values[name] = nil }
        }
        guard review != nil, place.kind == .form else {
            let target = place.next.isEmpty ? flow.behind(place.name) : way(place.next, now)
            go(target, now)
            return
        }
        // From a changed answer the way leads back to the review, past what is complete.
        let (target, passed) = past(place.name, now)
        leave()
        trail += passed.dropFirst()
        enter(target, at: now)
    }

    /// Clears what a changed answer makes wrong further on, and what depends on that in turn.
    private mutating func recheck(behind form: String, _ changed: Set<String>, _ now: Int64) {
        guard let place = flow.steps.firstIndex(where: { $0.name == form }) else { return }
        var changed = changed
        for later in flow.steps[(place + 1)...] {
            for name in later.asks where values[name] != nil && !fixed.contains(name) {
                guard !flow.field(name).reads(flow).isDisjoint(with: changed),
                    !problems(name, isSubmit: false, now).isEmpty
                else { continue }
                values[name] = nil
                changed.insert(name)
            }
        }
    }

    /// Whether a form is complete and all of it holds.
    func isComplete(_ form: String, _ now: Int64) -> Bool {
        flow.step(form).asks.allSatisfy { name in
            flow.field(name).type == "captcha" || problems(name, isSubmit: true, now).isEmpty
        }
    }

    // MARK: - What is wrong

    /// What is wrong with the value that a field has.
    func problems(_ name: String, isSubmit: Bool, _ now: Int64) -> [FieldProblem] {
        let field = flow.field(name)
        let gaps = gaps(values[name], field)
        guard let value = values[name], gaps.isEmpty || !isSubmit else { return gaps }
        var problems: [FieldProblem] = []
        switch (field.type, value) {
        case ("choice", .text(let text)):
            if !offered(field, now).contains(text) { return [unfit(name)] }
        case ("postcode", .text(let text)):
            if case .text(let country)? = values[field.country],
                let reason = formats.problem(withPostcode: text, of: country)
            {
                return [FieldProblem(field: FieldName(name), reason: reason)]
            }
        case ("document", .text(let text)):
            if case .text(let country)? = values[field.country],
                case .text(let kind)? = values[field.documentKind],
                let reason = formats.problem(withDocument: text, kind: kind, of: country)
            {
                return [FieldProblem(field: FieldName(name), reason: reason)]
            }
        default: break
        }
        for rule in field.rules
        where evaluate(rule.text, of: name, value: value, now) == false {
            problems.append(FieldProblem(field: FieldName(name), reason: .rule(rule.name)))
        }
        return problems.isEmpty ? gaps : problems
    }

    /// The options that are on offer; one whose condition can't be read yet is not.
    func offered(_ field: ModelField, _ now: Int64) -> [String] {
        field.options
            .filter { option in
                option.condition.map { evaluate($0, of: "", value: nil, now) ?? false } ?? true
            }
            .map(\.value)
    }

    /// What is missing in a value.
    private func gaps(_ value: FieldValue?, _ field: ModelField) -> [FieldProblem] {
        guard let value else {
            return field.isOptional
                ? [] : [FieldProblem(field: FieldName(field.name), reason: .missing)]
        }
        guard case .list(let records) = value else { return [] }
        var problems: [FieldProblem] = []
        for (index, record) in records.enumerated() {
            for (inner, value) in zip(field.inner, record) where value == nil && !inner.isOptional {
                let path = ItemPath(index: index, field: FieldName(inner.name))
                problems.append(
                    FieldProblem(field: FieldName(field.name), item: path, reason: .missing)
                )
            }
        }
        return problems
    }

    private func unfit(_ name: String, _ item: ItemPath? = nil) -> FieldProblem {
        FieldProblem(
            field: FieldName(name),
            item: item,
            reason: .type(reason: "unfit", arguments: [:])
        )
    }

    /// Why a value can't stand in a field at all; nothing where it can.
    private func misfits(_ value: FieldValue, _ field: ModelField) -> [FieldProblem] {
        switch (field.type, value) {
        case ("list", .list(let records)):
            guard records.count == field.count,
                records.allSatisfy({ $0.count == field.inner.count })
            else { return [unfit(field.name)] }
            var problems: [FieldProblem] = []
            for (index, record) in records.enumerated() {
                for (inner, value) in zip(field.inner, record) {
                    guard let value, let misfit = misfits(value, inner).first else { continue }
                    let path = ItemPath(index: index, field: FieldName(inner.name))
                    problems.append(
                        FieldProblem(
                            field: FieldName(field.name),
                            item: path,
                            reason: misfit.reason
                        )
                    )
                }
            }
            return problems
        case ("bool", .bool), ("date", .date), ("secret", .sealed), ("captcha", .passed): return []
        case ("integer", .integer(let number)):
            return (field.least...field.greatest).contains(number) ? [] : [unfit(field.name)]
        case ("consent", .consent(let consent)):
            return consent.document == field.document ? [] : [unfit(field.name)]
        case ("choice", .text(let text)):
            let isOption = text.isEmpty || field.options.contains { $0.value == text }
            return isOption ? [] : [unfit(field.name)]
        case ("text", .text(let text)), ("name", .text(let text)), ("email", .text(let text)),
            ("phone", .text(let text)), ("country", .text(let text)), ("postcode", .text(let text)),
            ("document", .text(let text)):
            let length = text.unicodeScalars.count
            if length == 0 || (field.shortest...field.longest).contains(length) { return [] }
            let isLong = length > field.longest
            let reason = FieldProblem.Reason.type(
                reason: isLong ? "too_long" : "too_short",
                arguments: isLong
                    ? ["max": .integer(Int64(field.longest))]
                    : ["min": .integer(Int64(field.shortest))]
            )
            return [FieldProblem(field: FieldName(field.name), reason: reason)]
        default: return [unfit(field.name)]
        }
    }

    /// A value without what was left empty in it.
    private func withoutGaps(_ value: FieldValue, _ field: ModelField) -> FieldValue? {
        switch value {
        case .text(""): nil
        case .list(let records):
            .list(
                records.map { record in
                    zip(field.inner, record).map { inner, value in
                        value.flatMap { withoutGaps($0, inner) }
                    }
                }
            )
        default: value
        }
    }
}
