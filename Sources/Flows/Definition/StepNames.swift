public import Expressions

/// What a condition at one step of a flow may read: the names, their types, and what is certainly set.
public struct StepNames: Sendable {
    /// A field as conditions see it.
    public struct Name: Sendable {
        /// The name.
        public let text: String
        /// The type of its value; `nil` for what no condition reads.
        public let type: ExpressionType?
        /// Whether it is set at the step, whichever way a person came.
        public let isCertain: Bool
        /// The value of a field that is left as it is.
        public let defaultValue: ExpressionValue?
        /// A value of a choice, to show how one is written.
        public let option: String?
        /// The longest that the value may be: scalars of a text, records of a list.
        let longest: Int
    }

    /// The fields of the flow that the step stands in, by their names there.
    public let names: [Name]
    /// The constants of the flow.
    public let constants: [(name: String, value: ExpressionValue, type: ExpressionType)]

    /// Makes the names of a step, as the conditions behind its form read them.
    public init(of step: StepDefinition, in flow: FlowDefinition) {
        let index = flow.steps.firstIndex { $0.name == step.name }
        var certain = index.map { DefiniteAssignment(flow).onEntry[$0] } ?? []
        certain.formUnion(step.asked.filter { !flow.fields[$0].isOptional })
        // Neither a flow nor one that it runs knows the names of the other.
        let run = flow.run(of: step.name.text)
        let own = run?.slots ?? flow.ownSlots
        names = own.map { slot in
            let field = flow.fields[slot]
            return Name(
                text: flow.origin(of: field.name.text).name,
                type: field.type.expressionType,
                isCertain: certain.contains(slot),
                defaultValue: field.defaultValue?.expressionValue(of: field.type),
                option: field.firstOption,
                longest: field.longest
            )
        }
        let constants = flow.constants.filter { flow.run(of: $0.name.text)?.prefix == run?.prefix }
        let values = constants.compactMap { constant in
            constant.value.constantType.map {
                (
                    flow.origin(of: constant.name.text).name,
                    constant.value.expressionValue(of: $0), $0.expressionType
                )
            }
        }
        let durations = flow.durations.filter { flow.run(of: $0.key.text)?.prefix == run?.prefix }
        self.constants =
            values.compactMap { name, value, type in
                guard let value, let type else { return nil }
                return (name, value, type)
            }
            + durations.map { (flow.origin(of: $0.key.text).name, .duration($0.value), .duration) }
    }

    /// The scope of the step's conditions.
    ///
    /// - Parameter more: Names besides the fields, in the slots behind them.
    /// - Returns: The scope; the slot of a field is its place in `names`.
    public func scope(
        adding more: [(name: String, type: ExpressionType)] = []
    ) -> ExpressionScope {
        var lengths: [String: Int] = [:]
        for name in names { lengths[name.text] = name.longest }
        return ExpressionScope(
            // What can't be read keeps its place under a name that no expression can contain.
            names: names.map { ($0.type == nil ? "" : $0.text, $0.type ?? .null) } + more,
            constants: constants,
            lengths: lengths
        )
    }
}

extension FieldType {
    /// The type of its values in conditions; `nil` for what no condition reads.
    fileprivate var expressionType: ExpressionType? {
        switch self {
        // A secret is read by its own rules only.
        case .secret: nil
        case .list(let inner, _):
            .list(
                .record(
                    Dictionary(
                        inner.compactMap { field in
                            field.type.expressionType.map { (field.name.text, $0) }
                        },
                        uniquingKeysWith: { first, _ in first }
                    )
                )
            )
        case .text, .name, .email, .phone, .date, .country, .postcode, .document, .choice, .bool,
            .integer, .money, .file, .captcha, .consent, .code:
            FieldKind(rawValue: keyword)?.expressionType
        }
    }
}

extension FieldDefinition {
    fileprivate var firstOption: String? {
        guard case .choice(let options) = type else { return nil }
        return options.first?.value
    }

    fileprivate var longest: Int {
        switch type {
        case .list(_, let count): count
        case .country: 2
        case .text, .name, .email, .phone, .date, .postcode, .document, .choice, .bool, .integer,
            .money, .file, .captcha, .consent, .code, .secret:
            length.maximum
        }
    }
}

extension FieldValue {
    /// The type of a field that could hold a constant's value.
    fileprivate var constantType: FieldType? {
        switch self {
        case .text: .text
        case .integer: .integer(minimum: .min, maximum: .max)
        case .money(let money): .money(currency: money.currency, minimum: .min, maximum: .max)
        case .date: .date
        case .bool, .list, .consent, .sealed, .passed, .files: nil
        }
    }
}
