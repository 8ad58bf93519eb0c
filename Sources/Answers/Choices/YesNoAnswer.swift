import Flows

/// Reads yes or no in the reader's words and in English.
struct YesNoAnswer: Sendable {
    private let yes: Set<String>
    private let no: Set<String>
    private let fold: @Sendable (String) -> String

    /// Takes the words of the languages that count.
    init(
        words: [(yes: [String], no: [String])],
        fold: @escaping @Sendable (String) -> String
    ) {
        yes = Set((words.flatMap(\.yes) + ["true", "yes"]).map { fold($0.collapsed) })
        no = Set((words.flatMap(\.no) + ["false", "no"]).map { fold($0.collapsed) })
        self.fold = fold
    }

    /// Yes or no.
    func read(_ text: String) -> AnswerReading {
        guard let isYes = meaning(text) else { return .problem("yes_or_no") }
        return .value(.bool(isYes))
    }

    /// The acceptance of a document, which only a yes is.
    func readConsent(_ text: String) -> AnswerReading {
        guard let isYes = meaning(text) else { return .problem("yes_or_no") }
        return isYes ? .value(.bool(true)) : .problem("declined")
    }

    // A word that means both in two languages means neither, so that nobody agrees by mistake.
    private func meaning(_ text: String) -> Bool? {
        let word = fold(text.narrowed.collapsed)
        switch (yes.contains(word), no.contains(word)) {
        case (true, false): return true
        case (false, true): return false
        case (true, true), (false, false): return nil
        }
    }
}
