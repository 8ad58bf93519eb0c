import Documents
import Expressions

/// The answers of a state as conditions read them.
///
/// It is kept from one condition to the next, since making room takes longer than reading an answer.
struct Readings {
    private let fields: [FieldPlan]
    private var values: [ExpressionValue?] = []

    init(_ fields: [FieldPlan]) { self.fields = fields }

    /// Whether a condition holds; `value` is what the rule of a field is about.
    ///
    /// One that can't be evaluated stops the walk; it never counts as false.
    mutating func holds(
        _ condition: Condition,
        state: FlowState,
        value: ExpressionValue? = nil,
        now: Int64
    ) throws(MachineFailure) -> Bool {
        if values.isEmpty { values = Array(repeating: nil, count: fields.count + 1) }
        for slot in condition.reads {
            guard slot < fields.count else {
                values[fields.count] = value
                continue
            }
            let field = fields[slot]
            values[slot] = (state.fields[slot] ?? field.definition.defaultValue)?
                .expressionValue(of: field.definition.type)
        }
        do {
            return try condition.holds(
                values,
                in: EvaluationContext(now: now, zone: state.zone, locale: state.locale)
            )
        } catch {
            let place = condition.range.start
            throw .condition(
                place: "\(condition.range.file):\(place.line):\(place.column)",
                reason: "\(error.reason)"
            )
        }
    }

    /// Whether everything that a condition certainly reads is set.
    func isReadable(_ condition: Condition, state: FlowState) -> Bool {
        condition.needs.allSatisfy { slot in
            slot >= fields.count || state.fields[slot] != nil
                || fields[slot].definition.defaultValue != nil
        }
    }

    /// Where a route leads.
    mutating func target(
        of route: Route,
        state: FlowState,
        now: Int64
    ) throws(MachineFailure) -> Route.Target {
        for index in route.branches.indices
        where try holds(route.branches[index].condition, state: state, now: now) {
            return route.branches[index].target
        }
        return route.otherwise
    }

    /// Whether the conditions of a send let it go out.
    mutating func letOut(
        _ send: SendDefinition,
        state: FlowState,
        now: Int64
    ) throws(MachineFailure) -> Bool {
        if let condition = send.condition, try !holds(condition, state: state, now: now) {
            return false
        }
        guard let exception = send.exception else { return true }
        return try !holds(exception, state: state, now: now)
    }
}
