public import Screens

extension Walk {
    /// Lets go of what was typed last and not taken: the answer before it holds again, where there is one.
    public func withdraw(at path: AnswerPath) {
        input.problems[path] = nil
        input.rejected[path] = nil
        untaken.remove(path)
    }
}
