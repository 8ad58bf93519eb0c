import Expressions
import Flows

/// Texts of one kind of character each, to find out by trying which a rule refuses.
enum SecretSamples {
    /// A kind of character, and texts of it that no other kind of rule should mind: nothing in a row, nothing
    /// four times.
    private static let kinds: [(name: String, text: String)] = [
        ("digits", "15037948261580379426"),
        ("small letters", "kwtrbqzmhxplvnjdcfgs"),
        ("capital letters", "KWTRBQZMHXPLVNJDCFGS"),
        ("signs", "%!?+=/#&*,;:@()[]{}~"),
        ("letters that are not Latin", "ждщфюыэябцкмхпгзншлу"),
        ("words with blanks", "kw tr bq zm hx pl vn"),
    ]
    /// Everything at once, so that a rule that demands a kind is told from one that refuses all texts.
    private static let mixed = "k7%W1?rB9&zM3;hX5#vN"

    /// What a rule does to kinds of characters, in words; `nil` where it minds none.
    ///
    /// It minds a kind of which it refuses whatever was tried, while it takes something else. A rule that
    /// can't be evaluated by itself, since it reads other fields, tells nothing.
    static func verdict(
        on rule: FieldRule,
        of field: FieldDefinition,
        slots: Int
    ) -> String? {
        let lengths = Set([field.length.minimum, 6, 8, 12, 20])
            .filter { field.length.minimum <= $0 && $0 <= field.length.maximum && $0 <= 20 }
        let takes = { (text: String) -> Bool? in
            let verdicts = lengths.sorted().map { length in
                let sample = String(String.UnicodeScalarView(text.unicodeScalars.prefix(length)))
                return Self.holds(rule, sample, slots)
            }
            if verdicts.contains(true) { return true }
            return verdicts.isEmpty || verdicts.contains(nil) ? nil : false
        }
        let verdicts = kinds.map { (name: $0.name, isTaken: takes($0.text)) }
        let taken = verdicts.filter { $0.isTaken == true }.map(\.name)
        let refused = verdicts.filter { $0.isTaken == false }.map(\.name)
        let takesMixed = takes(mixed) == true
        guard !refused.isEmpty, takesMixed || !taken.isEmpty else { return nil }
        if !takesMixed, taken.count == 1 { return "takes \(taken[0]) only" }
        return "refuses what is made of \(refused.joined(separator: ", of "))"
    }

    private static func holds(_ rule: FieldRule, _ sample: String, _ slots: Int) -> Bool? {
        var values = [ExpressionValue?](repeating: nil, count: slots + 1)
        values[slots] = .string(sample)
        let reads = rule.condition.expression.unguardedReads
        guard reads.allSatisfy({ $0.slot == slots }) else { return nil }
        let context = EvaluationContext(now: 0, zone: "UTC", locale: "en")
        // A rule that can't be evaluated for a text says nothing about it.
        return try? rule.condition.expression.evaluateCondition(values, in: context)
    }
}
