import Secrets

/// Makes clear to the argument parser what some arguments mean.
enum ArgumentMarks {
    /// Lets `--resume` stand without a name, for the last walk, and a link or an expression begin with
    /// a hyphen.
    static func marked(_ arguments: [String]) -> [String] {
        var marked: [String] = []
        for (index, argument) in arguments.enumerated() {
            let next = index + 1 < arguments.count ? arguments[index + 1] : nil
            let hasName = next.map { !$0.hasPrefix("-") } ?? false
            if argument == "--resume", !hasName {
                marked.append("--resume=last")
            } else if argument.hasPrefix("-"), Token.parse(argument) != nil {
                // One code in 64 begins so, and would be taken for an option.
                marked.append("link:" + argument)
            } else if arguments.first == "eval", EvalCommand.isNegative(argument) {
                marked.append(" " + argument)
            } else {
                marked.append(argument)
            }
        }
        return marked
    }
}
