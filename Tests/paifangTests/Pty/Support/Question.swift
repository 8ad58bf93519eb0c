import Localization

/// A question of the sign-up as a person answers it: wrongly first, then rightly.
struct Question {
    /// What is asked, as a key of the locale files.
    let label: String
    var labelArguments: [String: MessageArgument] = [:]
    /// What is typed first.
    let wrong: String
    /// What is said about it, as a key.
    let problem: String
    var problemArguments: [String: MessageArgument] = [:]
    /// What is typed then.
    let right: String
    /// The spelling in Latin letters that is offered for it.
    var suggestion: String?
    /// How the answer is shown where it is not what was typed.
    var shown: String?

    init(
        _ label: String,
        wrong: String,
        _ problem: String,
        _ problemArguments: [String: MessageArgument] = [:],
        right: String,
        suggestion: String? = nil,
        shown: String? = nil
    ) {
        self.label = label
        self.wrong = wrong
        self.problem = problem
        self.problemArguments = problemArguments
        self.right = right
        self.suggestion = suggestion
        self.shown = shown
    }

    func label(in speech: Speech) -> String { speech(label, labelArguments) }

    func problem(in speech: Speech) -> String {
        speech("chrome.line.problem", ["text": .text(speech(problem, problemArguments))])
    }
}
