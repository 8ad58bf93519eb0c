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
        readings.removeAll(keepingCapacity: true)
        readings.reserveCapacity(4)
        for slot in condition.reads {
            guard slot < machine.fields.count else {
                readings.append(value)
                continue
            }
            let field = machine.fields[slot]
            readings.append(
                (state.fields[slot] ?? field.defaultValue)?.expressionValue(parts: field.parts)
            )
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
        if let condition, try !holds(condition) { return false }
        guard let exception else { return true }
        return try !holds(exception)
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
