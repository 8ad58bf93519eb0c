/// Why the checker refuses a case of the conformance suite.
struct ConformanceRefusal: Sendable {
    let code: String
    let reason: String

    /// The refused cases by key.
    static let all: [String: ConformanceRefusal] = {
        var all: [String: ConformanceRefusal] = [:]
        for (code, reason, keys) in groups {
            for key in keys { all[key] = ConformanceRefusal(code: code, reason: reason) }
        }
        return all
    }()

    private static let groups: [(code: String, reason: String, keys: [String])] = [
        (
            "E14", "there is no dyn: values of two types are never compared",
            [
                "comparisons/eq_literal/not_eq_list_length",
                "comparisons/eq_literal/eq_mixed_types",
                "comparisons/eq_literal/eq_list_elem_mixed_types",
            ]
        ),
        (
            "E14", "there is no dyn: both branches of '?' have one type",
            ["logic/conditional/mixed_type"]
        ),
        (
            "E14",
            "there is no dyn: the operands of && and || are conditions, even where one decides",
            [
                "logic/AND/short_circuit_type_left",
                "logic/AND/short_circuit_type_right",
                "logic/OR/short_circuit_type_right",
            ]
        ),
        (
            "E14", "the suite expects an evaluation error; types are checked at load here",
            [
                "comparisons/lt_literal/lt_list_unsupported",
                "comparisons/lt_literal/lt_map_unsupported",
                "comparisons/lt_literal/lt_null_unsupported",
                "comparisons/lt_literal/lt_mixed_types_error",
                "comparisons/gt_literal/gt_null_unsupported",
                "comparisons/gt_literal/gt_list_unsupported",
                "comparisons/gt_literal/gt_map_unsupported",
                "comparisons/lte_literal/lte_list_unsupported",
                "comparisons/lte_literal/lte_map_unsupported",
                "comparisons/lte_literal/lte_mixed_types_error",
                "comparisons/gte_literal/gte_null_unsupported",
                "comparisons/gte_literal/gte_list_unsupported",
                "comparisons/gte_literal/gte_map_unsupported",
                "comparisons/gte_literal/gte_mixed_types_error",
                "comparisons/bound/null_lt_right_no_such_overload",
                "fields/qualified_identifier_resolution/int64_field_select_unsupported",
                "integer_math/int64_math/unary_minus_not_bool",
                "logic/conditional/bad_type",
                "logic/OR/no_overload",
            ]
        ),
        (
            "E11", "the suite expects an evaluation error; names are checked at load here",
            ["conversions/type/dyn_no_denotation"]
        ),
        (
            "E14", "the suite expects an evaluation error; a written-out time is read at load here",
            [
                "timestamps/timestamp_range/from_string_under",
                "timestamps/timestamp_range/from_int_under",
                "timestamps/timestamp_range/from_string_over",
                "timestamps/timestamp_range/from_int_over",
                "timestamps/duration_range/from_string_under",
            ]
        ),
    ]
}
