public import Flows

/// The keys of the words for what is wrong with an answer.
public enum ProblemKeys {
    /// The keys of a reason that is no rule: the field's own, those of its type, then that of all types.
    ///
    /// - Parameters:
    ///   - reason: The reason, or `missing`.
    ///   - path: The field, or a part of a list's records as `<list>.<field>`.
    ///   - type: The type of that field or part.
    ///   - flow: The flow.
    /// - Returns: The keys, the most special first.
    public static func keys(
        of reason: String,
        at path: String,
        type: FieldType,
        in flow: FlowDefinition
    ) -> [String] {
        FieldKeys(path, in: flow).keys("error.\(reason)")
            + ["error.\(type.keyword).\(reason)", "error.\(reason)"]
    }
}
