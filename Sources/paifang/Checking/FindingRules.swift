import Documents

/// Which findings are reported, and which make a check fail.
struct FindingRules {
    /// A word that is no code.
    struct Unknown: Error {
        let word: String
        /// What was probably meant.
        let meant: String?
    }

    private let denied: Set<String>
    private let allowed: Set<String>
    private let deniesWarnings: Bool

    /// Reads what stands behind `--deny` and `--allow`.
    init(deny: [String], allow: [String]) throws(Unknown) {
        let warnings = deny.filter { $0.lowercased() == "warning" }
        deniesWarnings = !warnings.isEmpty
        denied = try Self.codes(
            deny.filter { $0.lowercased() != "warning" },
            others: ["warning"]
        )
        allowed = try Self.codes(allow, others: [])
    }

    /// Whether a finding is reported.
    func reports(_ finding: Diagnostic) -> Bool {
        !allowed.contains(finding.code)
    }

    /// Whether a finding that is reported makes the check fail.
    func fails(_ finding: Diagnostic) -> Bool {
        finding.severity == .error || deniesWarnings || denied.contains(finding.code)
    }

    private static func codes(
        _ words: [String],
        others: [String]
    ) throws(Unknown) -> Set<String> {
        let known = Explanations.all.map(\.code)
        for word in words where !known.contains(word.uppercased()) {
            let meant =
                Spelling.nearest(to: word.uppercased(), among: known)
                ?? Spelling.nearest(to: word.lowercased(), among: others)
            throw Unknown(word: word, meant: meant)
        }
        return Set(words.map { $0.uppercased() })
    }
}
