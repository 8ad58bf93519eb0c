import Expressions

/// Why the checker refuses cases of the conformance suite: a row of the table in docs/flow-format.md.
///
/// The value is what the row says. A problem belongs to the first reason that has a phrase of its
/// message.
enum ConformanceRefusal: String, CaseIterable, Sendable {
    case dynamic = "every part has one type, known when the flow is read; types are not values"
    case unsigned = "there are no unsigned numbers"
    case bytes = "there are no bytes"
    case messages = "there are no messages of protocol buffers"
    case optionals = "what may be unset is asked about with `has`"
    case madeLists = "lists are asked about, not made"
    case madeBools = "no text becomes a bool"
    case plainNames = "names stand alone: no backquotes, no full stop before them"
    case mixed = "values of two types are not compared, mixed or chosen between"
    case conditions =
        "`&&`, `\\|\\|`, `!` and `?` take conditions, also where the other side decides"
    case types = "types are checked when the flow is read, not when it runs"
    case written = "what is written out is read with the flow"
    case difference =
        "other implementations of CEL can't hold it; between fields there is no such bound"
    case names = "names are known when the flow is read"

    private var phrases: [String] {
        switch self {
        case .dynamic: ["every part has one type", "types are not values"]
        case .unsigned: ["unsigned numbers"]
        case .bytes: ["bytes are not part", "there are no bytes"]
        case .messages: ["messages are not part"]
        case .optionals: ["there are no optional values"]
        case .madeLists: ["lists are asked about"]
        case .madeBools: ["no text becomes a bool"]
        case .plainNames: ["backquotes", "expected a value, found '.'"]
        case .mixed: ["values of one type", "need one type", "can't look for"]
        case .conditions: ["needs bool"]
        case .types:
            ["can't put", "can't take", "has no '", "takes int or double", "the key of a map"]
        case .written: ["is not a timestamp", "is not a duration", "a timestamp lies"]
        case .difference: ["a written-out difference"]
        case .names: ["there is no name", "there is no function"]
        }
    }

    init?(_ problem: ExpressionProblem) {
        let reason = Self.allCases.first { reason in
            reason.phrases.contains { problem.message.contains($0) }
        }
        guard let reason else { return nil }
        self = reason
    }
}
