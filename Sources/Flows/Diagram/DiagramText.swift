import Documents
import Expressions

/// Texts as pictures show them.
enum DiagramText {
    /// Longer conditions are cut; the flow file has the whole.
    private static let longestCondition = 44

    /// The text on one line, with nothing in it that hides or acts.
    static func onOneLine(_ text: String) -> String {
        let words = text.split { $0 == " " || $0 == "\t" || $0.isNewline }
        return VisibleText.escaping(words.joined(separator: " "))
    }

    /// A condition as the flow file has it, on one line.
    static func whole(_ condition: Condition) -> String { onOneLine(condition.expression.source) }

    /// A condition, cut where it is long.
    static func short(_ condition: Condition) -> String {
        let text = whole(condition)
        return text.count > longestCondition ? text.prefix(longestCondition - 1) + "…" : text
    }
}
