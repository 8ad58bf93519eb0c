public import Documents
import Expressions

/// What the codes of flow files mean, for `paifang explain`.
///
/// The examples are whole flows. They use the account fields `email` and `citizenship`, the effects
/// `find_account` and `create_account`, and the flow `ask-birthday`.
public enum FlowFindings {
    /// The explanations, by code.
    ///
    /// The codes of conditions are among them. `E01` and `E31` to `E34`, which every file may have, are
    /// explained by `DocumentFindings`.
    public static let explanations: [DiagnosticExplanation] =
        (ways + files + conditions + fields + effects + subflows + promises + warnings)
        .sorted { $0.code < $1.code }

    /// The codes of expressions, with their examples as they stand: conditions, not files.
    private static let conditions = ExpressionFindings.explanations.map { code, explanation in
        DiagnosticExplanation(
            code: code,
            title: explanation.title.prefix(1).lowercased() + explanation.title.dropFirst(),
            text: explanation.text,
            wrong: explanation.wrong,
            right: explanation.right
        )
    }

    /// A flow file with the head that all examples share.
    static func flow(_ body: String) -> String {
        "flow: example\nversion: 1\n" + body
    }
}
