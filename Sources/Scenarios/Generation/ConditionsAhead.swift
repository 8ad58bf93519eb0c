import Expressions
import Flows

/// The conditions that a walk may still meet, by where it stands: what they read is what matters of a state.
struct ConditionsAhead {
    /// Every condition that can be evaluated without a field's own value.
    private let conditions: [Condition]
    /// By step: the indices of the conditions ahead.
    private let ahead: [[Int]]
    /// By slot: the slots that its rules, options and format read.
    let dependencies: [Set<Int>]
    /// By step: the slots that a condition ahead reads.
    let readAhead: [Set<Int>]
    /// By step: the slots that are asked or read ahead, ascending.
    let relevantSlots: [[Int]]
    /// By step: the moments that conditions ahead name, in milliseconds since 1970, ascending.
    let moments: [[Int64]]

    init(_ flow: FlowDefinition, map: FlowMap) {
        var conditions: [Condition] = []
        var own: [[Int]] = []
        let dependencies = flow.fields.map { field in
            field.dependencies.filter { $0 < flow.fields.count }
        }
        // By step, the slots of rules that read the field's own value: their truth is not known ahead.
        var read: [Set<Int>] = []
        for step in flow.steps {
            let first = conditions.count
            var slots: Set<Int> = []
            for condition in step.conditions { conditions.append(condition) }
            for slot in step.asked {
                slots.formUnion(dependencies[slot].subtracting([slot]))
                for condition in flow.fields[slot].optionConditions {
                    conditions.append(condition)
                }
            }
            own.append(Array(first..<conditions.count))
            slots.formUnion(conditions[first...].flatMap(\.expression.reads))
            read.append(slots)
        }
        self.conditions = conditions
        self.dependencies = dependencies
        let ahead = map.ahead.map { steps in steps.sorted().flatMap { own[$0] } }
        self.ahead = ahead
        moments = ahead.map { indices in
            let named = indices.flatMap { conditions[$0].expression.constants }
            let moments = named.compactMap { value -> Int64? in
                if case .timestamp(let moment) = value { moment.milliseconds } else { nil }
            }
            return Set(moments).sorted()
        }
        readAhead = map.ahead.map { steps in
            steps.reduce(into: []) { $0.formUnion(read[$1]) }
        }
        relevantSlots = zip(map.ahead, readAhead).map { steps, read in
            let asked = steps.flatMap { flow.steps[$0].asked }
            let sources = asked.flatMap { slot in
                [flow.fields[slot].prefill, flow.fields[slot].offer].compactMap(\.self)
            }
            return read.union(asked).union(sources).sorted()
        }
    }

    /// What the conditions ahead of a step make of the answers: two states with the same go the same ways.
    ///
    /// What can't be evaluated yet is represented by the values it reads.
    func truths(of state: FlowState, from step: Int, rules: FieldRules, now: Int64) -> [Truth] {
        ahead[step].map { index in
            let condition = conditions[index]
            // A condition that reads what is not answered yet has no truth.
            if let holds = try? rules.isHolding(condition, state: state, now: now) {
                return .known(holds)
            }
            return .open(condition.expression.reads.sorted().map { state.fields[$0] })
        }
    }

    /// What is known of a condition.
    enum Truth: Hashable {
        case known(Bool)
        case open([FieldValue?])

        /// Whether two are the same as far as both are known.
        func agrees(with other: Truth) -> Bool {
            guard case .known(let own) = self, case .known(let others) = other else { return true }
            return own == others
        }
    }
}

extension StepDefinition {
    /// The conditions that stand in the step itself.
    var conditions: [Condition] {
        let routes = [next].compactMap(\.self) + events.map(\.route)
        return routes.flatMap { $0.branches.map(\.condition) }
            + events.compactMap(\.condition)
            + sends.flatMap { [$0.condition, $0.exception].compactMap(\.self) }
    }
}

extension FieldDefinition {
    /// The conditions under which options are offered, those of a list's records included.
    var optionConditions: [Condition] {
        switch type {
        case .choice(let options): options.compactMap(\.condition)
        case .list(let inner, _): inner.flatMap(\.optionConditions)
        case .text, .name, .email, .phone, .date, .country, .postcode, .document, .bool, .integer,
            .money, .file, .captcha, .consent, .code, .secret:
            []
        }
    }

    /// The slots that the rules, options and format read, the field itself included where they do.
    fileprivate var dependencies: Set<Int> {
        var slots = Set(
            (rules.map(\.condition) + optionConditions).flatMap(\.expression.reads)
        )
        switch type {
        case .postcode(let country), .phone(_, country: let country?): slots.insert(country)
        case .document(let country, let kind): slots.formUnion([country, kind])
        case .list(let inner, _): for part in inner { slots.formUnion(part.dependencies) }
        case .text, .name, .email, .phone, .date, .country, .choice, .bool, .integer, .money,
            .file, .captcha, .consent, .code, .secret:
            break
        }
        return slots
    }
}
