import Documents
import Expressions

/// What conditions say at the moment.
extension Transition {
    /// Whether a condition holds; `value` is what the rule of a field is about.
    ///
    /// One that can't be evaluated stops the walk; it never counts as false.
    mutating func holds(
        _ condition: Condition,
        value: ExpressionValue? = nil
    ) throws(MachineFailure) -> Bool {
        let context = context ?? makeContext()
        for (place, slot) in condition.reads.enumerated() {
            let reading = slot < machine.fields.count ? reading(of: slot) : value
            if place < readings.count {
                readings[place] = reading
            } else {
                readings.append(reading)
            }
        }
        do {
            return try condition.evaluate(readings, in: context)
        } catch {
            let place = condition.range.start
            throw .condition(
                place: "\(condition.range.file):\(place.line):\(place.column)",
                reason: "\(error.reason)"
            )
        }
    }

    /// What conditions read in a field.
    private func reading(of slot: Int) -> ExpressionValue? {
        let field = machine.fields[slot]
        if let value = state.fields[slot] { return value.expressionValue(record: field.record) }
        return field.defaultValue?.expressionValue(record: field.record)
    }

    /// What all conditions of the moment are evaluated in.
    private mutating func makeContext() -> EvaluationContext {
        let made = EvaluationContext(now: moment, zone: state.zone, locale: state.locale)
        context = made
        return made
    }

    /// Whether everything that a condition certainly reads is set.
    func isReadable(_ condition: Condition) -> Bool {
        condition.needs.allSatisfy { slot in
            slot >= machine.fields.count || state.fields[slot] != nil
                || machine.fields[slot].defaultValue != nil
        }
    }

    /// Where a route leads.
    mutating func target(of route: RoutePlan) throws(MachineFailure) -> Route.Target {
        for index in route.branches.indices where try holds(route.branches[index].condition) {
            return chosen(route.branches[index].target, of: route, branch: index)
        }
        return chosen(route.otherwise, of: route, branch: route.branches.count)
    }

    private mutating func chosen(
        _ target: Route.Target,
        of route: RoutePlan,
        branch: Int
    ) -> Route.Target {
        switch target {
        case .stay: note(.route(route.range, branch: branch), to: position)
        case .step(let index): note(.route(route.range, branch: branch), to: index)
        }
        return target
    }

    /// Whether a condition lets something go out, and an exception does not keep it.
    mutating func letsOut(
        if condition: Condition?,
        unless exception: Condition?
    ) throws(MachineFailure) -> Bool {
        if let condition, try !judge(condition) { return false }
        guard let exception else { return true }
        return try !judge(exception)
    }

    private mutating func judge(_ condition: Condition) throws(MachineFailure) -> Bool {
        let isHeld = try holds(condition)
        if machine.keepsPassages {
            sendVerdicts.append(SendVerdict(range: condition.range, isHeld: isHeld))
        }
        return isHeld
    }

    /// Whether an option is on offer.
    ///
    /// One whose condition reads an answer that is still missing is not, yet.
    mutating func isOffered(_ option: ChoiceOption) throws(MachineFailure) -> Bool {
        guard let condition = option.condition else { return true }
        guard isReadable(condition) else { return false }
        return try holds(condition)
    }
}
