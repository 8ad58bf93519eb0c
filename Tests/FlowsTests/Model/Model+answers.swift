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
        reply.problems = problems.keys.sorted().flatMap { problems[$0] ?? [] }
        guard isSubmit, problems.isEmpty else { return }
        wrong[place.name] = nil
        finish(place, now)
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
        var placed: [String] = []
        for name in place.asks {
            guard let answer = answers[name] else { continue }
            let field = flow.field(name)
            let value = withoutGaps(answer)
            let found = value.map { misfits($0, field) } ?? gaps(nil, field)
            problems[name] = found
            guard found.isEmpty else { continue }
            // Whoever is another now has given no secret yet; what comes with the answer stands behind it.
            dropChecks(of: name)
            values[name] = value ?? field.defaultValue
            placed.append(name)
        }
        // Rules read what was answered together; what one refuses is not there for the next.
        for name in placed {
            problems[name] = self.problems(name, isSubmit: false, now)
            if problems[name] != [] {
                values[name] = old[name]
                dropChecks(of: name)
            } else {
                hidden.remove(name)
            }
        }
        // What was answered and holds is the person's own from now on.
        for name in placed where problems[name] == [] {
            prefilled.remove(name)
            cleared.remove(name)
        }
        let changed = Set(place.asks.filter { values[$0] != old[$0] })
        // A code that went to another number proves nothing about this one.
        for step in flow.steps where step.sends.contains(where: { $0.isCode(to: changed) }) {
            finished.remove(step.name)
        }
        if changed.contains("email") { reopenChecks() }
        recheck(changed, now)
        let due =
            place.kind == .review
            ? reviewed.filter { !flow.field($0).isProof } : place.asks
        for name in due where isSubmit && (problems[name] ?? []).isEmpty {
            problems[name] = self.problems(name, isSubmit: true, now)
        }
        return problems.filter { !$0.value.isEmpty }
    }

    /// A secret that was compared was that of an address.
    mutating func dropChecks(of name: String) {
        guard name == "email" else { return }
        for field in flow.fields where field.isCheck { values[field.name] = nil }
    }

    /// The forms that ask such a secret are finished no more.
    private mutating func reopenChecks() {
        for step in flow.steps where step.asks.contains(where: { flow.field($0).isCheck }) {
            finished.remove(step.name)
        }
    }

    /// Clears what a changed answer makes wrong later on, and what depends on that in turn.
    ///
    /// Later is: behind it in the form, or in a finished form that is still ahead.
    mutating func recheck(_ answered: Set<String>, _ now: Int64) {
        guard !answered.isEmpty else { return }
        let form = flow.step(step).asks
        let ahead = flow.steps
            .filter { finished.contains($0.name) && $0.name != step }
            .flatMap(\.asks)
        for first in form where answered.contains(first) {
            var changed: Set<String> = [first]
            let later = form.drop { $0 != first }.dropFirst() + ahead.filter { !form.contains($0) }
            let behind = Set(trail.prefix { $0 != step }.flatMap { flow.step($0).asks })
            for name in later where values[name] != nil && !behind.contains(name) {
                let source = flow.field(name).prefill ?? ""
                if changed.contains(source), refill(name, now) { changed.insert(name) }
                guard values[name] != nil, !fixed.contains(name),
                    flow.reads[name]?.isDisjoint(with: changed) == false,
                    !problems(name, isSubmit: false, now).isEmpty
                else { continue }
                clear(name)
                changed.insert(name)
            }
        }
    }

    /// Whether a form is complete and all of it holds.
    func isComplete(_ form: String, _ now: Int64) -> Bool {
        flow.step(form).asks.allSatisfy { name in
            flow.field(name).isProof || problems(name, isSubmit: true, now).isEmpty
        }
    }

    // MARK: - What is wrong

    /// What is wrong with the value that a field has; what is missing counts on submit only.
    func problems(_ name: String, isSubmit: Bool, _ now: Int64) -> [FieldProblem] {
        let field = flow.field(name)
        let missing = isSubmit ? gaps(values[name], field) : []
        // What is fixed can't be mended, so it is past judging.
        guard let value = values[name], !(isSubmit && fixed.contains(name)) else { return missing }
        if let reason = formatProblem(field, value, now) {
            return missing + [FieldProblem(field: FieldName(name), reason: reason)]
        }
        let broken = field.rules
            .filter { evaluate($0.text, of: name, value: value, now) == false }
            .map { FieldProblem(field: FieldName(name), reason: .rule($0.name)) }
        return missing + broken
    }

    /// Why a value does not fit other answers; nothing as long as these are missing.
    private func formatProblem(
        _ field: ModelField,
        _ value: FieldValue,
        _ now: Int64
    ) -> FieldProblem.Reason? {
        guard case .text(let text) = value else { return nil }
        switch field.type {
        case "choice":
            return offered(field, now).contains(text) ? nil : unfit(field.name).reason
        case "postcode":
            guard case .text(let country)? = values[field.country] else { return nil }
            return formats.problem(withPostcode: text, of: country)
        case "phone":
            guard case .text(let country)? = values[field.country] else { return nil }
            return formats.problem(withPhone: text, of: country)
        case "document":
            guard case .text(let country)? = values[field.country],
                case .text(let kind)? = values[field.documentKind]
            else { return nil }
            return formats.problem(withDocument: text, kind: kind, of: country)
        default: return nil
        }
    }

    /// The options that are on offer; one whose condition can't be read yet is not.
    func offered(_ field: ModelField, _ now: Int64) -> [String] {
        field.options
            .filter { option in
                option.condition.map { evaluate($0, of: "", value: nil, now) ?? false } ?? true
            }
            .map(\.value)
    }

    private func missing(_ field: ModelField) -> [FieldProblem] {
        field.isOptional || field.defaultText != nil
            ? [] : [FieldProblem(field: FieldName(field.name), reason: .missing)]
    }

    /// What is missing in a value: itself, or parts of its records.
    func gaps(_ value: FieldValue?, _ field: ModelField) -> [FieldProblem] {
        guard field.type == "list" else { return value == nil ? missing(field) : [] }
        if value == nil, field.isOptional { return [] }
        var records: [[FieldValue?]] = []
        if case .list(let given)? = value { records = given }
        while records.count < field.count { records.append(field.inner.map { _ in nil }) }
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
            guard records.count <= field.count,
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
        case ("secret", .sealed): return field.isCheck ? [unfit(field.name)] : []
        case ("secret", .passed): return field.isCheck ? [] : [unfit(field.name)]
        case ("bool", .bool), ("date", .date), ("captcha", .passed), ("code", .passed): return []
        case ("integer", .integer(let number)):
            return (field.least...field.greatest).contains(number) ? [] : [unfit(field.name)]
        case ("consent", .consent(let consent)):
            return consent.document == field.document ? [] : [unfit(field.name)]
        case ("choice", .text(let text)):
            return field.options.contains { $0.value == text } ? [] : [unfit(field.name)]
        // These were read by who knows mail addresses, countries and numbers.
        case ("email", .text), ("phone", .text), ("country", .text), ("postcode", .text),
            ("document", .text):
            return []
        case ("text", .text(let text)), ("name", .text(let text)):
            let length = text.unicodeScalars.count
            if (field.shortest...field.longest).contains(length) { return [] }
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
    private func withoutGaps(_ value: FieldValue) -> FieldValue? {
        switch value {
        case .text(""): nil
        case .list(let records):
            records.contains { $0.contains { $0 != nil && $0 != .text("") } }
                ? .list(records.map { $0.map { $0 == .text("") ? nil : $0 } }) : nil
        default: value
        }
    }
}
